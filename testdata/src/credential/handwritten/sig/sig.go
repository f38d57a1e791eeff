// Mode: always.

// Package sig verifies webhooks for other packages.
package sig

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"
)

// Valid reports whether key made the signature.
func Valid(key string, h http.Header, body []byte) bool {
	ts := h.Get("X-CIO-Timestamp")
	sent, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}
