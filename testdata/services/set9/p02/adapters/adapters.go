package adapters

import (
	"context"
	"database/sql"

	customerio "github.com/customerio/go-customerio/v3"
)

type SQLVault struct{ DB *sql.DB }

func (v SQLVault) Put(ctx context.Context, travellerID, passportNumber string) error {
	_, err := v.DB.ExecContext(ctx, `insert into passports (traveller_id, number) values ($1, $2)`, travellerID, passportNumber)
	return err
}

type Messaging struct{ Client *customerio.CustomerIO }

func (m Messaging) Announce(ctx context.Context, travellerID, what string, details map[string]any) error {
	return m.Client.TrackCtx(ctx, travellerID, what, details)
}
