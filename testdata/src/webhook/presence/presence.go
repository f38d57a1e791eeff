// Mode: unless-clean.

// Package presence reads the signature and takes its presence for proof.
package presence

import (
	"encoding/json"
	"net/http"
)

type event struct {
	EventID string `json:"event_id"`
	Metric  string `json:"metric"`
}

func handler(w http.ResponseWriter, r *http.Request) {
	sig := r.Header.Get("X-CIO-Signature") // want `read but never compared with a MAC of the body; use runtime/webhook`
	if sig == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	_ = json.NewDecoder(r.Body).Decode(&e)
}
