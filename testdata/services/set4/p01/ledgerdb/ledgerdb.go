package ledgerdb

import (
	"context"
	"database/sql"

	"services/set4/p01/invoicing"
)

type DB struct{ SQL *sql.DB }

func (d DB) Open(ctx context.Context) ([]invoicing.Invoice, error) {
	rows, err := d.SQL.QueryContext(ctx, `select i.number, i.cents, a.id, a.company, a.plan, a.iban, a.currency
		from invoices i join accounts a on a.id = i.account_id where i.closed_at is null`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []invoicing.Invoice
	for rows.Next() {
		var i invoicing.Invoice
		if err := rows.Scan(&i.Number, &i.Cents, &i.Payer.ID, &i.Payer.Company, &i.Payer.Plan, &i.Payer.IBAN, &i.Payer.Currency); err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, rows.Err()
}

func (d DB) MarkClosed(ctx context.Context, number string) error {
	_, err := d.SQL.ExecContext(ctx, `update invoices set closed_at = now() where number = $1`, number)
	return err
}
