// Package partner takes bookings of partner agencies.
package partner

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
)

// Booking as a partner sends it.
type Booking struct {
	Kind     string         `json:"kind"`
	Customer string         `json:"customer"`
	Body     map[string]any `json:"body"`
}

// Handler of bookings.
type Handler interface {
	Booking(ctx context.Context, b Booking) error
}

// ErrSkip tells that nobody is interested.
var ErrSkip = errors.New("skip")

// Endpoint for partners with a token each.
func Endpoint(tokens map[string]string, hs ...Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name, token, ok := r.BasicAuth()
		if !ok || tokens[name] == "" || tokens[name] != token {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var b Booking
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&b); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		for _, h := range hs {
			if err := h.Booking(r.Context(), b); err != nil && !errors.Is(err, ErrSkip) {
				w.WriteHeader(http.StatusBadGateway)
				return
			}
		}
		w.WriteHeader(http.StatusAccepted)
	}
}
