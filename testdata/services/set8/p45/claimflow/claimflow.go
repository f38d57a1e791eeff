// Package claimflow emits the steps of a motor claim.
package claimflow

import (
	"context"
	"fmt"
	"strings"
)

// Tracker is the port.
type Tracker interface {
	Step(ctx context.Context, customer, name string, data map[string]any) error
}

// Claimant had the accident.
type Claimant struct {
	CustomerID string
	NationalID string
}

// Flow emits.
type Flow struct{ tracker Tracker }

// Option configures a flow.
type Option func(*Flow)

// WithTracker sets the tracker.
func WithTracker(t Tracker) Option { return func(f *Flow) { f.tracker = t } }

// New makes a flow.
func New(opts ...Option) *Flow {
	f := new(Flow)
	for _, o := range opts {
		o(f)
	}
	return f
}

// Advance emits one step.
func (f *Flow) Advance(ctx context.Context, c Claimant, step string) error {
	name := fmt.Sprintf("claim_%s_%s", strings.ToLower(step), c.NationalID)
	return f.tracker.Step(ctx, c.CustomerID, name, map[string]any{"step": step})
}
