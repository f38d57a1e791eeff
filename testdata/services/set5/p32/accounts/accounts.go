package accounts

import (
	"context"
	"fmt"
)

type Account struct {
	ID       string
	Phone    string
	Language string
	Plan     struct {
		Name  string
		Seats int
	}
}

type Sync interface {
	Sync(ctx context.Context, id string, state map[string]any) error
}

type Service struct {
	Sync
	Accounts map[string]*Account
}

func (s *Service) ChangePhone(ctx context.Context, id, phone string) error {
	a, ok := s.Accounts[id]
	if !ok {
		return fmt.Errorf("accounts: no %q", id)
	}
	a.Phone = phone
	return s.Sync.Sync(ctx, id, map[string]any{
		"phone":    a.Phone,
		"language": a.Language,
		"plan":     map[string]any{"name": a.Plan.Name, "seats": a.Plan.Seats},
	})
}
