package claims

import (
	"context"
	"sync"
	"time"
)

type Claim struct {
	Number    string
	Insured   string
	Diagnosis string
	IBAN      string
	Cents     int64
	Decided   time.Time
	Approved  bool
}

// Observer is told of each decision.
type Observer func(ctx context.Context, c Claim) error

type Desk struct {
	mu        sync.Mutex
	observers map[string]Observer
	OnError   func(observer string, err error)
}

// Observe registers an observer under a name.
func (d *Desk) Observe(name string, o Observer) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.observers == nil {
		d.observers = make(map[string]Observer)
	}
	d.observers[name] = o
}

// Decide decides a claim and tells all observers.
func (d *Desk) Decide(ctx context.Context, c Claim, approve bool) {
	c.Approved, c.Decided = approve, time.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	for name, o := range d.observers {
		if err := o(ctx, c); err != nil && d.OnError != nil {
			d.OnError(name, err)
		}
	}
}
