// Package wallet tops up prepaid wallets.
package wallet

import (
	"context"
	"time"
)

// Emitter publishes facts about customers.
type Emitter interface {
	Emit(ctx context.Context, customer, name string, fields map[string]any) error
}

// TopUp is one transfer into a wallet.
type TopUp struct {
	Customer string
	Cents    int64
	IBAN     string
	At       time.Time
}

// Service books top-ups.
type Service struct {
	Out     Emitter
	Balance map[string]int64
}

// Book adds the money and tells.
func (s *Service) Book(ctx context.Context, t TopUp) error {
	s.Balance[t.Customer] += t.Cents
	return s.Out.Emit(ctx, t.Customer, "wallet_topped_up", map[string]any{
		"cents":   t.Cents,
		"iban":    t.IBAN,
		"at":      t.At.Unix(),
		"balance": s.Balance[t.Customer],
	})
}
