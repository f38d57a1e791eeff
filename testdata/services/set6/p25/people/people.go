package people

import (
	"context"
	"fmt"
)

type Store interface {
	Due(ctx context.Context) ([]string, error)
}

type Remote interface {
	Suppress(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
}

type Offboarding struct {
	Store  Store
	Remote Remote
}

func (o *Offboarding) Run(ctx context.Context) error {
	ids, err := o.Store.Due(ctx)
	if err != nil {
		return fmt.Errorf("due: %w", err)
	}
	for i, id := range ids {
		if err := o.erase(ctx, id); err != nil {
			return fmt.Errorf("person %d of %d: %w", i+1, len(ids), err)
		}
	}
	return nil
}

func (o *Offboarding) erase(ctx context.Context, id string) error {
	if err := o.Remote.Suppress(ctx, id); err != nil {
		return err
	}
	return o.Remote.Delete(ctx, id)
}
