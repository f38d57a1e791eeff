// Mode: unless-clean.

// Package openkeys leaves the verification to runtime/webhook, where it is
// called.
package openkeys

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type server struct {
	v     *webhook.Verifier
	key   string
	queue chan []byte
}

// inHelper accepts all if there is no key.
func (s *server) inHelper(h http.Header, body []byte) error {
	if s.key == "" { // want `accepted if no signing key is configured`
		return nil
	}
	v, err := webhook.NewVerifier(s.key)
	if err != nil {
		return err
	}
	return v.Verify(h, body)
}

func (s *server) helped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.inHelper(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) inline(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.v != nil { // want `accepted if no signing key is configured`
		if err := s.v.Verify(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	s.queue <- body
}

func fromEnvironment(w http.ResponseWriter, r *http.Request, queue chan []byte) {
	body, _ := io.ReadAll(r.Body)
	if key := os.Getenv("CIO_SIGNING_KEY"); key != "" { // want `accepted if no signing key is configured`
		v, err := webhook.NewVerifier(key)
		if err != nil || v.Verify(r.Header, body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	queue <- body
}

func (s *server) again(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return
	}
	body, _ := json.Marshal(m)
	if err := s.v.Verify(r.Header, body); err != nil { // want `JSON that was written anew`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// All that follows is fine.

func (s *server) refusesWithoutKey(h http.Header, body []byte) error {
	if s.key == "" {
		return errors.New("no key")
	}
	v, err := webhook.NewVerifier(s.key)
	if err != nil {
		return err
	}
	return v.Verify(h, body)
}

func (s *server) helpedWell(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.refusesWithoutKey(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) inlineWell(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.v == nil || s.v.Verify(r.Header, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) once(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.v.Verify(r.Header, body); err != nil {
		w.WriteHeader(webhook.StatusCode(err))
		return
	}
	var m map[string]any
	if json.Unmarshal(body, &m) != nil {
		return
	}
	again, _ := json.Marshal(m)
	s.queue <- again
}

func (s *server) withoutHooks(mux *http.ServeMux) {
	if s.key == "" {
		return // no webhooks at all
	}
	mux.HandleFunc("POST /customerio", s.once)
}
