// Mode: never.

// Package bus sends events that its callers name.
package bus

import (
	"context"

	analytics "github.com/customerio/cdp-analytics-go"
)

type Bus struct{ C analytics.Client }

type Event struct {
	User, Name string
	Props      map[string]any
}

func (b *Bus) Emit(ctx context.Context, user, name string) error {
	return b.C.Enqueue(analytics.Track{UserId: user, Event: name})
}

func (b *Bus) Send(ctx context.Context, e Event) error {
	return b.C.Enqueue(analytics.Track{UserId: e.User, Event: e.Name})
}

func (b *Bus) SendPtr(ctx context.Context, e *Event) error {
	if e == nil {
		return nil
	}
	return b.C.Enqueue(analytics.Track{UserId: e.User, Event: e.Name})
}
