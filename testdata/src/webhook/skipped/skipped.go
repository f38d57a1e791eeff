// Mode: unless-clean.

// Package skipped compares the signature of some requests only.
package skipped

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

type server struct {
	keys  []string
	queue chan []byte
}

type message struct {
	sig, ts string
	body    []byte
}

func receive(r *http.Request) message {
	body, _ := io.ReadAll(r.Body)
	return message{r.Header.Get("X-CIO-Signature"), r.Header.Get("X-CIO-Timestamp"), body}
}

func (m message) stale() bool {
	n, err := strconv.ParseInt(m.ts, 10, 64)
	return err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute
}

func (m message) signedBy(key, sig string) bool {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + m.ts + ":"))
	mac.Write(m.body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(sig))
}

// freshOrSigned says && for ||.
func (s *server) freshOrSigned(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	m := message{"", ts, body}
	if time.Since(time.Unix(n, 0)).Abs() > time.Minute && !m.signedBy(s.keys[0], r.Header.Get("X-CIO-Signature")) { // want `accepted unverified if the request asks for it`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) onlyPost(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	if r.Method == http.MethodPost { // want `accepted unverified if the request asks for it`
		if m.stale() || !m.signedBy(s.keys[0], m.sig) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	s.queue <- m.body
}

func (s *server) eachSignature(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	for _, sig := range r.Header.Values("X-CIO-Signature") { // want `accepted without a signature`
		if m.stale() || !m.signedBy(s.keys[0], sig) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	s.queue <- m.body
}

func (s *server) eachKey(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	refused := m.stale()
	for _, k := range s.keys { // want `accepted if no signing key is configured`
		if refused = !m.signedBy(k, m.sig); !refused {
			break
		}
	}
	if refused {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- m.body
}

// All that follows is fine.

func (s *server) both(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	if m.stale() || !m.signedBy(s.keys[0], m.sig) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- m.body
}

func (s *server) refusesMethods(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	s.both(w, r)
}

// health answers GET with something else.
func (s *server) health(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	switch r.Method {
	case http.MethodGet:
		_, _ = io.WriteString(w, "ok")
	case http.MethodPost:
		if !m.stale() && m.signedBy(s.keys[0], m.sig) {
			s.queue <- m.body
		}
	}
}

func (s *server) anySignature(w http.ResponseWriter, r *http.Request) {
	m, good := receive(r), false
	for _, sig := range r.Header.Values("X-CIO-Signature") {
		good = good || m.signedBy(s.keys[0], sig)
	}
	if !good || m.stale() {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- m.body
}

func (s *server) anyKey(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	for _, k := range s.keys {
		if !m.stale() && m.signedBy(k, m.sig) {
			s.queue <- m.body
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// Checks one after the other: those that only look are no acts.
type check func(*message, []string) error

func present(m *message, keys []string) error {
	if m.sig == "" || m.ts == "" || len(keys) == 0 {
		return errors.New("something is missing")
	}
	return nil
}

func fresh(m *message, _ []string) error {
	if m.stale() {
		return errors.New("stale")
	}
	return nil
}

func signed(m *message, keys []string) error {
	if !m.signedBy(keys[0], m.sig) {
		return errors.New("bad signature")
	}
	return nil
}

var checks = []check{present, fresh, signed}

func (s *server) inTurn(w http.ResponseWriter, r *http.Request) {
	m := receive(r)
	for _, c := range checks {
		if err := c(&m, s.keys); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
	}
	s.queue <- m.body
}
