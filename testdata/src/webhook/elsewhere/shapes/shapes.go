// Mode: unless-clean.

// Package shapes verifies Customer.io's webhooks for others, in many shapes.
package shapes

import (
	"bytes"
	"context"
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

var ErrForged = errors.New("forged")

type Event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

// An Inspector has the key.
type Inspector struct{ key []byte }

func New(key []byte) (*Inspector, error) {
	if len(key) == 0 {
		return nil, errors.New("no key")
	}
	return &Inspector{key}, nil
}

func (i *Inspector) right(h http.Header, body []byte) bool {
	ts := h.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	m := hmac.New(sha256.New, i.key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(h.Get("X-CIO-Signature")))
}

// Receive reads, verifies and parses.
func (i *Inspector) Receive(r *http.Request) (Event, error) {
	var e Event
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return e, err
	}
	if !i.right(r.Header, body) {
		return e, ErrForged
	}
	return e, json.Unmarshal(body, &e)
}

// Open reads and verifies.
func (i *Inspector) Open(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if !i.right(r.Header, body) {
		return nil, ErrForged
	}
	return body, nil
}

// A Result is a verdict of its own type.
type Result int

const (
	OK Result = iota
	Forged
)

// Inspect has a verdict that is a number.
func (i *Inspector) Inspect(h http.Header, body []byte) Result {
	if i.right(h, body) {
		return OK
	}
	return Forged
}

// Status has a verdict that is a status code.
func (i *Inspector) Status(h http.Header, body []byte) int {
	if i.right(h, body) {
		return http.StatusOK
	}
	return http.StatusUnauthorized
}

// A Gate is a handler in front of another.
type Gate struct {
	Inspector *Inspector
	Next      http.Handler
}

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || !g.Inspector.right(r.Header, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	g.Next.ServeHTTP(w, r)
}

// Decoded makes a handler of a function of something.
func Decoded[T any](i *Inspector, do func(context.Context, T) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := i.Open(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var v T
		if json.Unmarshal(body, &v) != nil || do(r.Context(), v) != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
	})
}

type bodyKey struct{}

// Keep verifies, and keeps the body in the context.
func (i *Inspector) Keep(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := i.Open(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), bodyKey{}, body)))
	}
}

// Body is what Keep kept.
func Body(r *http.Request) []byte {
	body, _ := r.Context().Value(bodyKey{}).([]byte)
	return body
}
