package tracking

import (
	"context"
	"log/slog"
	"time"

	"services/set9/p15/seller"

	customerio "github.com/customerio/go-customerio/v3"
)

type Decorator func(seller.Tracker) seller.Tracker

type trackFunc func(ctx context.Context, who, what string, props map[string]any) error

func (f trackFunc) Track(ctx context.Context, who, what string, props map[string]any) error {
	return f(ctx, who, what, props)
}

func Remote(c *customerio.CustomerIO) seller.Tracker {
	return trackFunc(func(ctx context.Context, who, what string, props map[string]any) error {
		return c.TrackCtx(ctx, who, what, props)
	})
}

func Timed(next seller.Tracker) seller.Tracker {
	return trackFunc(func(ctx context.Context, who, what string, props map[string]any) error {
		start := time.Now()
		defer func() { slog.Debug("tracked", "event", what, "took", time.Since(start)) }()
		return next.Track(ctx, who, what, props)
	})
}

func Retry(n int) Decorator {
	return func(next seller.Tracker) seller.Tracker {
		return trackFunc(func(ctx context.Context, who, what string, props map[string]any) (err error) {
			for range n {
				if err = next.Track(ctx, who, what, props); err == nil {
					return nil
				}
			}
			return err
		})
	}
}

func Wrap(t seller.Tracker, ds ...Decorator) seller.Tracker {
	for _, d := range ds {
		t = d(t)
	}
	return t
}
