// Package audience decides who hears of what.
package audience

import "context"

// Gateway updates profiles.
type Gateway interface {
	Update(ctx context.Context, member string, attributes map[string]any) error
}

// Directory knows how members are reached.
type Directory interface {
	PhoneOf(ctx context.Context, member string) (string, error)
}

// Upgrade moves a member to another tier.
func Upgrade(ctx context.Context, g Gateway, member, tier string) error {
	return g.Update(ctx, member, map[string]any{"tier": tier, "tier_reason": "points"})
}
