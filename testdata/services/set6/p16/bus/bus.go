package bus

import (
	"context"
)

type Event interface{ Subject() string }

type Bus struct {
	subs map[topic][]func(context.Context, Event) error
}

type topic string

func New() *Bus { return &Bus{subs: map[topic][]func(context.Context, Event) error{}} }

func On[E Event](b *Bus, name string, h func(context.Context, E) error) {
	k := topic(name)
	b.subs[k] = append(b.subs[k], func(ctx context.Context, e Event) error {
		typed, ok := e.(E)
		if !ok {
			return nil
		}
		return h(ctx, typed)
	})
}

func (b *Bus) Emit(ctx context.Context, name string, e Event) error {
	for _, h := range b.subs[topic(name)] {
		if err := h(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
