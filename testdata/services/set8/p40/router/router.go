// Package router groups routes.
package router

import "net/http"

// Group is a prefix of paths.
type Group struct {
	mux    *http.ServeMux
	prefix string
}

// New returns the root.
func New() *Group { return &Group{mux: http.NewServeMux()} }

// Sub returns a group below.
func (g *Group) Sub(prefix string) *Group { return &Group{mux: g.mux, prefix: g.prefix + prefix} }

// Post registers a handler.
func (g *Group) Post(path string, h http.Handler) { g.mux.Handle("POST "+g.prefix+path, h) }

func (g *Group) ServeHTTP(w http.ResponseWriter, r *http.Request) { g.mux.ServeHTTP(w, r) }
