package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p15/bus"
	"services/set6/p15/forward"
	"services/set6/p15/ingest"
)

func main() {
	topic := new(bus.Topic[ingest.Envelope])
	f := &forward.Forwarder{Track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	topic.Subscribe(f.On)
	topic.Subscribe(func(_ context.Context, e ingest.Envelope) error {
		slog.Debug("event", "tenant", e.Tenant, "bytes", len(e.Payload))
		return nil
	})
	http.Handle("POST /v1/events", ingest.Endpoint(topic))
	if err := http.ListenAndServe(":8080", nil); err != nil {
		slog.Error("serve", "err", err)
	}
}
