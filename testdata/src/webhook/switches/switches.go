// Mode: unless-clean.

// Package switches keeps in a field whether it verifies.
package switches

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type config struct {
	Verify bool
	Skip   bool
	Env    string
	Key    string
}

type server struct {
	cfg    config
	strict bool
	lax    bool
	queue  chan []byte
}

func load() config {
	return config{
		Verify: os.Getenv("APP_ENV") == "production",
		Skip:   os.Getenv("SKIP_SIGNATURES") == "1",
		Env:    os.Getenv("APP_ENV"),
		Key:    os.Getenv("CIO_KEY"), // want `KEY, which may be empty`
	}
}

func newServer(cfg config) *server {
	s := &server{cfg: cfg}
	s.strict = os.Getenv("STRICT") != ""
	s.lax = os.Getenv("APP_ENV") == "development"
	return s
}

func (s *server) good(r *http.Request, body []byte) bool {
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	m := hmac.New(sha256.New, []byte(s.cfg.Key))
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

func (s *server) ifVerify(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.cfg.Verify { // want `unverified unless APP_ENV is set as expected`
		if !s.good(r, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	s.queue <- body
}

func (s *server) ifStrict(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.strict && !s.good(r, body) { // want `unverified unless STRICT is set as expected`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) ifProduction(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.cfg.Env == "production" && !s.good(r, body) { // want `unverified unless APP_ENV is set as expected`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// All that follows is fine: a switch that must be turned on is intended.

func (s *server) unlessSkipped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.cfg.Skip && !s.good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) unlessLax(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.lax && !s.good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) closed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.cfg.Verify {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if !s.good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) differently(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) {
		if s.cfg.Verify {
			w.WriteHeader(http.StatusUnauthorized)
		} else {
			w.WriteHeader(http.StatusForbidden)
		}
		return
	}
	s.queue <- body
}

func main() {
	s := newServer(load())
	http.HandleFunc("/a", s.ifVerify)
	http.HandleFunc("/b", s.ifStrict)
	http.HandleFunc("/c", s.ifProduction)
	http.HandleFunc("/d", s.unlessSkipped)
	http.HandleFunc("/e", s.unlessLax)
	http.HandleFunc("/f", s.closed)
	http.HandleFunc("/g", s.differently)
}
