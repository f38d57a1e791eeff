// Mode: unless-clean.

// Package sharedhelper verifies in one helper for several handlers, of which
// some do not listen.
package sharedhelper

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log"
	"net/http"
	"strconv"
	"time"
)

type server struct {
	key   []byte
	queue chan []byte
}

// verify answers by itself if it refuses.
func (s *server) verify(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, false
	}
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		http.Error(w, "stale", http.StatusUnauthorized)
		return nil, false
	}
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	if !hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) {
		http.Error(w, "bad signature", http.StatusUnauthorized)
		return body, false
	}
	return body, true
}

func (s *server) forgets(w http.ResponseWriter, r *http.Request) {
	body, ok := s.verify(w, r)
	if !ok { // want `handled all the same`
		log.Print("refused")
	}
	s.queue <- body
}

func (s *server) drops(w http.ResponseWriter, r *http.Request) {
	body, _ := s.verify(w, r) // want `is ignored`
	s.queue <- body
}

func (s *server) listens(w http.ResponseWriter, r *http.Request) {
	body, ok := s.verify(w, r)
	if !ok {
		return
	}
	s.queue <- body
}

// answers only answers, and returns nothing that says so.
func (s *server) answers(w http.ResponseWriter, r *http.Request, body []byte) {
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	stale := err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute
	if stale || !hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) {
		http.Error(w, "bad signature", http.StatusUnauthorized)
	}
}

func (s *server) one(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.answers(w, r, body) // want `is ignored`
	s.queue <- body
}

func (s *server) two(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.answers(w, r, body) // want `is ignored`
	log.Printf("got %s", body)
	s.queue <- body
}

// only answers too, and does nothing with the body.
func (s *server) only(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.answers(w, r, body)
}

// deliver acts for those that call it whether they have verified or not.
func (s *server) deliver(w http.ResponseWriter, r *http.Request, body []byte) {
	s.queue <- body // want `acted on before its signature is verified`
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) late(w http.ResponseWriter, r *http.Request) {
	body, ok := s.verify(w, r)
	s.deliver(w, r, body)
	if !ok {
		return
	}
	log.Print("delivered")
}

func (s *server) inTime(w http.ResponseWriter, r *http.Request) {
	if body, ok := s.verify(w, r); ok {
		s.deliver(w, r, body)
	}
}
