package fleet

import (
	"context"
	"errors"
)

type Driver struct {
	ID            string
	FirstName     string
	LicenceNumber string `pii:"never"`
	Rating        float64
}

type PublishFunc func(ctx context.Context, driverID string, fields map[string]any) error

type Onboarding struct {
	Publish PublishFunc
	Approve func(Driver) bool
}

func (o *Onboarding) Complete(ctx context.Context, d Driver) error {
	if o.Approve != nil && !o.Approve(d) {
		return errors.New("not approved")
	}
	fields := map[string]any{
		"first_name": d.FirstName,
		"rating":     d.Rating,
		"badge":      badge(d),
	}
	return o.Publish(ctx, d.ID, fields)
}

func badge(d Driver) string { return d.FirstName + "-" + d.LicenceNumber }
