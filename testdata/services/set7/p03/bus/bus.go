// Package bus is a synchronous event bus.
package bus

import "sync"

// Topic names a kind of message.
type Topic string

// Handler is called for each message.
type Handler func(id string, fields map[string]any)

// Bus delivers messages to those who asked for them.
type Bus struct {
	mu   sync.RWMutex
	subs map[Topic][]Handler
}

// Subscribe adds a handler.
func (b *Bus) Subscribe(t Topic, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[Topic][]Handler)
	}
	b.subs[t] = append(b.subs[t], h)
}

// Publish hands a message to all subscribers.
func (b *Bus) Publish(t Topic, id string, fields map[string]any) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, h := range b.subs[t] {
		h(id, fields)
	}
}
