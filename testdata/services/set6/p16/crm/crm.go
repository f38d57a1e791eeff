package crm

import (
	"context"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p16/billing"
	"services/set6/p16/bus"
)

type Projection struct{ cio *customerio.CustomerIO }

func Register(b *bus.Bus, cio *customerio.CustomerIO) {
	p := &Projection{cio}
	bus.On(b, "subscription.started", p.started)
	bus.On(b, "invoice.paid", p.paid)
}

func (p *Projection) started(ctx context.Context, e billing.SubscriptionStarted) error {
	return p.cio.IdentifyCtx(ctx, e.AccountID, map[string]any{
		"plan":  e.Plan,
		"seats": e.Seats,
		"mrr":   e.MRR,
	})
}

func (p *Projection) paid(ctx context.Context, e billing.InvoicePaid) error {
	return p.cio.TrackCtx(ctx, e.AccountID, "invoice_paid", map[string]any{
		"amount":   float64(e.Cents) / 100,
		"currency": e.Currency,
	})
}
