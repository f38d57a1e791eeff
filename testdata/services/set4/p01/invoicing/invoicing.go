// Package invoicing closes invoices at the end of the month.
package invoicing

import (
	"context"
	"fmt"
)

type Account struct {
	ID       string
	Company  string
	Plan     string
	IBAN     string
	Currency string
}

type Invoice struct {
	Number string
	Cents  int64
	Payer  Account
}

// Announcer tells the account's owner about something that happened.
type Announcer interface {
	Announce(ctx context.Context, accountID, what string, details map[string]any) error
}

type Ledger interface {
	Open(ctx context.Context) ([]Invoice, error)
	MarkClosed(ctx context.Context, number string) error
}

type Closer struct {
	Ledger    Ledger
	Announcer Announcer
}

func (c *Closer) CloseMonth(ctx context.Context) (closed int, err error) {
	open, err := c.Ledger.Open(ctx)
	if err != nil {
		return 0, fmt.Errorf("open invoices: %w", err)
	}
	for _, inv := range open {
		if err := c.Ledger.MarkClosed(ctx, inv.Number); err != nil {
			return closed, err
		}
		closed++
		details := map[string]any{
			"invoice":  inv.Number,
			"amount":   float64(inv.Cents) / 100,
			"currency": inv.Payer.Currency,
		}
		if inv.Payer.IBAN != "" {
			details["payment_method"] = "sepa"
			details["iban"] = inv.Payer.IBAN
		}
		if err := c.Announcer.Announce(ctx, inv.Payer.ID, "invoice_closed", details); err != nil {
			return closed, err
		}
	}
	return closed, nil
}
