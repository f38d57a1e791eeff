package middleware

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"services/set6/p43/config"
)

type Middleware func(http.Handler) http.Handler

func Chain(h http.Handler, ms ...Middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

// Signed lets through what Customer.io has signed.
func Signed(cfg config.Webhooks) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if cfg.SigningKey == "" {
				slog.Warn("webhook signature is not checked")
				next.ServeHTTP(w, r)
				return
			}
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
			if err != nil {
				http.Error(w, "body", http.StatusBadRequest)
				return
			}
			ts := r.Header.Get("X-CIO-Timestamp")
			n, err := strconv.ParseInt(ts, 10, 64)
			if err != nil || time.Since(time.Unix(n, 0)).Abs() > cfg.MaxAge {
				http.Error(w, "timestamp", http.StatusUnauthorized)
				return
			}
			mac := hmac.New(sha256.New, []byte(cfg.SigningKey))
			mac.Write([]byte("v0:" + ts + ":"))
			mac.Write(body)
			sig, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
			if err != nil || !hmac.Equal(sig, mac.Sum(nil)) {
				http.Error(w, "signature", http.StatusUnauthorized)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
		})
	}
}
