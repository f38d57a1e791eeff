// Package notify has the adapter and its decorators.
package notify

import (
	"context"

	"services/set8/p05/payout"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// CIO is the adapter.
type CIO struct{ C *customerio.CustomerIO }

func (n *CIO) Notify(ctx context.Context, id, event string, fields map[string]any) error {
	return n.C.TrackCtx(ctx, id, event, fields)
}

// Scrubbing sanitizes what it is given.
type Scrubbing struct{ Inner payout.Notifier }

func (s Scrubbing) Notify(ctx context.Context, id, event string, fields map[string]any) error {
	return s.Inner.Notify(ctx, id, event, sanitize.Attributes(fields))
}

// Enriching adds what templates need of the seller.
type Enriching struct {
	Inner   payout.Notifier
	Sellers payout.Sellers
}

func (e Enriching) Notify(ctx context.Context, id, event string, fields map[string]any) error {
	seller, err := e.Sellers.Get(ctx, id)
	if err != nil {
		return err
	}
	fields["shop"] = seller.Shop
	fields["volume"] = seller.Volume
	fields["iban"] = seller.Iban
	return e.Inner.Notify(ctx, id, event, fields)
}
