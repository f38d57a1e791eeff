package row

import (
	"context"
	"fmt"
	"slices"
)

type Row = map[string]any

type Exporter interface {
	Export(ctx context.Context, key string, r Row) error
}

// Registry has the exporters by the name of their destination.
type Registry map[string]Exporter

// Send sends a row to the destinations, in order.
func (g Registry) Send(ctx context.Context, key string, r Row, to ...string) error {
	slices.Sort(to)
	for _, name := range slices.Compact(to) {
		e, ok := g[name]
		if !ok {
			return fmt.Errorf("row: no exporter %q", name)
		}
		if err := e.Export(ctx, key, r); err != nil {
			return fmt.Errorf("row: %s: %w", name, err)
		}
	}
	return nil
}
