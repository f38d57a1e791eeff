// Package preferences follows unsubscribes.
package preferences

import (
	"encoding/json"
	"io"
	"net/http"
	"time"

	"services/set7/p06/signing"
)

// Repo has the newsletter preferences.
type Repo interface{ OptOut(id string) error }

// Hook listens to Customer.io.
type Hook struct {
	key  []byte
	repo Repo
	now  func() time.Time
}

// NewHook returns a Hook.
func NewHook(key []byte, repo Repo) *Hook { return &Hook{key: key, repo: repo, now: time.Now} }

// Routes registers the hook.
func (h *Hook) Routes(mux *http.ServeMux) { mux.HandleFunc("POST /cio/events", h.receive) }

func (h *Hook) receive(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := signing.Check(h.key, r.Header, raw, h.now()); err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	var ev struct {
		Metric string `json:"metric"`
		Data   struct {
			CustomerID string `json:"customer_id"`
		} `json:"data"`
	}
	if json.Unmarshal(raw, &ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if ev.Metric == "unsubscribed" {
		if err := h.repo.OptOut(ev.Data.CustomerID); err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
	}
	w.WriteHeader(http.StatusOK)
}
