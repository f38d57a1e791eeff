// Mode: unless-clean.

// Package perhandler has handlers side by side: each is judged by itself.
package perhandler

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type event struct {
	EventID    string          `json:"event_id"`
	ObjectType string          `json:"object_type"`
	Metric     string          `json:"metric"`
	Data       json.RawMessage `json:"data"`
}

type store interface {
	Save(event) error
}

type service struct {
	key   string
	store store
}

func (s *service) verify(r *http.Request, body []byte) error {
	sent, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute {
		return errors.New("stale")
	}
	got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil {
		return err
	}
	mac := hmac.New(sha256.New, []byte(s.key))
	mac.Write([]byte("v0:" + r.Header.Get("X-CIO-Timestamp") + ":"))
	mac.Write(body)
	if !hmac.Equal(got, mac.Sum(nil)) {
		return errors.New("bad signature")
	}
	return nil
}

func (s *service) verified(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	if err := s.verify(r, body); err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	if err := s.store.Save(e); err != nil {
		http.Error(w, "try again", http.StatusInternalServerError)
	}
}

func (s *service) unverified(w http.ResponseWriter, r *http.Request) { // want `unverified takes Customer.io webhooks and is not verified at all; anybody can send one`
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	_ = s.store.Save(e)
}

// byRoute is told by its route alone.
func (s *service) byRoute(w http.ResponseWriter, r *http.Request) { // want `byRoute takes Customer.io webhooks and is not verified`
	var m map[string]any
	_ = json.NewDecoder(r.Body).Decode(&m)
	_ = s.store.Save(event{EventID: m["id"].(string)})
}

func byKeys(w http.ResponseWriter, r *http.Request) { // want `byKeys takes Customer.io webhooks and is not verified`
	body, _ := io.ReadAll(r.Body)
	var m map[string]any
	if json.Unmarshal(body, &m) != nil {
		return
	}
	if m["object_type"] == "email" && m["metric"] == "bounced" {
		record(m["data"])
	}
}

func record(any) {}

// behind does nothing itself and is only reached through guard.
func (s *service) behind(w http.ResponseWriter, r *http.Request) {
	var e event
	_ = json.NewDecoder(r.Body).Decode(&e)
	_ = s.store.Save(e)
}

func (s *service) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || s.verify(r, body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// logged is around a handler that is not guarded.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
	})
}

func (s *service) inLogged(w http.ResponseWriter, r *http.Request) { // want `inLogged takes Customer.io webhooks and is not verified`
	var e event
	_ = json.NewDecoder(r.Body).Decode(&e)
	_ = s.store.Save(e)
}

func Routes(st store) *http.ServeMux {
	s := &service{key: os.Getenv("CIO_KEY"), store: st} // want `KEY, which may be empty`
	mux := http.NewServeMux()
	mux.HandleFunc("POST /webhooks/customerio", s.verified)
	mux.HandleFunc("/webhooks/customerio/v1", s.byRoute)
	mux.HandleFunc("/hooks", s.unverified)
	mux.HandleFunc("/keys", byKeys)
	mux.Handle("/customer-io", s.guard(http.HandlerFunc(s.behind)))
	mux.Handle("/cio/events", logged(http.HandlerFunc(s.inLogged)))
	mux.Handle("/cio/twice", logged(s.guard(http.HandlerFunc(s.behind))))
	mux.HandleFunc("/cio/events/inline", func(w http.ResponseWriter, r *http.Request) { // want `this function takes Customer.io webhooks and is not verified`
		body, _ := io.ReadAll(r.Body)
		var e event
		_ = json.Unmarshal(body, &e)
	})
	return mux
}
