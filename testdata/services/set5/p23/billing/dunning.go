package billing

import (
	"context"

	"services/set5/p23/bus"
)

const TopicDebitReturned = "billing.debit_returned"

// DebitReturned is published when a bank returns a direct debit.
type DebitReturned struct {
	AccountID string
	Mandate   string
	IBAN      string
	Cents     int64
	Reason    string
}

type Dunning struct{ Bus *bus.Bus }

func (d *Dunning) Returned(ctx context.Context, account, mandate, iban, reason string, cents int64) error {
	return d.Bus.Publish(ctx, TopicDebitReturned, DebitReturned{
		AccountID: account, Mandate: mandate, IBAN: iban, Cents: cents, Reason: reason,
	})
}
