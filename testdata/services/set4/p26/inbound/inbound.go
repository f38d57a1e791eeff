package inbound

import (
	"context"
	"fmt"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type Recorder interface {
	Add(ctx context.Context, person, reason string) error
}

func Mount(mux *http.ServeMux, signingKey string, rec Recorder) error {
	v, err := webhook.NewVerifier(signingKey)
	if err != nil {
		return fmt.Errorf("customer.io webhook: %w", err)
	}
	mux.Handle("POST /inbound/customerio", v.Events(func(ctx context.Context, e webhook.Event) error {
		switch e.Metric {
		case "bounced", "spammed", "unsubscribed":
			return rec.Add(ctx, e.Data.Identifiers.ID, e.Metric)
		}
		return nil
	}))
	return nil
}
