// Package privacy handles requests to be forgotten.
package privacy

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
)

// Forgetter forgets one person.
type Forgetter interface {
	Erase(ctx context.Context, person string) error
}

// Desk takes requests and works on them.
type Desk struct {
	Systems map[string]Forgetter

	mu   sync.Mutex
	left map[string][]string
}

// Forget asks all systems to forget; those that fail are remembered.
func (d *Desk) Forget(ctx context.Context, person string) error {
	var errs []error
	for name, s := range d.Systems {
		if err := s.Erase(ctx, person); err != nil {
			errs = append(errs, err)
			d.mu.Lock()
			if d.left == nil {
				d.left = map[string][]string{}
			}
			d.left[name] = append(d.left[name], person)
			d.mu.Unlock()
		}
	}
	return errors.Join(errs...)
}

// ServeHTTP implements http.Handler.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Person string `json:"person"`
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.Person == "" {
		http.Error(w, "whom?", http.StatusBadRequest)
		return
	}
	if err := d.Forget(r.Context(), in.Person); err != nil {
		w.WriteHeader(http.StatusAccepted)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
