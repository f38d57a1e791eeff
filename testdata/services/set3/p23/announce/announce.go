// Package announce announces by Customer.io.
package announce

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p23/loan"
)

// Campaigns starts campaigns.
type Campaigns struct {
	client *customerio.CustomerIO
	fields func(loan.Application) map[string]any
}

// New returns campaigns.
func New(client *customerio.CustomerIO) *Campaigns {
	return &Campaigns{client: client, fields: flat}
}

func flat(app loan.Application) map[string]any {
	return map[string]any{
		"purpose":               app.Purpose,
		"amount":                float64(app.Cents) / 100,
		"payout_holder":         app.Payout.Holder,
		"payout_routing_number": app.Payout.RoutingNumber,
	}
}

// Approved implements loan.Announcer.
func (c *Campaigns) Approved(ctx context.Context, app loan.Application) error {
	return c.client.TrackCtx(ctx, app.Borrower, "loan_approved", c.fields(app))
}

// Refused implements loan.Announcer.
func (c *Campaigns) Refused(ctx context.Context, borrower string) error {
	return c.client.TrackCtx(ctx, borrower, "loan_refused", nil)
}
