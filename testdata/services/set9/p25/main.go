package main

import (
	"context"
	"log"
	"net/http"

	"services/set9/p25/settings"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type shipments struct{ bounced chan<- string }

func (s shipments) on(ctx context.Context, e webhook.Event) error {
	if e.Metric != webhook.MetricBounced {
		return nil
	}
	select {
	case s.bounced <- e.Data.Identifiers.ID:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	cfg := settings.Production()
	v, err := webhook.NewVerifier(cfg.Hooks.SigningKey)
	if err != nil {
		log.Fatal(err)
	}
	ch := make(chan string)
	go func() {
		for id := range ch {
			log.Println("bounced", id)
		}
	}()
	http.Handle(cfg.Hooks.Path, v.Events(shipments{ch}.on))
	log.Fatal(http.ListenAndServe(cfg.Listen, nil))
}
