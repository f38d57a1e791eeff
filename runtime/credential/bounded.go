package credential

import "context"

// bounded runs something that may not heed its context, and stops waiting for it when the context ends. It goes on by
// itself then, and what comes of it is dropped.
func bounded[T any](ctx context.Context, run func(context.Context) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := run(ctx)
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// An outsider calls functions that somebody else wrote, one at a time, and waits for none of them longer than a context
// lasts. One that was given up on and still runs keeps the others waiting, each until its own context ends.
type outsider chan struct{}

func newOutsider() outsider { return make(outsider, 1) }

func call[T any](ctx context.Context, o outsider, run func(context.Context) (T, error)) (T, error) {
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	select {
	case o <- struct{}{}:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	return bounded(ctx, func(ctx context.Context) (T, error) {
		defer func() { <-o }()
		return run(ctx)
	})
}
