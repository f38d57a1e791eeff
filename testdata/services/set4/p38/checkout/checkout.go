package checkout

import (
	"context"
	"time"

	"services/set4/p38/payments"

	customerio "github.com/customerio/go-customerio/v3"
)

type Cart struct {
	ID       string
	Customer string
	Cents    int
	Items    []string
	Method   payments.Method
}

type Checkout struct {
	Gateway *payments.Gateway
	Events  *customerio.CustomerIO
}

func (c *Checkout) Pay(ctx context.Context, cart Cart) error {
	start := time.Now()
	err := c.Gateway.Charge(ctx, cart.Method, cart.Cents)
	props := map[string]any{
		"cart":    cart.ID,
		"items":   len(cart.Items),
		"took_ms": time.Since(start).Milliseconds(),
	}
	if err != nil {
		props["reason"] = err.Error()
		_ = c.Events.TrackCtx(ctx, cart.Customer, "payment_failed", props)
		return err
	}
	return c.Events.TrackCtx(ctx, cart.Customer, "payment_succeeded", props)
}
