// Package port says what the relay needs.
package port

import (
	"context"
	"encoding/json"
)

// Entry is a row of the outbox.
type Entry struct {
	Seq  int64
	Who  string
	Name string
	Body json.RawMessage
}

// Source yields entries.
type Source interface {
	Poll(ctx context.Context) ([]Entry, error)
	Done(ctx context.Context, upTo int64) error
}

// Publisher sends one event.
type Publisher interface {
	Publish(ctx context.Context, who, name string, data map[string]any) error
}
