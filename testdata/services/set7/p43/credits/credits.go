// Package credits gives credits to who answers a survey.
package credits

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"

	"services/set7/p43/authn"
)

// Bank of credits.
type Bank struct {
	Auth *authn.CustomerIO

	mu     sync.Mutex
	credit map[string]int
}

// Webhook takes converted surveys.
func (b *Bank) Webhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
	if err != nil {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	if err := b.Auth.Authenticate(r.Header, body); err != nil {
		code := http.StatusInternalServerError
		if errors.Is(err, authn.ErrDenied) {
			code = http.StatusUnauthorized
		}
		w.WriteHeader(code)
		return
	}
	var ev struct {
		Metric  string
		EventID string `json:"event_id"`
		Data    struct {
			Identifiers struct{ ID string }
		}
	}
	if err := json.Unmarshal(body, &ev); err != nil || ev.Metric != "converted" {
		w.WriteHeader(http.StatusOK)
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.credit == nil {
		b.credit = map[string]int{}
	}
	b.credit[ev.Data.Identifiers.ID] += 5
}
