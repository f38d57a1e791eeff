// Package intake takes claims from the web form.
package intake

import (
	"encoding/json"
	"net/http"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p19/claims"
)

// Handler of the form.
type Handler struct {
	CIO   *customerio.CustomerIO
	Queue chan<- claims.Claim
}

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var c claims.Claim
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	c.Received = time.Now()
	select {
	case h.Queue <- c:
	default:
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}
	err := h.CIO.TrackCtx(r.Context(), c.Holder.CustomerID, "claim_received", map[string]any{
		"number":  c.Number,
		"kind":    c.Kind,
		"fast":    c.Fast(),
		"summary": c.Digest(),
	})
	if err != nil {
		http.Error(w, "accepted, but not announced", http.StatusAccepted)
		return
	}
	w.WriteHeader(http.StatusCreated)
}
