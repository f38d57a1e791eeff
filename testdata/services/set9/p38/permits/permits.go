package permits

import (
	"context"
	"time"

	"services/set9/p38/event"
)

type Application struct {
	CitizenID   string
	Street      string
	Plate       string
	IDCard      string
	SubmittedAt time.Time
}

type Bus interface {
	Dispatch(ctx context.Context, e event.Event) error
}

func Submit(ctx context.Context, b Bus, a Application) error {
	return b.Dispatch(ctx, event.New("parking_permit_submitted",
		event.For(a.CitizenID),
		event.Field("street_address", a.Street),
		event.Field("license_plate", a.Plate),
		event.Field("identity_card_number", a.IDCard),
		event.At("submitted_at", a.SubmittedAt),
	))
}
