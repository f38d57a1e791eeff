// Package delivery brings parcels.
package delivery

import (
	"context"
	"fmt"
)

// Events takes events.
type Events interface {
	Event(ctx context.Context, id, name string, data map[string]any) error
}

// Stop is where a parcel goes.
type Stop struct {
	Customer, Phone, Street, City string
	Parcels                       int
}

// Tour is a list of stops.
type Tour struct {
	events Events
	stops  []Stop
}

// NewTour returns a tour.
func NewTour(events Events, stops ...Stop) *Tour { return &Tour{events, stops} }

// Begin tells everybody that the parcel is on its way.
func (t *Tour) Begin(ctx context.Context) error {
	for n, s := range t.stops {
		data := map[string]any{
			"position":       n + 1,
			"parcels":        s.Parcels,
			"city":           s.City,
			"phone":          s.Phone,
			"street_address": s.Street,
		}
		if err := t.events.Event(ctx, s.Customer, "parcel_on_its_way", data); err != nil {
			return fmt.Errorf("stop %d: %w", n, err)
		}
	}
	return nil
}
