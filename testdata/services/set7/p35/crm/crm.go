// Package crm updates profiles.
package crm

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Updater updates a profile.
type Updater interface {
	Update(ctx context.Context, ref string, traits map[string]any) error
}

type bare struct{ c *customerio.CustomerIO }

func (b bare) Update(ctx context.Context, ref string, traits map[string]any) error {
	return b.c.IdentifyCtx(ctx, ref, traits)
}

// Bare updates at once.
func Bare(c *customerio.CustomerIO) Updater { return bare{c} }

type scrubbed struct{ Updater }

func (s scrubbed) Update(ctx context.Context, ref string, traits map[string]any) error {
	return s.Updater.Update(ctx, ref, sanitize.Attributes(traits))
}

// Scrubbed sanitizes before next.
func Scrubbed(next Updater) Updater { return scrubbed{next} }
