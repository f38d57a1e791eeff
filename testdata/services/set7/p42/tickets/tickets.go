// Package tickets keeps track of who got a ticket by email.
package tickets

import (
	"context"
	"sync"
)

// Box office.
type Box struct {
	mu        sync.Mutex
	delivered map[string]bool
}

// Delivered marks a customer.
func (b *Box) Delivered(_ context.Context, customer string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.delivered == nil {
		b.delivered = map[string]bool{}
	}
	b.delivered[customer] = true
	return nil
}

// Reprint for those whose email bounced.
func (b *Box) Reprint(_ context.Context, customer string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.delivered, customer)
	return nil
}
