package session

import (
	"net"
	"net/http"
	"strings"
	"time"
)

type Info struct {
	User    string
	At      time.Time
	IP      string
	Browser string
}

type Middleware struct {
	next    http.Handler
	OnLogin func(Info)
	OnBlock func(phone string)
	Blocked map[string]bool
}

func Wrap(next http.Handler) *Middleware { return &Middleware{next: next} }

func (m *Middleware) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user, _, ok := r.BasicAuth()
	if !ok {
		w.Header().Set("WWW-Authenticate", "Basic")
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if phone := r.Header.Get("X-Phone"); m.Blocked[phone] {
		m.OnBlock(phone)
		w.WriteHeader(http.StatusForbidden)
		return
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	browser, _, _ := strings.Cut(r.UserAgent(), "/")
	m.OnLogin(Info{User: user, At: time.Now(), IP: host, Browser: browser})
	m.next.ServeHTTP(w, r)
}
