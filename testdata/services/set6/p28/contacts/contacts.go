package contacts

import (
	"context"
	"errors"
	"sync"
	"time"
)

type Table struct {
	mu  sync.Mutex
	off map[string]time.Time
}

func (t *Table) MarkUnreachable(_ context.Context, id string) error {
	if id == "" {
		return errors.New("no id")
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.off == nil {
		t.off = make(map[string]time.Time)
	}
	t.off[id] = time.Now()
	return nil
}
