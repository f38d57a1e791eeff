// Package cio keeps profiles in Customer.io.
package cio

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

// Profiles implements projection.Profiles.
type Profiles struct{ Track *customerio.CustomerIO }

// Put updates a profile.
func (p Profiles) Put(ctx context.Context, id string, fields map[string]any) error {
	return p.Track.IdentifyCtx(ctx, id, fields)
}
