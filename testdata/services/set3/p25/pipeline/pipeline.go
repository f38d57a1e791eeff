// Package pipeline moves records from a source to Customer.io.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// Send sends what was made of one record.
type Send func(ctx context.Context, id string, payload map[string]any) error

// Pipe maps and sends records of one type.
type Pipe[T any] struct {
	ID   func(T) string
	Map  func(T) map[string]any
	Keep func(T) bool
	Send Send
}

// Run sends all that is worth keeping.
func (p Pipe[T]) Run(ctx context.Context, records iter.Seq[T]) error {
	var errs []error
	for r := range records {
		if p.Keep != nil && !p.Keep(r) {
			continue
		}
		if err := p.Send(ctx, p.ID(r), p.Map(r)); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", p.ID(r), err))
		}
	}
	return errors.Join(errs...)
}
