package ciostore

import (
	"context"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

type Store struct{ track *customerio.CustomerIO }

func New(t *customerio.CustomerIO) *Store { return &Store{track: t} }

func (s *Store) Upsert(ctx context.Context, id string, fields map[string]any) error {
	if err := s.track.IdentifyCtx(ctx, id, fields); err != nil {
		return fmt.Errorf("upsert candidate: %w", err)
	}
	return nil
}
