// Package engage tells Customer.io.
package engage

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Sink for Customer.io.
type Sink struct {
	client *customerio.CustomerIO
	only   map[string]bool
}

// New returns a Sink for some facts.
func New(c *customerio.CustomerIO, facts ...string) *Sink {
	s := &Sink{client: c, only: map[string]bool{}}
	for _, f := range facts {
		s.only[f] = true
	}
	return s
}

// Write implements ride.Sink.
func (s *Sink) Write(ctx context.Context, driver, fact string, fields map[string]any) error {
	if !s.only[fact] {
		return nil
	}
	return s.client.TrackCtx(ctx, driver, fact, sanitize.Attributes(fields))
}
