// Package web has middleware.
package web

import (
	"net/http"
	"sync"
	"time"
)

// Usage is told of each request.
type Usage interface {
	Used(user string, fields map[string]any)
}

type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (r *recorder) WriteHeader(code int) {
	r.status = code
	r.ResponseWriter.WriteHeader(code)
}

func (r *recorder) Write(b []byte) (int, error) {
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Meter reports requests of users.
func Meter(u Usage) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			rec := &recorder{ResponseWriter: w, status: http.StatusOK}
			t := time.Now()
			next.ServeHTTP(rec, r)
			if user := r.Header.Get("X-User"); user != "" {
				u.Used(user, map[string]any{
					"route":       r.Pattern,
					"method":      r.Method,
					"status":      rec.status,
					"bytes":       rec.bytes,
					"duration_ms": time.Since(t).Milliseconds(),
				})
			}
		})
	}
}

// Limit refuses addresses that ask too often.
func Limit(perMinute int) func(http.Handler) http.Handler {
	var mu sync.Mutex
	seen := map[string]int{}
	go func() {
		for range time.Tick(time.Minute) {
			mu.Lock()
			clear(seen)
			mu.Unlock()
		}
	}()
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ip := r.RemoteAddr
			mu.Lock()
			seen[ip]++
			over := seen[ip] > perMinute
			mu.Unlock()
			if over {
				http.Error(w, "slow down", http.StatusTooManyRequests)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
