package people

import (
	"context"
	"maps"

	customerio "github.com/customerio/go-customerio/v3"
)

type Store struct {
	client   *customerio.CustomerIO
	defaults map[string]any
}

func New(c *customerio.CustomerIO, source string) *Store {
	return &Store{client: c, defaults: map[string]any{"source": source}}
}

func (s *Store) Put(ctx context.Context, id string, attributes map[string]any) error {
	merged := maps.Clone(s.defaults)
	maps.Copy(merged, attributes)
	return s.client.IdentifyCtx(ctx, id, merged)
}
