// Package account closes accounts.
package account

import (
	"context"
	"fmt"
	"log/slog"
)

// Remover removes a person from another system.
type Remover interface {
	Name() string
	Remove(ctx context.Context, person string) error
}

// Closer closes accounts.
type Closer struct {
	removers []Remover
	log      *slog.Logger
}

// NewCloser returns a closer.
func NewCloser(log *slog.Logger, removers ...Remover) *Closer {
	return &Closer{removers: removers, log: log}
}

// Close removes a person everywhere.
func (c *Closer) Close(ctx context.Context, person string) error {
	failed := 0
	for _, r := range c.removers {
		if err := r.Remove(ctx, person); err != nil {
			failed++
			c.log.ErrorContext(ctx, "not removed", "from", r.Name(), "err", err)
		}
	}
	if failed > 0 {
		return fmt.Errorf("account: %d systems still know the person", failed)
	}
	return nil
}
