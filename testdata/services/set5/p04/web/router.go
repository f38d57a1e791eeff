package web

import (
	"encoding/json"
	"net/http"
)

// HandlerFunc is a handler that may fail.
type HandlerFunc func(c *Context) error

// Context is one request.
type Context struct {
	W http.ResponseWriter
	R *http.Request
}

func (c *Context) Bind(into any) error {
	dec := json.NewDecoder(c.R.Body)
	dec.DisallowUnknownFields()
	return dec.Decode(into)
}

func (c *Context) JSON(code int, v any) error {
	c.W.Header().Set("Content-Type", "application/json")
	c.W.WriteHeader(code)
	return json.NewEncoder(c.W).Encode(v)
}

// Router is a very small router.
type Router struct{ mux *http.ServeMux }

func NewRouter() *Router { return &Router{mux: http.NewServeMux()} }

func (r *Router) POST(path string, h HandlerFunc) {
	r.mux.HandleFunc("POST "+path, func(w http.ResponseWriter, req *http.Request) {
		if err := h(&Context{W: w, R: req}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) { r.mux.ServeHTTP(w, req) }
