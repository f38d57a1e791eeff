// Package cio is the Customer.io side of the service.
package cio

import (
	"context"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

// Profiles writes profiles.
type Profiles struct {
	track *customerio.CustomerIO
}

// NewProfiles returns a writer of profiles.
func NewProfiles(track *customerio.CustomerIO) *Profiles { return &Profiles{track: track} }

// Push updates one profile.
func (p *Profiles) Push(ctx context.Context, personID string, traits map[string]any) error {
	if err := p.track.IdentifyCtx(ctx, personID, traits); err != nil {
		return fmt.Errorf("push profile: %w", err)
	}
	return nil
}
