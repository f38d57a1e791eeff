// Mode: unless-clean.

// Package web leaves the verification to another package, where it does.
package web

import (
	"encoding/json"
	"io"
	"net/http"

	"webhook/across/signing"
)

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

type server struct {
	v    *signing.Verifier
	save func(event) error
}

func (s *server) checked(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if err := s.v.Check(r, body); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) ignores(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = s.v.Check(r, body) // want `the verdict on the signature of a Customer.io webhook is ignored`
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) tooEarly(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e) // want `acted on before its signature is verified`
	}
	if !signing.Good(nil, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) { // want `in signing.Good, .* never compared with the clock`
		http.Error(w, "no", http.StatusUnauthorized)
	}
}

func (s *server) behind(w http.ResponseWriter, r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

func (s *server) bare(w http.ResponseWriter, r *http.Request) { // want `bare takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("/a", s.checked)
	mux.HandleFunc("/b", s.ignores)
	mux.HandleFunc("/c", s.tooEarly)
	mux.Handle("/d", s.v.Guard(http.HandlerFunc(s.behind)))
	mux.Handle("/e", signing.Logged(http.HandlerFunc(s.bare)))
}
