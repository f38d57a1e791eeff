// Package remove has the systems to remove people from.
package remove

import (
	"context"
	"database/sql"

	customerio "github.com/customerio/go-customerio/v3"
)

// Table removes rows.
type Table struct {
	DB    *sql.DB
	Query string
}

// Name implements account.Remover.
func (Table) Name() string { return "database" }

// Remove implements account.Remover.
func (t Table) Remove(ctx context.Context, person string) error {
	_, err := t.DB.ExecContext(ctx, t.Query, person)
	return err
}

// Marketing removes people from Customer.io.
type Marketing struct{ Client *customerio.CustomerIO }

// Name implements account.Remover.
func (Marketing) Name() string { return "customer.io" }

// Remove implements account.Remover.
func (m Marketing) Remove(ctx context.Context, person string) error {
	return m.Client.DeleteCtx(ctx, person)
}
