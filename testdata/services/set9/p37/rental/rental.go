package rental

import (
	"context"

	"services/set9/p37/profile"
)

type Renter struct {
	ID             string
	Email          string
	DriversLicense string
	Country        string
}

type updater interface {
	Update(ctx context.Context, id string, base map[string]any, opts ...profile.Option) error
}

type Desk struct{ profiles updater }

func NewDesk(p updater) *Desk { return &Desk{profiles: p} }

func (d *Desk) Verified(ctx context.Context, r Renter) error {
	return d.profiles.Update(ctx, r.ID,
		map[string]any{"email": r.Email, "country": r.Country},
		profile.With("verified", true),
		profile.With("drivers_license", r.DriversLicense),
	)
}
