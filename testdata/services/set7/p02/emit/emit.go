// Package emit has the emitters.
package emit

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type sender interface {
	Emit(ctx context.Context, customer, name string, fields map[string]any) error
}

// Direct sends at once.
type Direct struct{ track *customerio.CustomerIO }

// NewDirect returns a Direct.
func NewDirect(c *customerio.CustomerIO) *Direct { return &Direct{track: c} }

// Emit implements wallet.Emitter.
func (d *Direct) Emit(ctx context.Context, customer, name string, fields map[string]any) error {
	return d.track.TrackCtx(ctx, customer, name, fields)
}

// Clean is a decorator that strips what may not leave.
type Clean struct{ next sender }

// Cleaned wraps next.
func Cleaned(next sender) Clean { return Clean{next} }

// Emit implements wallet.Emitter.
func (c Clean) Emit(ctx context.Context, customer, name string, fields map[string]any) error {
	return c.next.Emit(ctx, customer, name, sanitize.Default().WithContext(ctx).Attributes(fields))
}
