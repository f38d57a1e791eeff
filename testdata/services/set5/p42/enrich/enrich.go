package enrich

import (
	"net"
	"net/http"
	"time"
)

// Enricher adds to a payload what it knows of a request.
type Enricher interface {
	Enrich(r *http.Request, into map[string]any)
}

// Func is an Enricher.
type Func func(*http.Request, map[string]any)

func (f Func) Enrich(r *http.Request, into map[string]any) { f(r, into) }

// All is the enrichers by name.
var All = map[string]Enricher{
	"network": Func(func(r *http.Request, into map[string]any) {
		if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
			into["ip_address"] = host
		}
	}),
	"browser": Func(func(r *http.Request, into map[string]any) {
		into["user_agent"] = r.UserAgent()
	}),
	"clock": Func(func(_ *http.Request, into map[string]any) {
		into["hour"] = time.Now().UTC().Hour()
	}),
}
