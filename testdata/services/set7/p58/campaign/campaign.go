// Package campaign keeps the gym's campaigns informed.
package campaign

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// System at Customer.io.
type System struct{ cio *customerio.CustomerIO }

// New returns a System.
func New(c *customerio.CustomerIO) System { return System{cio: c} }

// Sync implements gym.System.
func (s System) Sync(ctx context.Context, no string, traits map[string]any) error {
	// The traits were made for us: they may be changed.
	delete(traits, "phone")
	delete(traits, "ssn")
	traits["source"] = "frontdesk"
	return s.cio.IdentifyCtx(ctx, no, traits)
}
