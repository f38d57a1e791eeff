// Package charge charges cards for premiums.
package charge

import (
	"context"
	"errors"
	"fmt"
)

// ErrDeclined is what the acquirer says.
var ErrDeclined = errors.New("declined")

// Card of a policy holder.
type Card struct {
	CardNumber string
	Expiry     string
}

// Acquirer takes money.
type Acquirer interface {
	Authorize(ctx context.Context, c Card, cents int64) error
}

// Premium charges one premium.
func Premium(ctx context.Context, a Acquirer, c Card, cents int64) error {
	if err := a.Authorize(ctx, c, cents); err != nil {
		return fmt.Errorf("charge %d to %s: %w", cents, c.CardNumber, err)
	}
	return nil
}
