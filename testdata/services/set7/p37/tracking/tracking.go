// Package tracking sends events with common properties.
package tracking

import (
	"context"
	"maps"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Tracker sends events.
type Tracker struct {
	client *customerio.CustomerIO
	common func(ctx context.Context) map[string]any
}

// New returns a Tracker that adds common properties to each event.
func New(c *customerio.CustomerIO, common func(context.Context) map[string]any) *Tracker {
	if common == nil {
		common = func(context.Context) map[string]any { return nil }
	}
	return &Tracker{client: c, common: common}
}

// Event of a user.
func (t *Tracker) Event(ctx context.Context, user, name string, props map[string]any) error {
	clean := sanitize.Attributes(props)
	if clean == nil {
		clean = map[string]any{}
	}
	maps.Copy(clean, t.common(ctx))
	return t.client.TrackCtx(ctx, user, name, clean)
}
