// Mode: unless-clean.

// Package parseevent reads events with the runtime, verified and not.
package parseevent

import (
	"context"
	"io"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type app struct {
	verifier *webhook.Verifier
	events   chan webhook.Event
}

func (a *app) unverified(w http.ResponseWriter, r *http.Request) { // want `unverified takes Customer.io webhooks and is not verified`
	body, _ := io.ReadAll(r.Body)
	e, err := webhook.ParseEvent(body)
	if err != nil {
		return
	}
	a.events <- e
}

func (a *app) late(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	e, err := webhook.ParseEvent(body)
	if err != nil {
		return
	}
	a.events <- e // want `acted on before`
	if err := a.verifier.Verify(r.Header, body); err != nil {
		w.WriteHeader(webhook.StatusCode(err))
	}
}

func (a *app) ignored(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	a.verifier.Verify(r.Header, body) // want `is ignored`
	e, _ := webhook.ParseEvent(body)
	a.events <- e
}

func (a *app) verified(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := a.verifier.Verify(r.Header, body); err != nil {
		w.WriteHeader(webhook.StatusCode(err))
		return
	}
	e, err := webhook.ParseEvent(body)
	if err == nil {
		a.events <- e
	}
}

func (a *app) behind(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	e, err := webhook.ParseEvent(body)
	if err == nil {
		a.events <- e
	}
}

// take is called by Events, which verifies.
func (a *app) take(_ context.Context, e webhook.Event) error {
	a.events <- e
	return nil
}

// byHand calls a handler of Events for a request of its own.
func (a *app) byHand(w http.ResponseWriter, r *http.Request) {
	a.verifier.Events(a.take).ServeHTTP(w, r)
}

// fromQueue gets what was verified before it was queued.
func (a *app) fromQueue(message []byte) error {
	e, err := webhook.ParseEvent(message)
	if err != nil {
		return err
	}
	a.events <- e
	return nil
}

func (a *app) routes(mux *http.ServeMux) {
	mux.HandleFunc("/a", a.unverified)
	mux.HandleFunc("/b", a.late)
	mux.HandleFunc("/c", a.ignored)
	mux.HandleFunc("/d", a.verified)
	mux.Handle("/e", a.verifier.Handler(http.HandlerFunc(a.behind)))
	mux.Handle("/customerio/f", a.verifier.Events(a.take))
	mux.HandleFunc("/customerio/g", a.byHand)
}
