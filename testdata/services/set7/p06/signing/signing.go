// Package signing checks Customer.io's signatures.
package signing

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"time"
)

// Errors of Check.
var (
	ErrKey    = errors.New("signing: no key")
	ErrHeader = errors.New("signing: header missing or malformed")
	ErrStale  = errors.New("signing: stale")
	ErrForged = errors.New("signing: wrong signature")
)

const window = 5 * time.Minute

// Check returns nil for what Customer.io signed.
func Check(key []byte, h http.Header, body []byte, now time.Time) error {
	if len(key) == 0 {
		return ErrKey
	}
	stamp := h.Get("X-CIO-Timestamp")
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return ErrHeader
	}
	given, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil || len(given) == 0 {
		return ErrHeader
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + stamp + ":"))
	mac.Write(body)
	if !hmac.Equal(given, mac.Sum(nil)) {
		return ErrForged
	}
	if age := now.Sub(time.Unix(seconds, 0)); age > window || age < -window {
		return ErrStale
	}
	return nil
}
