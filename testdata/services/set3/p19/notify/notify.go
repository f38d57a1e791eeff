// Package notify hands facts to sinks.
package notify

import (
	"context"
	"errors"
)

// Fact is what happened to somebody.
type Fact struct {
	Who    string
	What   string
	Fields map[string]any
}

// SinkFunc takes facts.
type SinkFunc func(ctx context.Context, f Fact) error

// Fanout hands facts to sinks.
type Fanout struct{ Sinks []SinkFunc }

// Notify hands a fact to all sinks.
func (o Fanout) Notify(ctx context.Context, f Fact) error {
	var errs []error
	for _, sink := range o.Sinks {
		errs = append(errs, sink(ctx, f))
	}
	return errors.Join(errs...)
}
