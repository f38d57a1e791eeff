// Mode: unless-clean.

// Package contexts has contexts of which others take texts: what a context holds that
// comes from elsewhere is text, and asks for nothing.
package contexts

import (
	"net/http"

	"across/contexts/authn"
	"across/contexts/usage"
)

type user struct{ Tenant, SSN string }

func handler(t *usage.Tracker) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_ = t.Used(r.Context(), "reports")
		_ = t.Leaks(r.Context(), "reports") // it was said where it is sent
	}
}

func filled(t *usage.Tracker, r *http.Request, u user) {
	_ = t.Used(authn.With(r.Context(), authn.Session{Tenant: u.Tenant}), "reports")
	_ = t.Used(authn.With(r.Context(), authn.Session{Tenant: u.SSN}), "reports") // want `never-send value SSN`
}
