// Package marketing listens to the bus for Customer.io.
package marketing

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p05/bus"
)

// Profiles turns messages into profiles.
type Profiles struct{ CIO *customerio.CustomerIO }

// Receive implements bus.Subscriber.
func (p Profiles) Receive(ctx context.Context, m bus.Message) error {
	return p.CIO.IdentifyCtx(ctx, m.Subject, m.Fields)
}
