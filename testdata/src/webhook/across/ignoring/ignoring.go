// Mode: unless-clean.

// Package ignoring names nothing of Customer.io.
package ignoring

import (
	"io"
	"net/http"

	"webhook/across/signing"
)

type queue interface{ Push([]byte) error }

func hook(v *signing.Verifier, q queue) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := v.Check(r, body); err != nil { // want `handled all the same`
			http.Error(w, "no", http.StatusUnauthorized)
		}
		_ = q.Push(body)
	}
}

func right(v *signing.Verifier, q queue) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if v.Check(r, body) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		_ = q.Push(body)
	}
}
