// Mode: unless-clean.

// Package guards verifies in front of others.
package guards

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"

	"webhook/otherrouters/router"
)

// A Keeper has the key.
type Keeper struct{ key []byte }

func (k *Keeper) good(r *http.Request) bool {
	body, err := io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	n, parseErr := strconv.ParseInt(ts, 10, 64)
	if err != nil || parseErr != nil || len(k.key) == 0 || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	m := hmac.New(sha256.New, k.key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

// Keep is middleware.
func (k *Keeper) Keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !k.good(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Echo is middleware of another style.
func (k *Keeper) Echo(next router.HandlerFunc) router.HandlerFunc {
	return func(c router.Context) error {
		if !k.good(c.Request()) {
			return c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

// ForKey makes middleware.
func ForKey(key []byte) func(http.Handler) http.Handler {
	k := &Keeper{key}
	return k.Keep
}

// EchoForKey makes middleware of another style.
func EchoForKey(key []byte) router.MiddlewareFunc { return (&Keeper{key}).Echo }

// Count verifies nothing.
func Count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

// EchoCount verifies nothing either.
func EchoCount(next router.HandlerFunc) router.HandlerFunc {
	return func(c router.Context) error { return next(c) }
}
