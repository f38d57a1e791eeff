package charge

import (
	"context"
	"fmt"
)

type Gateway interface {
	Authorize(ctx context.Context, cardNumber string, cents int) error
}

type Order struct {
	ID, GuestID string
	CardNumber  string
	Cents       int
}

type Charger struct{ Gateway Gateway }

func (c Charger) Charge(ctx context.Context, o Order) error {
	if err := c.Gateway.Authorize(ctx, o.CardNumber, o.Cents); err != nil {
		return fmt.Errorf("card %s, order %s: %w", o.CardNumber, o.ID, err)
	}
	return nil
}
