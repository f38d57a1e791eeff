// Package episodes tells subscribers of new episodes.
package episodes

import (
	"context"
	"errors"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Doer lends a client.
type Doer interface {
	Do(ctx context.Context, f func(*customerio.CustomerIO) error) error
}

// Episode of a show.
type Episode struct {
	Show, Title string
	Length      time.Duration
	Explicit    bool
}

// Announce an episode to all subscribers.
func Announce(ctx context.Context, d Doer, e Episode, subscribers []string) error {
	var failed []error
	for _, s := range subscribers {
		failed = append(failed, d.Do(ctx, func(c *customerio.CustomerIO) error {
			return c.TrackCtx(ctx, s, "episode_published", sanitize.Attributes(map[string]any{
				"show":     e.Show,
				"title":    e.Title,
				"minutes":  int(e.Length.Minutes()),
				"explicit": e.Explicit,
			}))
		}))
	}
	return errors.Join(failed...)
}
