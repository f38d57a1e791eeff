// Mode: unless-clean.

// Package sigapi has middleware that relies on another package.
package sigapi

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"

	"webhook/elsewhere/sigcheck"
)

type API struct {
	checker *sigcheck.Checker
	log     *slog.Logger
	save    func(event) error
}

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

func (a *API) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", a.authenticated(http.HandlerFunc(a.onEvent)))
	mux.Handle("POST /webhooks/customerio/wrong", a.unsafe(http.HandlerFunc(a.behindUnsafe)))
	mux.Handle("POST /webhooks/customerio/logged", a.logged(http.HandlerFunc(a.behindLogged)))
	mux.Handle("POST /webhooks/customerio/none", a.recovered(http.HandlerFunc(a.bare)))
	mux.HandleFunc("POST /webhooks/customerio/getter", a.getter)
	mux.HandleFunc("POST /webhooks/customerio/sight", a.sight)
	mux.HandleFunc("POST /webhooks/customerio/ignored", a.ignores)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok") })
	return mux
}

func (a *API) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 256<<10))
		if err != nil {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		if err := a.checker.Check(r.Header, body); err != nil {
			a.log.Warn("webhook refused", "reason", err)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (a *API) onEvent(w http.ResponseWriter, r *http.Request) {
	var ev event
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = a.save(ev)
}

// unsafe relies on what is reported where it is written.
func (a *API) unsafe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if a.checker.Unsafe(r.Header, body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (a *API) behindUnsafe(w http.ResponseWriter, r *http.Request) { a.onEvent(w, r) }

// logged goes on with what is refused.
func (a *API) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := a.checker.Check(r.Header, body); err != nil { // want `handled all the same`
			a.log.Warn("webhook refused", "reason", err)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (a *API) behindLogged(w http.ResponseWriter, r *http.Request) { a.onEvent(w, r) }

func (a *API) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { _ = recover() }()
		next.ServeHTTP(w, r)
	})
}

func (a *API) bare(w http.ResponseWriter, r *http.Request) { // want `bare takes Customer.io webhooks and is not verified`
	var ev event
	if json.NewDecoder(r.Body).Decode(&ev) == nil {
		_ = a.save(ev)
	}
}

func (a *API) getter(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !a.checker.ByGetter(r.Header.Get, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		_ = a.save(ev)
	}
}

func (a *API) sight(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !a.checker.BySight(r.Header.Get("X-CIO-Signature"), r.Header.Get("X-CIO-Timestamp"), body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		_ = a.save(ev)
	}
}

func (a *API) ignores(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = a.checker.Check(r.Header, body) // want `is ignored`
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		_ = a.save(ev)
	}
}
