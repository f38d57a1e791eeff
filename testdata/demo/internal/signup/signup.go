// Package signup takes new customers.
package signup

import (
	"encoding/json"
	"net/http"

	"example.com/shop/internal/accounts"
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Form is what a new customer fills in.
type Form struct {
	ID        string `json:"id"`
	Email     string `json:"email"`
	FirstName string `json:"first_name"`
	SSN       string `json:"ssn"` // for the credit check
}

// Handler serves the signup form.
type Handler struct {
	cio   *customerio.CustomerIO
	store *accounts.Store
}

// NewHandler returns the handler of the form.
func NewHandler(cio *customerio.CustomerIO, store *accounts.Store) *Handler {
	return &Handler{cio: cio, store: store}
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var f Form
	if err := json.NewDecoder(r.Body).Decode(&f); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	h.store.Save(accounts.Account{ID: f.ID, Email: f.Email, FirstName: f.FirstName})
	if err := h.register(f); err != nil {
		http.Error(w, "try again later", http.StatusBadGateway)
	}
}

// register leaks by key: the social security number goes into the profile.
func (h *Handler) register(f Form) error {
	return h.cio.Identify(f.ID, map[string]any{
		"email":      f.Email,
		"first_name": f.FirstName,
		"ssn":        f.SSN,
	})
}

// RegisterSafely sends the same map without the number: the sanitizer strips
// the key.
func (h *Handler) RegisterSafely(f Form) error {
	return h.cio.Identify(f.ID, sanitize.Attributes(map[string]any{
		"email":      f.Email,
		"first_name": f.FirstName,
		"ssn":        f.SSN,
	}))
}
