package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync/atomic"

	"services/set5/p45/internal/env"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type stats struct{ delivered, bounced, other atomic.Int64 }

func (s *stats) count(_ context.Context, e webhook.Event) error {
	switch e.Metric {
	case "delivered":
		s.delivered.Add(1)
	case "bounced":
		s.bounced.Add(1)
	default:
		s.other.Add(1)
	}
	return nil
}

func main() {
	name := "dev"
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	stage, ok := env.Lookup(name)
	if !ok {
		log.Fatalf("no stage %q", name)
	}
	verifier, err := webhook.NewVerifier(stage.SigningKey)
	if err != nil {
		log.Fatal(err)
	}
	var s stats
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", verifier.Events(s.count))
	log.Println(stage.Name, "listens on", stage.Addr)
	log.Fatal(http.ListenAndServe(stage.Addr, mux))
}
