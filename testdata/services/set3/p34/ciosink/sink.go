// Package ciosink reports to Customer.io.
package ciosink

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Sink sends events.
type Sink struct{ Client *customerio.CustomerIO }

// Report sends one event.
func (s Sink) Report(ctx context.Context, driver, what string, facts map[string]any) error {
	return s.Client.TrackCtx(ctx, driver, what, facts)
}
