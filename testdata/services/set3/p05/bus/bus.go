// Package bus is an event bus within the process.
package bus

import (
	"context"
	"log/slog"
	"sync"
)

// Message is what travels.
type Message struct {
	Topic   string
	Subject string
	Fields  map[string]any
}

// Subscriber takes messages.
type Subscriber interface {
	Receive(ctx context.Context, m Message) error
}

// Bus hands messages to subscribers.
type Bus struct {
	mu   sync.RWMutex
	subs map[string][]Subscriber
}

// New returns a bus without subscribers.
func New() *Bus { return &Bus{subs: make(map[string][]Subscriber)} }

// Subscribe adds a subscriber to a topic.
func (b *Bus) Subscribe(topic string, s Subscriber) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], s)
}

// Publish hands m to all subscribers of its topic.
func (b *Bus) Publish(ctx context.Context, m Message) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, s := range b.subs[m.Topic] {
		if err := s.Receive(ctx, m); err != nil {
			slog.Error("subscriber failed", "topic", m.Topic, "err", err)
		}
	}
}
