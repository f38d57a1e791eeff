package prefs

import (
	"context"
	"sync"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type Store interface {
	OptOut(ctx context.Context, citizenID string) error
}

type Memory struct {
	mu  sync.Mutex
	out map[string]bool
}

func (m *Memory) OptOut(_ context.Context, citizenID string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.out == nil {
		m.out = map[string]bool{}
	}
	m.out[citizenID] = true
	return nil
}

func Consumer(s Store) func(context.Context, webhook.Event) error {
	return func(ctx context.Context, e webhook.Event) error {
		switch e.Metric {
		case webhook.MetricUnsubscribed, webhook.MetricSpammed:
			return s.OptOut(ctx, e.Data.Identifiers.ID)
		}
		return nil
	}
}
