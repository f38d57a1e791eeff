// Package payout pays sellers.
package payout

import (
	"context"
	"fmt"

	"services/set3/p26/record"
)

// Seller is who is paid.
type Seller struct {
	ID            string
	AccountNumber string
	Balance       int64
}

// Run pays all sellers that have earned enough.
func Run(ctx context.Context, rec record.Recorder, sellers []Seller, least int64) error {
	for _, s := range sellers {
		if s.Balance < least {
			continue
		}
		entry := map[string]any{"amount": s.Balance, "currency": "EUR"}
		entry["bank_account_number"] = s.AccountNumber
		if err := rec.Record(ctx, s.ID, "payout", entry); err != nil {
			return fmt.Errorf("payout to %s: %w", s.ID, err)
		}
	}
	return nil
}
