// Package publish has the publishers.
package publish

import (
	"context"
	"fmt"
	"io"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p17/loyalty"
)

// Profile publishes to a profile.
type Profile struct{ CIO *customerio.CustomerIO }

// Publish implements loyalty.Publisher.
func (p Profile) Publish(ctx context.Context, member string, s loyalty.Standing) error {
	attrs := map[string]any{
		"loyalty_tier":   s.Tier,
		"loyalty_points": s.Points,
		"loyalty_years":  s.Years,
	}
	return p.CIO.IdentifyCtx(ctx, member, attrs)
}

// Lines publishes lines of text.
type Lines struct{ W io.Writer }

// Publish implements loyalty.Publisher.
func (l Lines) Publish(_ context.Context, member string, s loyalty.Standing) error {
	_, err := fmt.Fprintf(l.W, "%s\t%+v\n", member, s)
	return err
}
