// Package outbox stores messages until they are delivered.
package outbox

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
)

// Message is something that happened to somebody.
type Message interface {
	Subject() string
	Type() string
}

// Deliver takes a message's fields.
type Deliver func(ctx context.Context, subject, typ string, fields map[string]any) error

// Outbox of one kind of messages.
type Outbox[T Message] struct {
	mu      sync.Mutex
	waiting []T
}

// Put adds a message.
func (o *Outbox[T]) Put(m T) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.waiting = append(o.waiting, m)
}

// Flush delivers what waits and keeps what failed.
func (o *Outbox[T]) Flush(ctx context.Context, deliver Deliver) error {
	o.mu.Lock()
	batch := o.waiting
	o.waiting = nil
	o.mu.Unlock()
	var errs []error
	for _, m := range batch {
		if err := send(ctx, m, deliver); err != nil {
			errs = append(errs, err)
			o.Put(m)
		}
	}
	return errors.Join(errs...)
}

func send[T Message](ctx context.Context, m T, deliver Deliver) error {
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	fields := map[string]any{}
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	return deliver(ctx, m.Subject(), m.Type(), fields)
}
