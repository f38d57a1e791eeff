// Package systems has the systems of the municipality.
package systems

import (
	"context"
	"database/sql"

	"github.com/customerio/go-customerio/v3"
)

// Newsletter is the city's newsletter in Customer.io.
type Newsletter struct{ C *customerio.CustomerIO }

func (n Newsletter) Name() string { return "newsletter" }

// Forget removes the profile.
func (n Newsletter) Forget(ctx context.Context, residentID string) error {
	return n.C.DeleteCtx(ctx, residentID)
}

// Permits is the database of parking permits.
type Permits struct{ DB *sql.DB }

func (p Permits) Name() string { return "permits" }

// Forget makes the row anonymous.
func (p Permits) Forget(ctx context.Context, residentID string) error {
	_, err := p.DB.ExecContext(ctx, `update permit set resident = null where resident = $1`, residentID)
	return err
}
