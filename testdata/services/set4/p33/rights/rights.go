package rights

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type Processor interface {
	Suppress(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
}

type Officer struct {
	Processor Processor
	Pause     time.Duration
}

func (o Officer) one(ctx context.Context, id string) error {
	if err := o.Processor.Suppress(ctx, id); err != nil {
		return fmt.Errorf("suppress: %w", err)
	}
	if err := o.Processor.Delete(ctx, id); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}

// Everybody returns what went wrong with whom.
func (o Officer) Everybody(ctx context.Context, ids []string) error {
	var failed []error
	for n, id := range ids {
		err := o.one(ctx, id)
		if err != nil {
			time.Sleep(o.Pause)
			err = o.one(ctx, id)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("person %d: %w", n, err))
		}
	}
	return errors.Join(failed...)
}
