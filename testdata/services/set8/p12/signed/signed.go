// Package signed lets signed requests through.
package signed

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

const window = 5 * time.Minute

var (
	errHeader = errors.New("headers are missing")
	errStale  = errors.New("too old or too new")
	errMAC    = errors.New("wrong signature")
)

func check(key []byte, ts, sig string, body []byte, now time.Time) error {
	if ts == "" || sig == "" {
		return errHeader
	}
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return errHeader
	}
	age := now.Sub(time.Unix(sec, 0))
	if age > window || age < -window {
		return errStale
	}
	want, err := hex.DecodeString(sig)
	if err != nil {
		return errMAC
	}
	mac := hmac.New(sha256.New, key)
	io.WriteString(mac, "v0:"+ts+":")
	mac.Write(body)
	if !hmac.Equal(want, mac.Sum(nil)) {
		return errMAC
	}
	return nil
}

// Require is a middleware. It panics without a key.
func Require(key string) func(http.Handler) http.Handler {
	if key == "" {
		panic("signed: no key")
	}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
			if err != nil {
				w.WriteHeader(http.StatusRequestEntityTooLarge)
				return
			}
			if err := check([]byte(key), r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body, time.Now()); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
		})
	}
}
