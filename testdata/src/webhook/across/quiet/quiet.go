// Mode: unless-clean.

// Package quiet calls what may refuse without an error.
package quiet

import (
	"io"
	"net/http"

	"webhook/across/schemes"
)

type server struct {
	key   string
	queue chan []byte
}

func (s *server) onlyError(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if _, err := schemes.Check(s.key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body); err != nil { // want `handled all the same`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// All that follows is fine.

func (s *server) both(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok, err := schemes.Check(s.key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body)
	if err != nil || !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) onlyTruth(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if ok, _ := schemes.Check(s.key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body); ok {
		s.queue <- body
	}
}

func (s *server) strict(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if _, err := schemes.Strict(s.key, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// others signs in the same way, and is no business of this rule.
func (s *server) others(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok, _ := schemes.Check(s.key, r.Header.Get("X-Chat-Timestamp"), r.Header.Get("X-Chat-Signature"), body)
	if !ok {
		_, _ = io.WriteString(w, "not yours")
	}
	s.queue <- body
}
