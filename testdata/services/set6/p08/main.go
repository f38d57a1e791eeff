package main

import (
	"context"
	"log"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
	"github.com/customerio/go-customerio/v3"
	"services/set6/p08/settings"
)

func main() {
	s, err := settings.Load()
	if err != nil {
		log.Fatal(err)
	}
	verifier, err := webhook.NewVerifier(s.SigningKey)
	if err != nil {
		log.Fatal(err)
	}
	cio := customerio.NewTrackClient(s.SiteID, s.APIKey, customerio.WithUserAgent(s.Workspace+"/1.4"))
	mux := http.NewServeMux()
	mux.Handle("POST /hooks/customerio", verifier.Events(func(ctx context.Context, e webhook.Event) error {
		if e.Metric != "bounced" {
			return nil
		}
		return cio.IdentifyCtx(ctx, e.Data.Identifiers.ID, map[string]any{"email_bounced": true})
	}))
	log.Fatal(http.ListenAndServe(":8443", mux))
}
