// Package renewal renews policies.
package renewal

import (
	"context"
	"fmt"

	"services/set8/p29/charge"
)

// Events is the port to marketing.
type Events interface {
	Emit(ctx context.Context, customer, name string, props map[string]any)
}

// Job renews.
type Job struct {
	Acquirer charge.Acquirer
	Events   Events
}

// Renew renews one policy.
func (j *Job) Renew(ctx context.Context, customer, policy string, card charge.Card, cents int64) (err error) {
	defer func() {
		if err != nil {
			j.Events.Emit(ctx, customer, "renewal_failed", map[string]any{"reason": err.Error()})
		}
	}()
	if err := charge.Premium(ctx, j.Acquirer, card, cents); err != nil {
		return fmt.Errorf("policy %s: %w", policy, err)
	}
	j.Events.Emit(ctx, customer, "renewed", map[string]any{"cents": cents})
	return nil
}
