// Mode: unless-clean.

// Package app registers handlers with routers of other modules, behind
// middleware of other packages.
package app

import (
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
	"webhook/otherrouters/guards"
	"webhook/otherrouters/router"
)

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

func save(event) {}

func take(r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func used(w http.ResponseWriter, r *http.Request)         { take(r) }
func usedGuard(w http.ResponseWriter, r *http.Request)    { take(r) }
func usedForKey(w http.ResponseWriter, r *http.Request)   { take(r) }
func inGroup(w http.ResponseWriter, r *http.Request)      { take(r) }
func inRoute(w http.ResponseWriter, r *http.Request)      { take(r) }
func with(w http.ResponseWriter, r *http.Request)         { take(r) }
func inSubrouter(w http.ResponseWriter, r *http.Request)  { take(r) }
func chained(w http.ResponseWriter, r *http.Request)      { take(r) }
func mounted(w http.ResponseWriter, r *http.Request)      { take(r) }
func mountedGuard(w http.ResponseWriter, r *http.Request) { take(r) }

func behindNone(w http.ResponseWriter, r *http.Request) { // want `behindNone takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func counted(w http.ResponseWriter, r *http.Request) { // want `counted takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func outsideGroup(w http.ResponseWriter, r *http.Request) { // want `outsideGroup takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func chainedCount(w http.ResponseWriter, r *http.Request) { // want `chainedCount takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func chi(v *webhook.Verifier, k *guards.Keeper) {
	a := router.New()
	a.Use(v.Handler)
	a.Post("/customerio", used)

	b := router.New()
	b.Use(guards.Count, k.Keep)
	b.Post("/customerio", usedGuard)

	c := router.New()
	c.Use(guards.ForKey([]byte("key")))
	c.Post("/customerio", usedForKey)

	d := router.New()
	d.Group(func(r router.Router) {
		r.Use(v.Handler)
		r.Post("/customerio", inGroup)
	})
	d.Post("/customerio/other", outsideGroup)
	d.Route("/customerio", func(r router.Router) {
		r.Use(k.Keep)
		r.Post("/events", inRoute)
	})
	d.With(v.Handler).Post("/customerio/with", with)

	e := router.New()
	e.Use(guards.Count)
	e.Post("/customerio", counted)
	e.Post("/customerio/none", behindNone)

	f := router.New()
	f.Use(v.Handler)
	f.Mount("/customerio", http.HandlerFunc(mounted))
	f.Mount("/customerio/guard", k.Keep(http.HandlerFunc(mountedGuard)))
}

func gorilla(v *webhook.Verifier) {
	m := router.NewMux()
	s := m.PathPrefix("/customerio").Subrouter()
	s.Use(v.Handler)
	s.HandleFunc("/events", inSubrouter).Methods("POST")
}

func alice(v *webhook.Verifier) {
	http.Handle("/customerio/chained", router.NewChain(guards.Count, v.Handler).ThenFunc(chained))
	http.Handle("/customerio/counted", router.NewChain(guards.Count).Then(http.HandlerFunc(chainedCount)))
}

func bind(c router.Context, e event) error {
	if err := c.Bind(&e); err != nil {
		return err
	}
	save(e)
	return c.NoContent(http.StatusOK)
}

func echoUsed(c router.Context) error    { return bind(c, event{}) }
func echoGroup(c router.Context) error   { return bind(c, event{}) }
func echoInline(c router.Context) error  { return bind(c, event{}) }
func echoWrapped(c router.Context) error { return bind(c, event{}) }

func echoWrapping(w http.ResponseWriter, r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func echoNone(c router.Context) error { // want `echoNone takes Customer.io webhooks and is not verified`
	var e event
	if err := c.Bind(&e); err != nil {
		return err
	}
	save(e)
	return c.NoContent(http.StatusOK)
}

func echoCounted(c router.Context) error { // want `echoCounted takes Customer.io webhooks and is not verified`
	var e event
	if err := c.Bind(&e); err != nil {
		return err
	}
	save(e)
	return c.NoContent(http.StatusOK)
}

func wrapsNothing(w http.ResponseWriter, r *http.Request) { // want `wrapsNothing takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		save(e)
	}
}

func echo(v *webhook.Verifier, k *guards.Keeper) {
	a := &router.Echo{}
	a.Use(router.WrapMiddleware(v.Handler))
	a.POST("/customerio", echoUsed)

	b := &router.Echo{}
	g := b.Group("/customerio", k.Echo)
	g.POST("/events", echoGroup)
	b.POST("/customerio/inline", echoInline, guards.EchoForKey([]byte("key")))
	b.POST("/customerio/wrapped", echoWrapped, router.WrapMiddleware(k.Keep))
	b.POST("/customerio/wrapping", router.WrapHandler(v.Handler(http.HandlerFunc(echoWrapping))))
	b.POST("/customerio/none", echoNone)
	b.POST("/customerio/counted", echoCounted, guards.EchoCount)
	b.POST("/customerio/nothing", router.WrapHandler(guards.Count(http.HandlerFunc(wrapsNothing))))
}
