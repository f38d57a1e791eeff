// Package sync sends drivers to Customer.io.
package sync

import (
	"context"
	"encoding/json"
	"fmt"

	"services/set8/p27/model"

	"github.com/customerio/go-customerio/v3"
)

// Drivers sends all drivers and counts them.
func Drivers(ctx context.Context, c *customerio.CustomerIO, drivers ...*model.Driver) (n int, err error) {
	for _, d := range drivers {
		attrs, err := attributes(d)
		if err != nil {
			return n, fmt.Errorf("driver %s: %w", d.ID, err)
		}
		if err := c.IdentifyCtx(ctx, d.ID, attrs); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func attributes(d *model.Driver) (m map[string]any, err error) {
	b, err := json.Marshal(d)
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	return m, err
}
