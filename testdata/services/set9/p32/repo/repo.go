package repo

import (
	"context"
	"fmt"
)

type Row interface{ PK() string }

// Synced is a table whose rows are shown to another system by a view.
type Synced[R Row, V any] struct {
	rows map[string]R
	view func(R) V
	push func(ctx context.Context, pk string, v V) error
}

func Open[R Row, V any](view func(R) V, push func(context.Context, string, V) error) *Synced[R, V] {
	return &Synced[R, V]{rows: make(map[string]R), view: view, push: push}
}

func (s *Synced[R, V]) Put(ctx context.Context, r R) error {
	s.rows[r.PK()] = r
	if err := s.push(ctx, r.PK(), s.view(r)); err != nil {
		return fmt.Errorf("push %T: %w", r, err)
	}
	return nil
}
