package limit

import (
	"sync"
	"time"
)

// Window counts calls by key.
type Window struct {
	Max  int
	Span time.Duration

	mu    sync.Mutex
	since time.Time
	count map[string]int
}

// Allow tells if the key may call once more.
func (w *Window) Allow(key string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now := time.Now(); w.count == nil || now.Sub(w.since) > w.Span {
		w.since, w.count = now, map[string]int{}
	}
	w.count[key]++
	return w.count[key] <= w.Max
}
