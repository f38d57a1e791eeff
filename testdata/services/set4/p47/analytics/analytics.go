package analytics

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Customerio struct{ Client *customerio.CustomerIO }

func (c Customerio) TrackApplication(ctx context.Context, customer string, fields map[string]any) error {
	return c.Client.TrackCtx(ctx, customer, "loan_application", fields)
}
