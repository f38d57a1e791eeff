// Package crm wraps Customer.io.
package crm

import (
	"context"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Client tracks.
type Client struct {
	track *customerio.CustomerIO
	clean func(map[string]any) map[string]any
	now   func() time.Time
}

// Option changes a client.
type Option func(*Client)

// WithSanitizer replaces the sanitizer.
func WithSanitizer(s *sanitize.Sanitizer) Option {
	return func(c *Client) { c.clean = s.Attributes }
}

// WithClock replaces the clock.
func WithClock(now func() time.Time) Option {
	return func(c *Client) { c.now = now }
}

// New returns a client.
func New(track *customerio.CustomerIO, opts ...Option) *Client {
	c := &Client{track: track, clean: sanitize.Attributes, now: time.Now}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// Event tracks one event.
func (c *Client) Event(ctx context.Context, id, name string, data map[string]any) error {
	return c.track.TrackCtx(ctx, id, name, c.clean(data), customerio.WithEventTimestamp(c.now()))
}
