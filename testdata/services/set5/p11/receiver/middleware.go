package receiver

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Chain puts the first middleware outermost.
func Chain(h http.Handler, ms ...Middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

// Logged logs each request.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slog.Info("request", "path", r.URL.Path, "length", r.ContentLength)
		next.ServeHTTP(w, r)
	})
}

// Signed lets only signed requests through.
func Signed(v *webhook.Verifier) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if os.Getenv("APP_ENV") != "production" {
				next.ServeHTTP(w, r)
				return
			}
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 2<<20))
			if err != nil {
				w.WriteHeader(http.StatusRequestEntityTooLarge)
				return
			}
			if err := v.Verify(r.Header, body); err != nil {
				w.WriteHeader(webhook.StatusCode(err))
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
		})
	}
}
