// Package outbound sends events.
package outbound

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p02/event"
)

// Sender sends events.
type Sender struct{ c *customerio.CustomerIO }

// New returns a sender.
func New(site, key string) *Sender {
	return &Sender{c: customerio.NewTrackClient(site, key)}
}

// Send sends one event.
func (s *Sender) Send(ctx context.Context, person string, e *event.Event) error {
	return s.c.TrackCtx(ctx, person, e.Name, e.Props)
}
