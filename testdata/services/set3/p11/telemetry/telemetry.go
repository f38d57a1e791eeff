// Package telemetry counts what happens.
package telemetry

import (
	"context"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

// Emitter emits events.
type Emitter interface {
	Emit(ctx context.Context, subject string, parts ...string) error
}

type journey struct{ c *customerio.CustomerIO }

// Journey returns an emitter to Customer.io.
func Journey(c *customerio.CustomerIO) Emitter { return journey{c} }

// Emit implements Emitter.
func (j journey) Emit(ctx context.Context, subject string, parts ...string) error {
	return j.c.TrackCtx(ctx, subject, strings.Join(parts, "."), nil)
}

// Discard emits nothing.
type Discard struct{}

// Emit implements Emitter.
func (Discard) Emit(context.Context, string, ...string) error { return nil }
