// Mode: unless-clean.

// Package abort verifies in a chain of handlers that goes on unless one of
// them aborts it.
package abort

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Context goes from handler to handler.
type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
	stopped bool
	raw     []byte
}

func (c *Context) GetHeader(k string) string   { return c.Request.Header.Get(k) }
func (c *Context) GetRawData() ([]byte, error) { return io.ReadAll(c.Request.Body) }
func (c *Context) Next()                       {}
func (c *Context) Status(code int)             { c.Writer.WriteHeader(code) }
func (c *Context) AbortWithStatus(code int) {
	c.Status(code)
	c.stopped = true
}

type Handler func(*Context)

type Router interface {
	Use(...Handler)
	POST(string, ...Handler)
}

func good(key string, c *Context, body []byte) bool {
	ts := c.GetHeader("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(c.GetHeader("X-CIO-Signature")))
}

var queue chan []byte

func take(c *Context) { queue <- c.raw }

func onlyReturns(key string) Handler {
	return func(c *Context) {
		body, _ := c.GetRawData()
		if !good(key, c, body) { // want `goes on to the next handler, as nothing aborts the chain`
			c.Status(http.StatusUnauthorized)
			return
		}
		c.raw = body
		c.Next()
	}
}

func aborts(key string) Handler {
	return func(c *Context) {
		body, _ := c.GetRawData()
		if !good(key, c, body) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.raw = body
	}
}

func refuse(c *Context) { c.AbortWithStatus(http.StatusUnauthorized) }

func abortsElsewhere(key string) Handler {
	return func(c *Context) {
		if body, _ := c.GetRawData(); !good(key, c, body) {
			refuse(c)
		} else {
			c.raw = body
		}
	}
}

// last is the end of its chain: nothing comes after it.
func last(c *Context) {
	body, _ := c.GetRawData()
	if !good("k", c, body) {
		c.Status(http.StatusUnauthorized)
		return
	}
	queue <- body
}

func routes(r Router, key string) {
	r.POST("/customerio", onlyReturns(key), take)
	r.POST("/a", aborts(key), take)
	r.POST("/b", abortsElsewhere(key), take)
	r.POST("/c", last)
}

// Ctx is one whose chain ends where nobody calls Next.
type Ctx struct{ body []byte }

func (c *Ctx) Get(string) string { return "" }
func (c *Ctx) Body() []byte      { return c.body }
func (c *Ctx) Next() error       { return nil }
func (c *Ctx) SendStatus(int) error {
	return nil
}

type App interface {
	Post(string, ...func(*Ctx) error)
}

func stops(key string) func(*Ctx) error {
	return func(c *Ctx) error {
		ts, body := c.Get("X-CIO-Timestamp"), c.Body()
		n, err := strconv.ParseInt(ts, 10, 64)
		if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
			return c.SendStatus(http.StatusUnauthorized)
		}
		mac := hmac.New(sha256.New, []byte(key))
		mac.Write([]byte("v0:" + ts + ":"))
		mac.Write(body)
		if !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(c.Get("X-CIO-Signature"))) {
			return c.SendStatus(http.StatusUnauthorized)
		}
		return c.Next()
	}
}

func mount(a App, key string) {
	a.Post("/cio/events", stops(key), func(c *Ctx) error {
		queue <- c.Body()
		return nil
	})
}
