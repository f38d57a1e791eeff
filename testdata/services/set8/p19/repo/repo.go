// Package repo is a generic repository with change hooks.
package repo

import (
	"context"
	"sync"
)

// Entity has a key.
type Entity interface{ Key() string }

// Hook is called after each save.
type Hook[T Entity] func(ctx context.Context, e T) error

// Repository keeps entities in memory.
type Repository[T Entity] struct {
	mu    sync.Mutex
	rows  map[string]T
	hooks []Hook[T]
}

// New returns a repository.
func New[T Entity](hooks ...Hook[T]) *Repository[T] {
	return &Repository[T]{rows: map[string]T{}, hooks: hooks}
}

// Save stores and tells the hooks.
func (r *Repository[T]) Save(ctx context.Context, e T) error {
	r.mu.Lock()
	r.rows[e.Key()] = e
	r.mu.Unlock()
	for _, h := range r.hooks {
		if err := h(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
