// Package journey records to Customer.io.
package journey

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p26/record"
)

// Recorder sends events.
type Recorder struct{ client *customerio.CustomerIO }

var _ record.Recorder = (*Recorder)(nil)

// New returns a recorder.
func New(client *customerio.CustomerIO) *Recorder { return &Recorder{client} }

// Record implements record.Recorder.
func (r *Recorder) Record(ctx context.Context, owner, kind string, entry map[string]any) error {
	return r.client.TrackCtx(ctx, owner, kind, entry)
}
