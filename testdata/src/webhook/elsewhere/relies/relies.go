// Mode: unless-clean.

// Package relies takes Customer.io's webhooks, and leaves the verification to
// a package that does not know whose they are.
package relies

import (
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"webhook/elsewhere/hmacs"
)

type server struct {
	key    []byte
	loop   *hmacs.Loop
	good   *hmacs.Good
	scheme hmacs.Scheme
	any    verifier
	queue  chan []byte
}

// verifier may be any of hmacs' types.
type verifier interface {
	Verify(body []byte, ts, sig string) error
}

func read(r *http.Request) (ts, sig string, body []byte) {
	body, _ = io.ReadAll(r.Body)
	return r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body
}

func (s *server) bodyOnly(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if stale(ts) || !hmacs.BodyOnly(string(s.key), sig, body) { // want `in hmacs.BodyOnly, .* MAC over something else`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) plain(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := hmacs.Plain(string(s.key), sig, ts, body); err != nil { // want `in hmacs.Plain, .* compared by !=`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) byLoop(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := s.loop.Verify(body, ts, sig); err != nil { // want `in hmacs.Loop.Verify, .* compared by !=`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) inSeconds(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !s.scheme.Valid(ts, sig, body) { // want `in hmacs.Scheme.Valid, .* accepted however old`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) behindInterface(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := s.any.Verify(body, ts, sig); err != nil { // want `in relies.verifier.Verify, .* compared by !=`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) ageless(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !hmacs.Ageless(s.key, ts, sig, body) { // want `in hmacs.Ageless, .* never compared with the clock`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) open(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := hmacs.Open(s.key, ts, sig, body); err != nil { // want `in hmacs.Open, .* accepted if no signing key`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) lenient(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !hmacs.Lenient(s.key, ts, sig, body) { // want `in hmacs.Lenient, .* accepted without a signature`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// All that follows is fine.

func stale(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	return err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute
}

func (s *server) right(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := s.good.Verify(body, ts, sig); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) looksAtTheClock(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if stale(ts) || !hmacs.Ageless(s.key, ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) asksForSignature(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if sig == "" || !hmacs.Lenient(s.key, ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// another sender's webhooks are no business of this rule.
func (s *server) another(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !hmacs.BodyOnly(string(s.key), r.Header.Get("X-Shop-Signature"), body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func unaskedKey(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if stale(ts) || !hmacs.Ageless([]byte(os.Getenv("UNASKED")), ts, sig, body) { // want `made with UNASKED, which may be empty`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	os.Stdout.Write(body)
}

func askedKey(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	key := os.Getenv("ASKED")
	if key == "" || stale(ts) || !hmacs.Ageless([]byte(key), ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	os.Stdout.Write(body)
}

// askedThere is refused there without a key.
func askedThere(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if hmacs.Closed([]byte(os.Getenv("THERE")), ts, sig, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	os.Stdout.Write(body)
}
