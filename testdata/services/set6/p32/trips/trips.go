package trips

import (
	"context"
	"log/slog"
)

type Trip struct {
	ID, RiderID   string
	DriverLicence string
	RiderPhone    string
	PickupLat     float64
	PickupLng     float64
	Minutes       int
	Fare          float64
}

type Observer interface {
	TripEnded(ctx context.Context, t Trip) error
}

type Service struct{ observers []Observer }

func (s *Service) Register(o ...Observer) { s.observers = append(s.observers, o...) }

func (s *Service) End(ctx context.Context, t Trip) {
	for _, o := range s.observers {
		if err := o.TripEnded(ctx, t); err != nil {
			slog.ErrorContext(ctx, "observer", "trip", t.ID, "err", err)
		}
	}
}
