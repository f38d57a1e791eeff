package notify

import (
	"context"

	"services/set5/p19/billing"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Notifier struct {
	client *customerio.CustomerIO
	clean  func(map[string]any) map[string]any
}

func New(client *customerio.CustomerIO) *Notifier {
	return &Notifier{client: client, clean: sanitize.Attributes}
}

// Charged tells of a charge.
func (n *Notifier) Charged(ctx context.Context, c billing.Charge) error {
	event := "charge_succeeded"
	if c.Err != nil {
		event = "charge_failed"
	}
	return n.client.TrackCtx(ctx, c.CustomerID, event, n.clean(map[string]any{
		"amount_cents": c.Cents,
		"currency":     c.Currency,
		"summary":      c.Summary(),
	}))
}
