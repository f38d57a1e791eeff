// Mode: always.

// Package webhookimports compares signatures in ways that need other imports
// once they are fixed.
package webhookimports

import (
	"encoding/hex"
	"io"
	"net/http"
)

func operator(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	expected := hex.EncodeToString(sign(r.Header.Get("X-CIO-Timestamp"), body))
	return fresh(r) && r.Header.Get("X-CIO-Signature") == expected // want `compared by ==`
}

func negated(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	if !fresh(r) || hex.EncodeToString(sign(r.Header.Get("X-CIO-Timestamp"), body)) != r.Header.Get("X-CIO-Signature") { // want `compared by !=`
		return false
	}
	return true
}
