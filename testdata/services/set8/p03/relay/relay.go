// Package relay moves outbox messages to Customer.io.
package relay

import (
	"context"
	"encoding/json"
	"fmt"

	"services/set8/p03/outbox"

	"github.com/customerio/go-customerio/v3"
)

// Relay is the loop.
type Relay struct {
	Store outbox.Store
	Track *customerio.CustomerIO
}

// Once sends one page.
func (r *Relay) Once(ctx context.Context) (int, error) {
	batch, err := r.Store.Next(ctx, 100)
	if err != nil {
		return 0, err
	}
	for i, m := range batch {
		var body map[string]any
		if err := json.Unmarshal(m.Payload, &body); err != nil {
			return i, fmt.Errorf("message %d: %w", m.ID, err)
		}
		delete(body, "internal_note")
		if err := r.Track.TrackCtx(ctx, m.Subject, topic(m.Topic), body); err != nil {
			return i, err
		}
		if err := r.Store.Ack(ctx, m.ID); err != nil {
			return i, err
		}
	}
	return len(batch), nil
}

func topic(t string) string {
	switch t {
	case "shipment.dispatched":
		return "shipment_dispatched"
	case "shipment.delivered":
		return "shipment_delivered"
	}
	return "shipment_other"
}
