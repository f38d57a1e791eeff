package journeys

import (
	"context"
	"fmt"

	"services/set5/p23/billing"
	"services/set5/p23/bus"

	customerio "github.com/customerio/go-customerio/v3"
)

type Subscriber struct{ cio *customerio.CustomerIO }

// Attach subscribes to what journeys are triggered by.
func Attach(b *bus.Bus, cio *customerio.CustomerIO) {
	s := &Subscriber{cio: cio}
	b.Subscribe(billing.TopicDebitReturned, s.debitReturned)
}

func (s *Subscriber) debitReturned(ctx context.Context, msg any) error {
	e, ok := msg.(billing.DebitReturned)
	if !ok {
		return fmt.Errorf("journeys: unexpected %T", msg)
	}
	data := map[string]any{
		"amount": float64(e.Cents) / 100,
		"reason": e.Reason,
		"iban":   e.IBAN,
	}
	return s.cio.TrackCtx(ctx, e.AccountID, "debit_returned", data)
}
