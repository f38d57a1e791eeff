package repo

import (
	"context"
	"encoding/json"
)

type Keyed interface{ Key() string }

type Mirror func(ctx context.Context, key string, doc map[string]any) error

type Repository[T Keyed] struct {
	items  map[string]T
	mirror Mirror
}

func New[T Keyed](m Mirror) *Repository[T] {
	return &Repository[T]{items: map[string]T{}, mirror: m}
}

func (r *Repository[T]) Save(ctx context.Context, item T) error {
	r.items[item.Key()] = item
	raw, err := json.Marshal(item)
	if err != nil {
		return err
	}
	doc := map[string]any{}
	if err := json.Unmarshal(raw, &doc); err != nil {
		return err
	}
	return r.mirror(ctx, item.Key(), doc)
}
