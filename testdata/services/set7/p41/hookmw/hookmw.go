// Package hookmw has middleware for incoming webhooks.
package hookmw

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Signed lets through what was signed with the key.
func Signed(key string, next http.Handler) (http.Handler, error) {
	if len(key) < 16 {
		return nil, fmt.Errorf("hookmw: a signing key of %d bytes", len(key))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(io.LimitReader(r.Body, 512<<10))
		if err != nil {
			http.Error(w, "cannot read", http.StatusBadRequest)
			return
		}
		ts := r.Header.Get("X-CIO-Timestamp")
		if !recent(ts) {
			http.Error(w, "stale", http.StatusUnauthorized)
			return
		}
		if sign(key, ts, b) != r.Header.Get("X-CIO-Signature") {
			http.Error(w, "signature", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(b))
		next.ServeHTTP(w, r)
	}), nil
}

func sign(key, ts string, body []byte) string {
	m := hmac.New(sha256.New, []byte(key))
	fmt.Fprintf(m, "v0:%s:%s", ts, body)
	return fmt.Sprintf("%x", m.Sum(nil))
}

func recent(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return false
	}
	d := time.Since(time.Unix(n, 0))
	return d < 10*time.Minute && d > -10*time.Minute
}
