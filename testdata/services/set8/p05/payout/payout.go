// Package payout tells sellers of a marketplace about their money.
package payout

import "context"

// Seller is paid every week.
type Seller struct {
	ID     string
	Shop   string
	Iban   string
	Volume int64
}

// Notifier is the port.
type Notifier interface {
	Notify(ctx context.Context, sellerID, event string, fields map[string]any) error
}

// Sellers looks sellers up.
type Sellers interface {
	Get(ctx context.Context, id string) (Seller, error)
}

// Service runs the payouts.
type Service struct {
	Notifier Notifier
}

// Paid is called after a transfer.
func (s *Service) Paid(ctx context.Context, sellerID string, cents int64) error {
	return s.Notifier.Notify(ctx, sellerID, "payout_sent", map[string]any{"amount": cents})
}
