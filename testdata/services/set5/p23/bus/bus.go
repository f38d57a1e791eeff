package bus

import (
	"context"
	"errors"
	"sync"
)

// Handler handles what was published under a topic.
type Handler func(ctx context.Context, msg any) error

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]Handler
}

func New() *Bus { return &Bus{subs: map[string][]Handler{}} }

func (b *Bus) Subscribe(topic string, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], h)
}

func (b *Bus) Publish(ctx context.Context, topic string, msg any) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	var errs []error
	for _, h := range b.subs[topic] {
		errs = append(errs, h(ctx, msg))
	}
	return errors.Join(errs...)
}
