// Mode: unless-clean.

// Package router is like a router of another module.
package router

import "net/http"

type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	With(middlewares ...func(http.Handler) http.Handler) Router
	Group(fn func(r Router)) Router
	Route(pattern string, fn func(r Router)) Router
	Post(pattern string, h http.HandlerFunc)
	Handle(pattern string, h http.Handler)
	Mount(pattern string, h http.Handler)
}

func New() Router { return nil }

// A Mux is like gorilla's.
type Mux struct{}

func NewMux() *Mux { return &Mux{} }

func (m *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (m *Mux) Use(mws ...func(http.Handler) http.Handler) {}

func (m *Mux) PathPrefix(prefix string) *Route { return &Route{} }

func (m *Mux) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route {
	return &Route{}
}

func (m *Mux) Handle(path string, h http.Handler) *Route { return &Route{} }

type Route struct{}

func (r *Route) Subrouter() *Mux { return &Mux{} }

func (r *Route) Methods(methods ...string) *Route { return r }

// Echo is like echo.
type Echo struct{}

type Context interface {
	Request() *http.Request
	Bind(v any) error
	NoContent(code int) error
	Get(key string) any
}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) {}

func (e *Echo) Use(m ...MiddlewareFunc) {}

func (e *Echo) Group(prefix string, m ...MiddlewareFunc) *Group { return &Group{} }

type Group struct{}

func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) {}

func (g *Group) Use(m ...MiddlewareFunc) {}

// WrapMiddleware makes middleware of net/http echo's.
func WrapMiddleware(m func(http.Handler) http.Handler) MiddlewareFunc { return nil }

// WrapHandler makes a handler of net/http echo's.
func WrapHandler(h http.Handler) HandlerFunc { return nil }

// A Chain is like alice's.
type Chain struct{}

func NewChain(ms ...func(http.Handler) http.Handler) Chain { return Chain{} }

func (c Chain) Then(h http.Handler) http.Handler { return h }

func (c Chain) ThenFunc(f http.HandlerFunc) http.Handler { return f }
