// Package readmodel projects policy events for marketing.
package readmodel

import (
	"context"
	"fmt"

	"services/set8/p02/policy"
)

// Sink receives the read model.
type Sink interface {
	Save(ctx context.Context, customerID string, row Row) error
}

// Row is one line of the read model.
type Row map[string]any

// Projection folds events.
type Projection struct {
	sink  Sink
	seen  map[string]int
	known map[string]bool
}

// New makes a projection.
func New(s Sink) *Projection {
	return &Projection{sink: s, seen: map[string]int{}, known: map[string]bool{}}
}

// Handle folds one event.
func (p *Projection) Handle(ctx context.Context, event any) error {
	switch e := event.(type) {
	case policy.Issued:
		if p.known[e.Holder.SSN] {
			return fmt.Errorf("policy %s: holder is known already", e.PolicyNo)
		}
		p.known[e.Holder.SSN] = true
		p.seen[e.Holder.CustomerID]++
		return p.sink.Save(ctx, e.Holder.CustomerID, Row{
			"cover_tier":   e.Tier.String(),
			"policy_count": p.seen[e.Holder.CustomerID],
		})
	case policy.Upgraded:
		return p.sink.Save(ctx, e.CustomerID, Row{"cover_tier": e.To.String()})
	}
	return nil
}
