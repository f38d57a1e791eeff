// Package worker does what is queued.
package worker

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p25/jobs"
)

// Tracker sends events.
type Tracker struct{ cio *customerio.CustomerIO }

// New returns a Tracker.
func New(c *customerio.CustomerIO) *Tracker { return &Tracker{cio: c} }

// Do handles one job.
func (t *Tracker) Do(ctx context.Context, j jobs.Job) error {
	if j.Payload == nil {
		return nil
	}
	return t.cio.TrackCtx(ctx, j.Subject, j.Kind, j.Payload)
}
