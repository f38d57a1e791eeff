package marketing

import (
	"context"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p32/trips"
)

type Marketing struct{ cio *customerio.CustomerIO }

func New(cio *customerio.CustomerIO) *Marketing { return &Marketing{cio} }

type summary struct {
	Minutes  int     `json:"minutes"`
	Fare     float64 `json:"fare"`
	LongTrip bool    `json:"long_trip"`
}

func (s summary) properties() map[string]any {
	return map[string]any{"minutes": s.Minutes, "fare": s.Fare, "long_trip": s.LongTrip}
}

func (m *Marketing) TripEnded(ctx context.Context, t trips.Trip) error {
	s := summary{Minutes: t.Minutes, Fare: t.Fare, LongTrip: t.Minutes > 45}
	return m.cio.TrackCtx(ctx, t.RiderID, "trip_ended", s.properties(), customerio.WithEventID(t.ID))
}
