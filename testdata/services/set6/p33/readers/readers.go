package readers

import (
	"context"
	"fmt"
	"sort"
)

type Registration struct {
	ReaderID string
	Email    string
	Password string
	Paper    string
}

type Channel interface {
	Deliver(ctx context.Context, readerID string, vars map[string]any) error
}

type Welcome struct {
	channels map[string]Channel
	order    []string
}

func NewWelcome(channels map[string]Channel) *Welcome {
	w := &Welcome{channels: channels}
	for name := range channels {
		w.order = append(w.order, name)
	}
	sort.Strings(w.order)
	return w
}

func (w *Welcome) Greet(ctx context.Context, reg Registration) error {
	vars := map[string]any{"paper": reg.Paper, "login": reg.Email}
	vars["initial_password"] = reg.Password
	for _, name := range w.order {
		if err := w.channels[name].Deliver(ctx, reg.ReaderID, vars); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
