// Package dunning reminds of overdue items.
package dunning

import (
	"context"
	"time"

	"services/set7/p51/ledger"
)

// Row of a mailing.
type Row struct {
	ID   string
	Vars map[string]any
}

// Mailer sends a mailing.
type Mailer interface {
	Mail(ctx context.Context, common map[string]any, rows []Row) (int, error)
}

// Run of the dunning process.
type Run struct {
	Grace  time.Duration
	Mailer Mailer
}

// Do one run.
func (r *Run) Do(ctx context.Context, items []ledger.Item) (int, error) {
	late := ledger.Overdue(items, time.Now(), r.Grace)
	rows := make([]Row, len(late))
	for i, it := range late {
		rows[i] = Row{ID: it.Customer, Vars: map[string]any{
			"invoice":      it.Invoice,
			"amount":       float64(it.Cents) / 100,
			"due":          it.Due.Format(time.DateOnly),
			"bank_account": it.BankAccount,
		}}
	}
	return r.Mailer.Mail(ctx, map[string]any{"grace_days": int(r.Grace.Hours() / 24)}, rows)
}
