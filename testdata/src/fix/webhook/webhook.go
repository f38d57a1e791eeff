// Mode: always.

// Package webhook compares signatures with bytes.Equal.
package webhook

import (
	"bytes"
	mac "crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
)

func verify(r *http.Request, fresh func(ts string) bool) bool {
	body, err := io.ReadAll(r.Body)
	if err != nil || len(bytes.TrimSpace(body)) == 0 {
		return false
	}
	ts := r.Header.Get("X-CIO-Timestamp")
	got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil || !fresh(ts) {
		return false
	}
	m := mac.New(sha256.New, []byte("key"))
	io.WriteString(m, "v0:"+ts+":")
	m.Write(body)
	return bytes.Equal(got, m.Sum(nil)) // want `compared by bytes.Equal`
}
