// Package gym has members.
package gym

import (
	"context"
	"time"
)

// Member of the gym.
type Member struct {
	No       string
	Name     string
	Phone    string
	SSN      string
	Contract string
	Ends     time.Time
}

// Traits of a member, for all systems that ask.
func (m Member) Traits() map[string]any {
	return map[string]any{
		"name":     m.Name,
		"phone":    m.Phone,
		"ssn":      m.SSN,
		"contract": m.Contract,
		"ends_at":  m.Ends.Unix(),
	}
}

// System that knows members.
type System interface {
	Sync(ctx context.Context, no string, traits map[string]any) error
}

// Frontdesk of the gym.
type Frontdesk struct{ systems []System }

// Connect a system.
func (f *Frontdesk) Connect(s System) { f.systems = append(f.systems, s) }

// Renew a contract.
func (f *Frontdesk) Renew(ctx context.Context, m *Member, months int) error {
	m.Ends = m.Ends.AddDate(0, months, 0)
	for _, s := range f.systems {
		if err := s.Sync(ctx, m.No, m.Traits()); err != nil {
			return err
		}
	}
	return nil
}
