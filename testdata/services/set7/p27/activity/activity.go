// Package activity watches what signed-in users do.
package activity

import (
	"net"
	"net/http"
	"strings"
	"time"
)

// Middleware wraps handlers.
type Middleware struct {
	User   func(*http.Request) string
	Report func(user, event string, details map[string]any)
	Skip   []string
}

// Wrap returns next with reports.
func (m Middleware) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, prefix := range m.Skip {
			if strings.HasPrefix(r.URL.Path, prefix) {
				next.ServeHTTP(w, r)
				return
			}
		}
		begin := time.Now()
		next.ServeHTTP(w, r)
		user := m.User(r)
		if user == "" {
			return
		}
		details := map[string]any{"pattern": r.Pattern, "ms": time.Since(begin).Milliseconds()}
		details["remote_ip"] = clientIP(r)
		m.Report(user, "app_used", details)
	})
}

func clientIP(r *http.Request) string {
	if f := r.Header.Get("X-Forwarded-For"); f != "" {
		first, _, _ := strings.Cut(f, ",")
		return strings.TrimSpace(first)
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	return host
}
