package bus

import (
	"context"
	"errors"
	"sync"
)

// Handler reacts to one message.
type Handler func(ctx context.Context, subject string, data map[string]any) error

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]Handler
}

func New() *Bus { return &Bus{subs: map[string][]Handler{}} }

func (b *Bus) On(topic string, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], h)
}

func (b *Bus) Emit(ctx context.Context, topic, subject string, data map[string]any) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	var errs []error
	for _, h := range b.subs[topic] {
		errs = append(errs, h(ctx, subject, data))
	}
	return errors.Join(errs...)
}
