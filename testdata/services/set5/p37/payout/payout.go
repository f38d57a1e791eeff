package payout

import (
	"context"
	"errors"
	"time"
)

type Seller struct {
	ID                string
	ShopName          string
	BankAccountNumber string
	Balance           int64
}

// Notice is what sinks are told.
type Notice struct {
	Person string
	Kind   string
	Fields map[string]any
}

type Sink interface {
	Notify(ctx context.Context, n Notice) error
}

// Ledger moves money.
type Ledger interface {
	Transfer(ctx context.Context, account string, cents int64) (string, error)
}

type Payer struct {
	Ledger Ledger
	Sinks  []Sink
	Clock  func() time.Time
}

func (p Payer) Pay(ctx context.Context, s Seller) error {
	ref, err := p.Ledger.Transfer(ctx, s.BankAccountNumber, s.Balance)
	if err != nil {
		return err
	}
	n := Notice{Person: s.ID, Kind: "payout_sent", Fields: map[string]any{
		"shop":         s.ShopName,
		"amount":       s.Balance,
		"reference":    ref,
		"bank_account": s.BankAccountNumber,
		"paid_at":      p.Clock().Unix(),
	}}
	var errs []error
	for _, sink := range p.Sinks {
		errs = append(errs, sink.Notify(ctx, n))
	}
	return errors.Join(errs...)
}
