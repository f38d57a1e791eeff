package signed

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"
)

const skew = 3 * time.Minute

// Require lets through what was signed with the key a short while ago.
func Require(key string, next http.Handler) http.Handler {
	if key == "" {
		panic("signed: empty key")
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		if err != nil {
			http.Error(w, "read", http.StatusBadRequest)
			return
		}
		stamp := r.Header.Get("X-CIO-Timestamp")
		given, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
		if err != nil || stamp == "" || len(given) != sha256.Size {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if !fresh(stamp) || !hmac.Equal(given, sum(key, stamp, body)) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func fresh(stamp string) bool {
	n, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return false
	}
	return time.Since(time.Unix(n, 0)).Abs() <= skew
}

func sum(key, stamp string, body []byte) []byte {
	m := hmac.New(sha256.New, []byte(key))
	io.WriteString(m, "v0:"+stamp+":")
	m.Write(body)
	return m.Sum(nil)
}
