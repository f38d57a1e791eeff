// Package bus is a small typed event bus.
package bus

import "context"

// Handler handles events of one type.
type Handler[E any] func(ctx context.Context, e E)

// Topic has subscribers.
type Topic[E any] struct{ handlers []Handler[E] }

// Subscribe adds a handler.
func (t *Topic[E]) Subscribe(h Handler[E]) { t.handlers = append(t.handlers, h) }

// Publish calls all handlers.
func (t *Topic[E]) Publish(ctx context.Context, e E) {
	for _, h := range t.handlers {
		h(ctx, e)
	}
}
