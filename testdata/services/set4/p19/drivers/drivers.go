package drivers

import (
	"context"
	"strings"

	"services/set4/p19/store"
)

type Driver struct {
	ID             string
	Name           string
	DriversLicense string
	Hub            string
	Active         bool
}

type Marketing interface {
	Upsert(ctx context.Context, ref string, traits map[string]any) error
}

type Service struct {
	repo      store.Repo[string, Driver]
	marketing Marketing
}

func NewService(repo store.Repo[string, Driver], m Marketing) *Service {
	return &Service{repo: repo, marketing: m}
}

func (s *Service) Activate(ctx context.Context, id string) error {
	d, err := s.repo.Get(ctx, id)
	if err != nil {
		return err
	}
	d.Active = true
	if err := s.repo.Save(ctx, id, d); err != nil {
		return err
	}
	ref := strings.ToLower(d.DriversLicense)
	return s.marketing.Upsert(ctx, ref, map[string]any{
		"name": d.Name,
		"hub":  d.Hub,
	})
}
