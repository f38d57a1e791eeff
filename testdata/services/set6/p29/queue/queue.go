package queue

import (
	"context"
	"fmt"
)

type Message struct {
	Kind string
	Body []byte
}

type HandlerFunc func(ctx context.Context, m Message) error

type Mux struct{ routes map[string]HandlerFunc }

func (m *Mux) Handle(kind string, h HandlerFunc) {
	if m.routes == nil {
		m.routes = make(map[string]HandlerFunc)
	}
	m.routes[kind] = h
}

func (m *Mux) Dispatch(ctx context.Context, msg Message) error {
	h, ok := m.routes[msg.Kind]
	if !ok {
		return fmt.Errorf("no handler for %q", msg.Kind)
	}
	return h(ctx, msg)
}
