package credential

import (
	"context"
	"errors"
	"fmt"
)

// bounded runs something that may not heed its context, and stops waiting for it when the context ends. It goes on by
// itself then, and what comes of it is dropped. A panic reaches the caller, who may be prepared for it, if that still
// waits.
func bounded[T any](ctx context.Context, run func(context.Context) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
		panic any
	}
	done := make(chan result, 1)
	go func() {
		r := result{panic: errExited}
		defer func() {
			if p := recover(); p != nil {
				r.panic = p
			}
			done <- r
		}()
		r.value, r.err = run(ctx)
		r.panic = nil
	}()
	select {
	case r := <-done:
		if r.panic != nil {
			panic(r.panic)
		}
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// errExited is for what ends its goroutine, as t.FailNow does.
var errExited = errors.New("credential: a function called runtime.Goexit")

// Read gets a key from any source as a careful user of it does: it waits no longer than the context lasts, whether or not
// the source heeds it, and checks what it gets; see [CheckKey].
func Read(ctx context.Context, source Source) (string, error) {
	if source == nil {
		return "", fmt.Errorf("credential source: %w", ErrNotSet)
	}
	key, err := bounded(ctx, source.Get)
	if err != nil {
		return "", err
	}
	if err := CheckKey(key); err != nil {
		return "", fmt.Errorf("%s: %w", describe(source), err)
	}
	return key, nil
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
