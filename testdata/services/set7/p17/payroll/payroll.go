// Package payroll pays salaries.
package payroll

import (
	"context"
	"fmt"
	"time"

	"services/set7/p17/notify"
)

// Employee to be paid.
type Employee struct {
	Number string
	Team   string
	IBAN   string
	Gross  int64
}

// Bank transfers money.
type Bank interface {
	Transfer(ctx context.Context, iban string, cents int64) (string, error)
}

// Run pays one month.
type Run struct {
	Month  time.Month
	Bank   Bank
	Notify *notify.Sender
}

// Pay pays everybody and tells them.
func (r Run) Pay(ctx context.Context, staff []Employee) error {
	for _, e := range staff {
		ref, err := r.Bank.Transfer(ctx, e.IBAN, e.Gross*62/100)
		if err != nil {
			return fmt.Errorf("employee %s: %w", e.Number, err)
		}
		opts := []notify.Option{
			notify.With("month", r.Month.String()),
			notify.With("reference", ref),
			notify.With("paid_to", e.IBAN),
			notify.At(time.Now()),
		}
		if err := r.Notify.Send(ctx, e.Number, "salary_paid", opts...); err != nil {
			return err
		}
	}
	return nil
}
