// Package track is the adapter.
package track

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Steps implements claimflow.Tracker.
type Steps struct{ c *customerio.CustomerIO }

// NewSteps returns an adapter.
func NewSteps(c *customerio.CustomerIO) Steps { return Steps{c} }

// Step tracks.
func (s Steps) Step(ctx context.Context, customer, name string, data map[string]any) error {
	return s.c.TrackCtx(ctx, customer, name, sanitize.Attributes(data))
}
