// Package event describes what people do.
package event

import (
	"net"
	"net/http"
	"strconv"
)

// Event is something that somebody did.
type Event struct {
	Name  string
	Props map[string]any
}

// Option completes an event.
type Option func(*Event)

// New returns an event.
func New(name string, opts ...Option) *Event {
	e := &Event{Name: name, Props: map[string]any{}}
	for _, o := range opts {
		o(e)
	}
	return e
}

// With adds a property.
func With(key string, value any) Option {
	return func(e *Event) { e.Props[key] = value }
}

// FromRequest adds where the request came from.
func FromRequest(r *http.Request) Option {
	return func(e *Event) {
		host, port, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			return
		}
		e.Props["ip"] = host
		if n, err := strconv.Atoi(port); err == nil {
			e.Props["client_port"] = n
		}
		e.Props["user_agent"] = r.UserAgent()
	}
}
