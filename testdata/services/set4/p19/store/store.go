package store

import "context"

// Repo keeps things of one kind.
type Repo[K comparable, V any] interface {
	Get(ctx context.Context, key K) (V, error)
	Save(ctx context.Context, key K, v V) error
}

type Memory[K comparable, V any] map[K]V

func (m Memory[K, V]) Get(_ context.Context, key K) (V, error)  { return m[key], nil }
func (m Memory[K, V]) Save(_ context.Context, key K, v V) error { m[key] = v; return nil }
