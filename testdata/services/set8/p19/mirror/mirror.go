// Package mirror copies entities to Customer.io.
package mirror

import (
	"context"
	"encoding/json"

	"services/set8/p19/repo"

	"github.com/customerio/go-customerio/v3"
)

// Hook returns a hook that mirrors entities as attributes.
func Hook[T repo.Entity](c *customerio.CustomerIO) repo.Hook[T] {
	return func(ctx context.Context, e T) error {
		b, err := json.Marshal(e)
		if err != nil {
			return err
		}
		attrs := map[string]any{}
		if err := json.Unmarshal(b, &attrs); err != nil {
			return err
		}
		return c.IdentifyCtx(ctx, e.Key(), attrs)
	}
}
