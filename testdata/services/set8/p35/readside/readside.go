// Package readside has projections.
package readside

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

// CIO projects into profiles.
type CIO struct{ client *customerio.CustomerIO }

// NewCIO returns a projection.
func NewCIO(c *customerio.CustomerIO) *CIO { return &CIO{c} }

// Project implements handlers.Projections.
func (p *CIO) Project(ctx context.Context, id string, state map[string]any) error {
	return p.client.IdentifyCtx(ctx, id, state)
}
