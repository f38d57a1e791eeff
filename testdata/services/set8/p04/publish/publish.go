// Package publish has the publishers.
package publish

import (
	"context"

	"services/set8/p04/port"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Tracker sends to Customer.io.
type Tracker struct{ Client *customerio.CustomerIO }

// Publish implements port.Publisher.
func (t Tracker) Publish(ctx context.Context, who, name string, data map[string]any) error {
	return t.Client.TrackCtx(ctx, who, name, data)
}

type clean struct {
	next port.Publisher
	s    *sanitize.Sanitizer
}

// Clean wraps a publisher.
func Clean(next port.Publisher, s *sanitize.Sanitizer) port.Publisher { return clean{next, s} }

func (c clean) Publish(ctx context.Context, who, name string, data map[string]any) error {
	return c.next.Publish(ctx, who, name, c.s.WithContext(ctx).Attributes(data))
}
