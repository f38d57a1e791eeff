// Package onboarding signs sellers up.
package onboarding

import (
	"context"

	"services/set8/p43/attrs"

	"github.com/customerio/go-customerio/v3"
)

// Seller signs up.
type Seller struct {
	ID, Shop, Country string
	Bank              struct{ Name, AccountNumber string }
}

// Flow is the sign-up.
type Flow struct{ CIO *customerio.CustomerIO }

// Finish is the last step.
func (f Flow) Finish(ctx context.Context, s Seller) error {
	m := attrs.Build(map[string]any{"country": s.Country}, attrs.Shop(s.Shop), attrs.Payout(s.Bank.Name, s.Bank.AccountNumber))
	return f.CIO.IdentifyCtx(ctx, s.ID, m)
}
