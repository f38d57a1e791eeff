// Mode: unless-clean.

// Package sharedhelper verifies in one helper for several handlers, of which
// some do not listen.
package sharedhelper

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
	s.queue <- body // want `acted on before its signature is verified.*; reached from server.late$`
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

// matches compares the signature with a MAC over whatever it is given.
func (s *server) matches(r *http.Request, message []byte) bool {
	m := hmac.New(sha256.New, s.key)
	m.Write(message)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

func recent(r *http.Request) bool {
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
}

func (s *server) bodyAlone(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !recent(r) || !s.matches(r, body) { // want `MAC over something else`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) rewritten(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if json.NewDecoder(r.Body).Decode(&m) != nil {
		return
	}
	body, _ := json.Marshal(m)
	if !recent(r) || !s.matches(r, append([]byte("v0:"+r.Header.Get("X-CIO-Timestamp")+":"), body...)) { // want `JSON that was written anew`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) allOfIt(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !recent(r) || !s.matches(r, append([]byte("v0:"+r.Header.Get("X-CIO-Timestamp")+":"), body...)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) neverRecent(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.matches(r, append([]byte("v0:"+r.Header.Get("X-CIO-Timestamp")+":"), body...)) { // want `never compared with the clock`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}
