package bus

import (
	"context"
	"sync"
)

type Handler[E any] func(ctx context.Context, e E) error

type Topic[E any] struct {
	mu   sync.RWMutex
	subs []Handler[E]
}

func (t *Topic[E]) Subscribe(h Handler[E]) {
	t.mu.Lock()
	t.subs = append(t.subs, h)
	t.mu.Unlock()
}

func (t *Topic[E]) Publish(ctx context.Context, e E) error {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for _, h := range t.subs {
		if err := h(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
