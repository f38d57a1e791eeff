// Package billing tells the lifecycle team about plans.
package billing

import (
	"context"
	"errors"

	"services/set8/p26/tenancy"
)

// Tracker is the port.
type Tracker interface {
	Track(ctx context.Context, subject, event string, data map[string]any) error
}

// Service bills.
type Service struct{ tracker Tracker }

// New wires a service.
func New(t Tracker) *Service { return &Service{t} }

// AddSeats buys seats.
func (s *Service) AddSeats(ctx context.Context, n int) error {
	if n <= 0 {
		return errors.New("billing: no seats")
	}
	t := tenancy.Of(ctx)
	return s.tracker.Track(ctx, tenancy.Subject(ctx), "seats_added", map[string]any{
		"tenant": t.Slug, "plan": t.Plan, "seats": t.Seats + n,
	})
}
