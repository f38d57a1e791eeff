// Package report has the decorators of a fleet.Reporter.
package report

import (
	"context"
	"sync/atomic"

	"github.com/ciolint/ciolint/runtime/sanitize"

	"services/set3/p34/fleet"
)

// Scrubbed hands on what the sanitizer leaves.
type Scrubbed struct{ Next fleet.Reporter }

// Report implements fleet.Reporter.
func (s Scrubbed) Report(ctx context.Context, driver, what string, facts map[string]any) error {
	return s.Next.Report(ctx, driver, what, sanitize.Attributes(facts))
}

// Counted counts calls and failures.
type Counted struct {
	Next          fleet.Reporter
	calls, failed atomic.Int64
}

// Report implements fleet.Reporter.
func (c *Counted) Report(ctx context.Context, driver, what string, facts map[string]any) error {
	c.calls.Add(1)
	err := c.Next.Report(ctx, driver, what, facts)
	if err != nil {
		c.failed.Add(1)
	}
	return err
}
