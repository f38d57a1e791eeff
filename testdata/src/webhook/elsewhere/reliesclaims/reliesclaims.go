// Mode: unless-clean.

// Package reliesclaims puts requests into structs of another package.
package reliesclaims

import (
	"io"
	"net/http"

	"webhook/elsewhere/claims"
)

type server struct {
	key   []byte
	queue chan []byte
}

func open(r *http.Request) claims.Envelope {
	body, _ := io.ReadAll(r.Body)
	return claims.Envelope{Stamp: r.Header.Get("X-CIO-Timestamp"), Mark: r.Header.Get("X-CIO-Signature"), Bytes: body}
}

func (s *server) plain(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if err := claims.Plain(s.key, e); err != nil { // want `in claims.Plain, .* compared by ==`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- e.Bytes
}

func (s *server) method(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if !e.Signed(s.key) { // want `in claims.Envelope.Signed, .* MAC over something else`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- e.Bytes
}

func (s *server) half(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if !claims.Half(s.key, &e) { // want `in claims.Half, only a part`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- e.Bytes
}

func (s *server) ignores(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if err := claims.Good(s.key, e); err != nil { // want `handled all the same`
		w.WriteHeader(http.StatusUnauthorized)
	}
	s.queue <- e.Bytes
}

// All that follows is fine.

func (s *server) good(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if err := claims.Good(s.key, e); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- e.Bytes
}

func (s *server) valid(w http.ResponseWriter, r *http.Request) {
	e := open(r)
	if e.Valid(s.key) {
		s.queue <- e.Bytes
	}
}

func (s *server) pointer(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	e := &claims.Envelope{Stamp: r.Header.Get("X-CIO-Timestamp"), Mark: r.Header.Get("X-CIO-Signature")}
	e.Bytes = body
	if !e.Valid(s.key) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}
