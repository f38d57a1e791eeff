// Mode: never.

// Package handlers is called by net/http with what somebody has sent.
package handlers

import (
	"context"
	"net/http"
)

// People may be anybody's.
type People interface {
	Block(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
}

// Wrong deletes.
type Wrong struct{ People People }

// Gone deletes whom the request names.
func (h *Wrong) Gone(w http.ResponseWriter, r *http.Request) {
	if err := h.People.Delete(r.Context(), r.URL.Query().Get("id")); err != nil {
		http.Error(w, "not deleted", http.StatusBadGateway)
	}
}

// Right blocks, then deletes.
type Right struct{ People People }

// Gone erases whom the request names.
func (h *Right) Gone(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	if err := h.People.Block(r.Context(), id); err != nil {
		http.Error(w, "not blocked", http.StatusBadGateway)
		return
	}
	if err := h.People.Delete(r.Context(), id); err != nil {
		http.Error(w, "not deleted", http.StatusBadGateway)
	}
}
