// Mode: never.

// Package right suppresses everybody whom it deletes.
package right

import (
	"context"

	"erasure/lists/batch"
)

func op(action, id string) batch.Operation {
	return batch.Operation{Type: "person", Action: action, Identifiers: batch.Identifiers{ID: id}}
}

func Together(ctx context.Context, c *batch.Client, id string) error {
	return c.Send(ctx, []batch.Operation{op("suppress", id), op("delete", id)})
}

func All(ctx context.Context, c *batch.Client, ids []string) error {
	var ops []batch.Operation
	for _, id := range ids {
		ops = append(ops, op("suppress", id), op("delete", id))
	}
	return c.Send(ctx, ops)
}

func Identify(ctx context.Context, c *batch.Client, ids []string) error {
	var ops []batch.Operation
	for _, id := range ids {
		ops = append(ops, op("identify", id))
	}
	return c.SendBody(ctx, batch.Body{Batch: ops})
}

func InTurn(ctx context.Context, c *batch.Client, id string) error {
	if err := c.SendBody(ctx, batch.Body{Batch: []batch.Operation{op("suppress", id)}}); err != nil {
		return err
	}
	return c.SendBody(ctx, batch.Body{Batch: []batch.Operation{op("delete", id)}})
}
