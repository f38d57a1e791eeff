// Mode: unless-clean.

// Package ports has the interface that the domain calls and the adapter
// implements.
package ports

import "context"

// A Tracker takes what is known of a person.
type Tracker interface {
	Identify(ctx context.Context, id string, attrs map[string]any) error
	Track(ctx context.Context, id, event string, data map[string]any) error
}
