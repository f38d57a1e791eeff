// Mode: never.

// Package guardian suppresses somebody else than it deletes.
package guardian

import (
	"context"

	"erasure/lists/batch"
)

func op(action, id string) batch.Operation {
	return batch.Operation{Type: "person", Action: action, Identifiers: batch.Identifiers{ID: id}}
}

func child(ctx context.Context, c *batch.Client, g, id string) error {
	return c.Send(ctx, []batch.Operation{op("suppress", g), op("delete", id)}) // want `person deleted by .* without being suppressed`
}

// Close deletes the child.
func Close(ctx context.Context, c *batch.Client, g, id string) error { return child(ctx, c, g, id) }
