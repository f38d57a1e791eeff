// Package followup follows up on bookings.
package followup

import (
	"context"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p59/partner"
)

// Events sends bookings as events.
type Events struct {
	client *customerio.CustomerIO
	prefix string
}

// NewEvents returns Events.
func NewEvents(c *customerio.CustomerIO, prefix string) *Events {
	return &Events{client: c, prefix: prefix}
}

// Booking implements partner.Handler.
func (e *Events) Booking(ctx context.Context, b partner.Booking) error {
	if b.Customer == "" || b.Body == nil || strings.ContainsAny(b.Kind, " \n") {
		return partner.ErrSkip
	}
	b.Body["partner"] = true
	return e.client.TrackCtx(ctx, b.Customer, e.prefix+"booking", b.Body)
}
