// Mode: unless-clean.

// Package framework takes webhooks in the styles of several frameworks.
package framework

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

func good(key, ts, sig string, body []byte) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	got, err := hex.DecodeString(sig)
	return err == nil && key != "" && hmac.Equal(got, mac.Sum(nil))
}

func handle(event) {}

// Gin is like gin's context.
type Gin struct {
	Request *http.Request
	Writer  http.ResponseWriter
}

func (c *Gin) GetHeader(k string) string   { return c.Request.Header.Get(k) }
func (c *Gin) GetRawData() ([]byte, error) { return io.ReadAll(c.Request.Body) }
func (c *Gin) ShouldBindJSON(v any) error  { return json.NewDecoder(c.Request.Body).Decode(v) }
func (c *Gin) AbortWithStatus(int)         {}
func (c *Gin) JSON(code int, v any)        {}
func (c *Gin) Next()                       {}
func (c *Gin) Set(key string, v any)       {}
func (c *Gin) MustGet(key string) any      { return nil }

type GinHandler func(*Gin)

type GinEngine interface {
	Use(...GinHandler) GinEngine
	Group(string, ...GinHandler) GinEngine
	POST(string, ...GinHandler) GinEngine
}

func ginVerify(key string) GinHandler {
	return func(c *Gin) {
		body, err := c.GetRawData()
		if err != nil || !good(key, c.GetHeader("X-CIO-Timestamp"), c.GetHeader("X-CIO-Signature"), body) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Request.Body = io.NopCloser(bytes.NewReader(body))
		c.Next()
	}
}

func ginBehind(c *Gin) {
	var e event
	if err := c.ShouldBindJSON(&e); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	handle(e)
}

func ginBare(c *Gin) { // want `ginBare takes Customer.io webhooks and is not verified`
	var e event
	if err := c.ShouldBindJSON(&e); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	handle(e)
}

func ginGoesOn(c *Gin) {
	body, _ := c.GetRawData()
	if !good("k", c.GetHeader("X-CIO-Timestamp"), c.GetHeader("X-CIO-Signature"), body) { // want `handled all the same`
		c.JSON(http.StatusUnauthorized, nil)
	}
	c.Next()
}

func ginBareBody(c *Gin) {
	body, _ := c.GetRawData()
	mac := hmac.New(sha256.New, []byte("k"))
	mac.Write(body)
	if c.GetHeader("X-CIO-Signature") != hex.EncodeToString(mac.Sum(nil)) { // want `compared by !=` `MAC over something else`
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	handle(event{})
}

func ginRoutes(e GinEngine, key string) {
	e.POST("/webhooks/customerio", ginVerify(key), ginBehind)
	e.POST("/webhooks/email", ginBare)
	g := e.Group("/cio")
	g.Use(ginVerify(key))
	g.POST("/events", ginBehind)
	e.Group("/customer-io", ginVerify(key)).POST("/events", ginBehind)
	e.POST("/x", ginGoesOn).POST("/y", ginBareBody)
	e.Group("/webhooks/customerio").POST("/", func(c *Gin) { // want `this function takes Customer.io webhooks`
		var m map[string]any
		_ = c.ShouldBindJSON(&m)
	})
}

// Echo is like echo's context.
type Echo interface {
	Request() *http.Request
	Bind(any) error
	NoContent(int) error
	Get(string) any
}

type EchoHandler func(Echo) error

type EchoMiddleware func(EchoHandler) EchoHandler

type echoRouter interface {
	POST(string, EchoHandler, ...EchoMiddleware)
}

func echoVerify(key string) EchoMiddleware {
	return func(next EchoHandler) EchoHandler {
		return func(c Echo) error {
			r := c.Request()
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			if !good(key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) {
				return errors.New("unauthorized")
			}
			return next(c)
		}
	}
}

func echoOpen(key string) EchoMiddleware {
	return func(next EchoHandler) EchoHandler {
		return func(c Echo) error {
			if key == "" { // want `accepted if no signing key is configured`
				return next(c)
			}
			r := c.Request()
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			if !good(key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) {
				return c.NoContent(http.StatusUnauthorized)
			}
			return next(c)
		}
	}
}

func echoBehind(c Echo) error {
	var e event
	if err := c.Bind(&e); err != nil {
		return err
	}
	handle(e)
	return c.NoContent(http.StatusOK)
}

func echoBare(c Echo) error { // want `echoBare takes Customer.io webhooks`
	var e event
	if err := c.Bind(&e); err != nil {
		return err
	}
	handle(e)
	return c.NoContent(http.StatusOK)
}

func echoRoutes(r echoRouter, key string) {
	r.POST("/cio", echoBehind, echoVerify(key))
	r.POST("/cio/open", echoBehind, echoOpen(key))
	r.POST("/events", echoBare)
}

// Fiber is like fiber's context.
type Fiber struct{}

func (*Fiber) Get(key string, def ...string) string { return "" }
func (*Fiber) Body() []byte                         { return nil }
func (*Fiber) BodyParser(any) error                 { return nil }
func (*Fiber) SendStatus(int) error                 { return nil }
func (*Fiber) Next() error                          { return nil }

func fiberRight(c *Fiber) error {
	if !good("k", c.Get("X-CIO-Timestamp"), c.Get("X-CIO-Signature"), c.Body()) {
		return c.SendStatus(http.StatusUnauthorized)
	}
	var e event
	if err := c.BodyParser(&e); err != nil {
		return err
	}
	handle(e)
	return nil
}

func fiberForgets(c *Fiber) error {
	if !good("k", c.Get("X-CIO-Timestamp"), c.Get("X-CIO-Signature"), c.Body()) { // want `handled all the same`
		_ = c.SendStatus(http.StatusUnauthorized)
	}
	var e event
	if err := c.BodyParser(&e); err != nil {
		return err
	}
	handle(e)
	return nil
}

func fiberBare(c *Fiber) error { // want `fiberBare takes Customer.io webhooks`
	var e event
	if err := c.BodyParser(&e); err != nil {
		return err
	}
	handle(e)
	return nil
}

type fiberApp interface {
	Post(string, ...func(*Fiber) error)
}

func fiberRoutes(a fiberApp) {
	a.Post("/a", fiberRight)
	a.Post("/b", fiberForgets)
	a.Post("/c", fiberBare)
}

// chi-like routers.
type Router interface {
	http.Handler
	Use(...func(http.Handler) http.Handler)
	With(...func(http.Handler) http.Handler) Router
	Group(func(Router)) Router
	Route(string, func(Router)) Router
	Post(string, http.HandlerFunc)
}

type server struct{ key string }

func (s *server) verify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || !good(s.key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (s *server) behind(w http.ResponseWriter, r *http.Request) {
	var e event
	_ = json.NewDecoder(r.Body).Decode(&e)
	handle(e)
}

func (s *server) bare(w http.ResponseWriter, r *http.Request) { // want `bare takes Customer.io webhooks`
	var e event
	_ = json.NewDecoder(r.Body).Decode(&e)
	handle(e)
}

func (s *server) routes(r Router) {
	r.With(s.verify).Post("/cio", s.behind)
	r.Route("/customerio", func(r Router) {
		r.Use(s.verify)
		r.Post("/events", s.behind)
	})
	r.Group(func(r Router) {
		r.Post("/events", s.bare)
	})
}

// Lambda gets requests as structs.
type Request struct {
	Headers map[string]string
	Body    string
}

type response struct{ StatusCode int }

func lambda(req Request) (response, error) {
	if !good("k", req.Headers["X-CIO-Timestamp"], req.Headers["X-CIO-Signature"], []byte(req.Body)) {
		return response{StatusCode: 401}, nil
	}
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return response{StatusCode: 400}, nil
	}
	handle(e)
	return response{StatusCode: 200}, nil
}

// Methods as handlers and middleware.
type gins struct{ key string }

func (g *gins) noAbort(c *Gin) {
	body, err := c.GetRawData()
	if err != nil || !good(g.key, c.GetHeader("X-CIO-Timestamp"), c.GetHeader("X-CIO-Signature"), body) { // want `nothing aborts the chain`
		c.JSON(http.StatusUnauthorized, nil)
		return
	}
	c.Next()
}

func (g *gins) aborts(c *Gin) {
	body, err := c.GetRawData()
	if err != nil || !good(g.key, c.GetHeader("X-CIO-Timestamp"), c.GetHeader("X-CIO-Signature"), body) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func (g *gins) behind(c *Gin) {
	var e event
	if c.ShouldBindJSON(&e) == nil {
		handle(e)
	}
}

func (g *gins) routes(e GinEngine) {
	e.Group("/a/customerio", g.noAbort).POST("/", g.behind)
	e.Group("/b/customerio", g.aborts).POST("/", g.behind)
}
