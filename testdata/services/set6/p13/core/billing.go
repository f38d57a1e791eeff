package core

import (
	"context"
)

type Party struct {
	ID      string
	Tariff  string
	IBAN    string
	Balance float64
}

type Profiles interface {
	Put(ctx context.Context, id string, attrs map[string]any) error
}

type Directory interface {
	Lookup(ctx context.Context, id string) (Party, error)
}

type MoveIn struct{ Profiles Profiles }

func (m MoveIn) Execute(ctx context.Context, id, tariff string) error {
	return m.Profiles.Put(ctx, id, map[string]any{"tariff": tariff, "moved_in": true})
}
