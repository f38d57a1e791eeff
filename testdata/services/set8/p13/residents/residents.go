// Package residents handles requests of residents to be forgotten.
package residents

import (
	"context"
	"fmt"
)

// Forgetter is a system that can forget a resident.
type Forgetter interface {
	Name() string
	Forget(ctx context.Context, residentID string) error
}

// Office asks every system.
type Office struct{ systems []Forgetter }

// NewOffice returns an office.
func NewOffice(systems ...Forgetter) *Office { return &Office{systems: systems} }

// Handle forgets one resident everywhere.
func (o *Office) Handle(ctx context.Context, residentID string) error {
	for _, s := range o.systems {
		if err := s.Forget(ctx, residentID); err != nil {
			return fmt.Errorf("%s: %w", s.Name(), err)
		}
	}
	return nil
}
