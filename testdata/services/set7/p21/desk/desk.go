// Package desk is the travel agents' back office.
package desk

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"

	"services/set7/p21/booking"
)

// Mail sends an email.
type Mail interface {
	Send(ctx context.Context, template, id, to string, data map[string]any) error
}

// Desk changes trips.
type Desk struct {
	Mail    Mail
	Support string
}

// Rebook replaces a leg and tells the traveller.
func (d *Desk) Rebook(ctx context.Context, t *booking.Trip, i int, leg booking.Leg) error {
	t.Legs[i], t.Changed = leg, true
	data := sanitize.MessageData(map[string]any{
		"locator": t.Locator,
		"name":    t.Lead.Name,
		"legs":    t.Itinerary(),
		"support": d.Support,
	})
	if t.Lead.Tel != "" {
		data["callback_phone"] = t.Lead.Tel
	}
	return d.Mail.Send(ctx, "trip_changed", t.Lead.ID, t.Lead.Email, data)
}
