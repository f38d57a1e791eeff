// Package deliver dispatches delivery events.
package deliver

import (
	"context"
	"errors"
	"log/slog"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// Handler of events.
type Handler interface {
	Handle(ctx context.Context, customer string) error
}

// HandlerFunc is a Handler.
type HandlerFunc func(ctx context.Context, customer string) error

// Handle implements Handler.
func (f HandlerFunc) Handle(ctx context.Context, customer string) error { return f(ctx, customer) }

// Dispatcher of handlers by metric.
type Dispatcher map[string][]Handler

// On adds a handler.
func (d Dispatcher) On(metric string, h ...Handler) Dispatcher {
	d[metric] = append(d[metric], h...)
	return d
}

// Dispatch an event.
func (d Dispatcher) Dispatch(ctx context.Context, ev webhook.Event) error {
	slog.InfoContext(ctx, "webhook", "event", ev)
	var errs []error
	for _, h := range d[ev.Metric] {
		errs = append(errs, h.Handle(ctx, ev.Data.Identifiers.ID))
	}
	return errors.Join(errs...)
}
