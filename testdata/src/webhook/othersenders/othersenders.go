// Mode: unless-clean.

// Package othersenders takes other senders' webhooks, and names Customer.io in
// passing.
package othersenders

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

type bus interface {
	Publish(topic string, v any) error
}

type own struct {
	EventID string `json:"event_id"`
	Name    string `json:"name"`
}

type metric struct {
	Metric string  `json:"metric"`
	Value  float64 `json:"value"`
}

type app struct {
	bus   bus
	key   string
	token string
}

func (a *app) ownAPI(w http.ResponseWriter, r *http.Request) {
	var e own
	if err := json.NewDecoder(r.Body).Decode(&e); err == nil {
		_ = a.bus.Publish("own", e)
	}
}

func (a *app) metrics(w http.ResponseWriter, r *http.Request) {
	var m metric
	if err := json.NewDecoder(r.Body).Decode(&m); err == nil {
		_ = a.bus.Publish("metrics", m)
	}
}

func (a *app) stripe(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	parts := strings.Split(r.Header.Get("Stripe-Signature"), ",")
	mac := hmac.New(sha256.New, []byte(a.key))
	fmt.Fprintf(mac, "%s.%s", parts[0], body)
	if parts[1] == hex.EncodeToString(mac.Sum(nil)) {
		_ = a.bus.Publish("stripe", body)
	}
}

func (a *app) github(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, []byte(a.key))
	mac.Write(body)
	if !hmac.Equal([]byte(r.Header.Get("X-Hub-Signature-256")), []byte("sha256="+hex.EncodeToString(mac.Sum(nil)))) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_ = a.bus.Publish("github", body)
}

// slack signs in the same way as Customer.io.
func (a *app) slack(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, []byte(a.key))
	fmt.Fprintf(mac, "v0:%s:%s", r.Header.Get("X-Slack-Request-Timestamp"), body)
	if r.Header.Get("X-Slack-Signature") == "v0="+hex.EncodeToString(mac.Sum(nil)) {
		_ = a.bus.Publish("slack", body)
	}
}

// segment is unverified, which is none of this rule's business.
func (a *app) segment(w http.ResponseWriter, r *http.Request) {
	var e struct {
		Type  string         `json:"type"`
		Event string         `json:"event"`
		Data  map[string]any `json:"properties"`
	}
	_ = json.NewDecoder(r.Body).Decode(&e)
	_ = a.bus.Publish("segment", e)
}

// sync is called by the program's own front end.
func (a *app) sync(w http.ResponseWriter, r *http.Request) {
	var u struct{ ID string }
	_ = json.NewDecoder(r.Body).Decode(&u)
	_ = a.bus.Publish("sync", u)
}

// status has no body to trust.
func (a *app) status(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, time.Now()) }

// token: another way to know the sender.
func (a *app) withToken(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer "+a.token {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var m map[string]any
	_ = json.NewDecoder(r.Body).Decode(&m)
	_ = a.bus.Publish("action", m)
}

func (a *app) withPassword(w http.ResponseWriter, r *http.Request) {
	_, pass, ok := r.BasicAuth()
	if !ok || pass != a.token {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e struct {
		EventID    string `json:"event_id"`
		ObjectType string `json:"object_type"`
		Metric     string `json:"metric"`
	}
	_ = json.NewDecoder(r.Body).Decode(&e)
	_ = a.bus.Publish("action", e)
}

// replay reads stored events, no request.
func (a *app) replay(name string) error {
	body, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var e struct {
		EventID    string `json:"event_id"`
		ObjectType string `json:"object_type"`
		Metric     string `json:"metric"`
	}
	if err := json.Unmarshal(body, &e); err != nil {
		return err
	}
	return a.bus.Publish("replay", e)
}

// routed knows several senders by what they sign with.
func (a *app) routed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	switch {
	case r.Header.Get("X-CIO-Signature") != "":
		mac := hmac.New(sha256.New, []byte(a.key))
		fmt.Fprintf(mac, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
		sent, err := time.ParseDuration(r.Header.Get("X-CIO-Timestamp") + "s")
		if err != nil || time.Since(time.Unix(0, 0).Add(sent)) > time.Minute {
			return
		}
		if !hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), []byte(hex.EncodeToString(mac.Sum(nil)))) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_ = a.bus.Publish("customerio", body)
	case r.Header.Get("X-Hub-Signature-256") != "":
		mac := hmac.New(sha256.New, []byte(a.key))
		mac.Write(body)
		if !hmac.Equal([]byte(r.Header.Get("X-Hub-Signature-256")), []byte("sha256="+hex.EncodeToString(mac.Sum(nil)))) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_ = a.bus.Publish("github", body)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func (a *app) routes(mux *http.ServeMux) {
	mux.HandleFunc("/api/events", a.ownAPI)
	mux.HandleFunc("/api/metrics", a.metrics)
	mux.HandleFunc("/webhooks/stripe", a.stripe)
	mux.HandleFunc("/webhooks/github", a.github)
	mux.HandleFunc("/webhooks/slack", a.slack)
	mux.HandleFunc("/webhooks/segment", a.segment)
	mux.HandleFunc("/admin/customerio/sync", a.sync)
	mux.HandleFunc("GET /customerio", a.status)
	mux.HandleFunc("/webhooks/customerio/action", a.withToken)
	mux.HandleFunc("/customerio", a.withPassword)
	mux.HandleFunc("/webhooks/all", a.routed)
}
