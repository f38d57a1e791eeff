// Mode: unless-clean.

// Package runtimeverifier leaves it to the runtime.
package runtimeverifier

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
)

func byHand(v *webhook.Verifier, w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sig := r.Header.Get(webhook.SignatureHeader)
	if sig == "" {
		return
	}
	if err := v.Verify(r.Header, body); err != nil {
		log.Print(err, sig)
		w.WriteHeader(webhook.StatusCode(err))
		return
	}
	var e map[string]any
	_ = json.Unmarshal(body, &e)
}
