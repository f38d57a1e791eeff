// Package channel has the ways to reach volunteers.
package channel

import (
	"context"
	"fmt"
	"slices"
)

// Contact of a volunteer.
type Contact struct {
	ID    string
	Email string
	Phone string
	Zip   string
}

// Notifier reaches volunteers.
type Notifier interface {
	Notify(ctx context.Context, to Contact, shift string, hours int) error
}

// Registry of notifiers by name.
type Registry map[string]Notifier

// Broadcast reaches a volunteer by all of the channels.
func (r Registry) Broadcast(ctx context.Context, to Contact, shift string, hours int, channels ...string) error {
	slices.Sort(channels)
	for _, name := range slices.Compact(channels) {
		n, ok := r[name]
		if !ok {
			return fmt.Errorf("no channel %q", name)
		}
		if err := n.Notify(ctx, to, shift, hours); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
