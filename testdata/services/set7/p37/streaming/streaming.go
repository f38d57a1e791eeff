// Package streaming plays films.
package streaming

import (
	"context"
	"time"
)

// Events of viewers.
type Events interface {
	Event(ctx context.Context, user, name string, props map[string]any) error
}

// Player plays films.
type Player struct {
	Events Events
	Device string
}

// Watch a film.
func (p Player) Watch(ctx context.Context, user, film string, length time.Duration) error {
	return p.Events.Event(ctx, user, "film_watched", map[string]any{"film": film, "minutes": int(length.Minutes()), "screen": p.Device})
}
