// Package inbox collects what became of messages to merchants.
package inbox

import (
	"context"
	"sync"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// Counter counts by metric.
type Counter struct {
	mu sync.Mutex
	n  map[string]int
}

// Handle counts one event.
func (c *Counter) Handle(_ context.Context, e webhook.Event) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n == nil {
		c.n = make(map[string]int)
	}
	c.n[e.ObjectType+"/"+e.Metric]++
	return nil
}
