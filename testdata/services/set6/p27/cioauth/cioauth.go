// Package cioauth looks at the signatures of Customer.io's webhooks.
package cioauth

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"
)

type Guard struct {
	key    []byte
	maxAge time.Duration
}

func New(key string, maxAge time.Duration) *Guard { return &Guard{[]byte(key), maxAge} }

func (g *Guard) Valid(r *http.Request, body []byte) bool {
	stamp := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)) > g.maxAge {
		return false
	}
	sig, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil {
		return false
	}
	m := hmac.New(sha256.New, g.key)
	m.Write([]byte("v0:" + stamp + ":"))
	m.Write(body)
	return hmac.Equal(sig, m.Sum(nil))
}
