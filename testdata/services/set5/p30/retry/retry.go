// Package retry repeats what fails.
package retry

import (
	"context"
	"math/rand/v2"
	"time"
)

type Policy struct {
	Attempts int
	Base     time.Duration
}

// Do calls f until it succeeds.
func Do[T any](ctx context.Context, p Policy, f func(context.Context) (T, error)) (T, error) {
	var (
		out T
		err error
	)
	for i := range max(p.Attempts, 1) {
		if out, err = f(ctx); err == nil {
			return out, nil
		}
		wait := p.Base << i
		wait += rand.N(wait/2 + 1)
		select {
		case <-ctx.Done():
			return out, ctx.Err()
		case <-time.After(wait):
		}
	}
	return out, err
}
