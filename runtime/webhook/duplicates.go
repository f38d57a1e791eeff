package webhook

import (
	"context"
	"crypto/sha256"
	"sync"
	"time"
)

// Defaults of [Duplicates].
const (
	DefaultCapacity = 100_000
	DefaultTTL      = 7 * 24 * time.Hour // as long as Customer.io retries
)

// Duplicates remembers which events were handled, because Customer.io delivers each at least once. Only what was
// handled without an error counts, so a retry after a failure is not lost. The zero value is ready to use. Its methods
// may be called concurrently; do not change the fields after the first call, nor copy it.
//
// The memory is this process's own: a service with several instances, or one that must know after a restart, keeps
// the event IDs in its database instead.
type Duplicates struct {
	// Capacity is how many events are remembered, each in about 200 bytes whatever the length of its ID. When there
	// are more, the oldest is forgotten. Zero or less means [DefaultCapacity].
	Capacity int

	// TTL is how long an event is remembered. Zero or less means [DefaultTTL].
	TTL time.Duration

	// Now is the clock; nil means [time.Now].
	Now func() time.Time

	mu      sync.Mutex
	running map[eventKey]chan struct{} // closed when the handling ends, either way
	handled map[eventKey]struct{}
	order   []handledEvent // what handled holds, oldest first
}

// eventKey stands for an event ID in a fixed number of bytes.
type eventKey [sha256.Size]byte

type handledEvent struct {
	key eventKey
	at  time.Time
}

// Do calls handle unless an event with this ID was handled before, and remembers the ID if handle returns nil. While
// another call handles the same event, Do waits for its outcome: success makes this one a duplicate, failure makes it
// this one's turn. If ctx ends first, Do returns its error. An empty ID is never a duplicate.
func (d *Duplicates) Do(ctx context.Context, eventID string, handle func() error) (duplicate bool, err error) {
	if eventID == "" {
		return false, handle()
	}
	key := eventKey(sha256.Sum256([]byte(eventID)))
	for {
		other, duplicate := d.begin(key)
		if duplicate {
			return true, nil
		}
		if other == nil {
			break
		}
		select {
		case <-other:
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
	succeeded := false // and stays so if handle panics
	defer func() { d.end(key, succeeded) }()
	err = handle()
	succeeded = err == nil
	return false, err
}

// begin claims an event for the caller, unless it was handled or other is still at it.
func (d *Duplicates) begin(key eventKey) (other <-chan struct{}, duplicate bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forget()
	if _, ok := d.handled[key]; ok {
		return nil, true
	}
	if done, ok := d.running[key]; ok {
		return done, false
	}
	if d.running == nil {
		d.running = make(map[eventKey]chan struct{})
		d.handled = make(map[eventKey]struct{})
	}
	d.running[key] = make(chan struct{})
	return nil, false
}

func (d *Duplicates) end(key eventKey, succeeded bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	close(d.running[key])
	delete(d.running, key)
	if succeeded {
		d.handled[key] = struct{}{}
		d.order = append(d.order, handledEvent{key, d.now()})
	}
}

// forget drops what is too old or too much. All events live equally long, so these are always the first ones.
func (d *Duplicates) forget() {
	capacity, ttl := d.Capacity, d.TTL
	if capacity <= 0 {
		capacity = DefaultCapacity
	}
	if ttl <= 0 {
		ttl = DefaultTTL
	}
	now := d.now()
	for len(d.order) > 0 && (len(d.order) > capacity || now.Sub(d.order[0].at) >= ttl) {
		delete(d.handled, d.order[0].key)
		d.order = d.order[1:] // append moves the rest to a fresh array now and then
	}
}

func (d *Duplicates) now() time.Time {
	if d.Now == nil {
		return time.Now()
	}
	return d.Now()
}
