// Package wraps has decorators for account.Announce.
package wraps

import (
	"context"
	"maps"

	"services/set8/p06/account"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Ledger knows the details of accounts.
type Ledger interface {
	RoutingNumber(customer string) string
	Branch(customer string) string
}

// Details adds what the ledger knows.
func Details(l Ledger) account.Wrap {
	return func(next account.Announce) account.Announce {
		return func(ctx context.Context, customer, event string, facts map[string]any) error {
			more := maps.Clone(facts)
			more["branch"] = l.Branch(customer)
			more["routing_number"] = l.RoutingNumber(customer)
			return next(ctx, customer, event, more)
		}
	}
}

// Clean sanitizes.
func Clean(next account.Announce) account.Announce {
	return func(ctx context.Context, customer, event string, facts map[string]any) error {
		return next(ctx, customer, event, sanitize.Attributes(facts))
	}
}
