// Package fanout tells several systems of a new member.
package fanout

import (
	"context"
	"errors"
)

// Member of a housing association.
type Member struct {
	ID      string
	Phone   string
	Units   int
	Council string
}

// Target is a system.
type Target interface {
	Push(ctx context.Context, id string, fields map[string]any) error
}

// Fanout has targets by name.
type Fanout struct{ Targets map[string]Target }

// Joined tells all of them.
func (f Fanout) Joined(ctx context.Context, m Member) error {
	var errs []error
	for _, t := range f.Targets {
		fields := map[string]any{
			"units":         m.Units,
			"council":       m.Council,
			"contact_phone": m.Phone,
		}
		errs = append(errs, t.Push(ctx, m.ID, fields))
	}
	return errors.Join(errs...)
}
