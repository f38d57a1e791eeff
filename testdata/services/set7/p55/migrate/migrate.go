// Package migrate moves members.
package migrate

import (
	"context"
	"errors"
	"fmt"

	"services/set7/p55/members"
)

// Directory where members are known.
type Directory interface {
	Join(ctx context.Context, keep, old string) error
	Save(ctx context.Context, id string, fields map[string]any) error
}

// Step of the migration.
type Step func(ctx context.Context, d Directory, m members.Member) error

// Steps in their order.
var Steps = []Step{validate, join, save}

func validate(_ context.Context, _ Directory, m members.Member) error { return m.Valid() }

func join(ctx context.Context, d Directory, m members.Member) error {
	if m.Legacy.SSN == "" {
		return nil
	}
	return d.Join(ctx, m.UUID, m.Legacy.SSN)
}

func save(ctx context.Context, d Directory, m members.Member) error {
	fields := map[string]any{"plan": m.Legacy.Plan, "member_since": m.Legacy.Since}
	if p := m.Legacy.Passport; p != "" {
		fields["passport_no"] = p
	}
	return d.Save(ctx, m.UUID, fields)
}

// All members.
func All(ctx context.Context, d Directory, list []members.Member) error {
	var errs []error
next:
	for _, m := range list {
		for i, step := range Steps {
			if err := step(ctx, d, m); err != nil {
				errs = append(errs, fmt.Errorf("step %d: %w", i, err))
				continue next
			}
		}
	}
	return errors.Join(errs...)
}
