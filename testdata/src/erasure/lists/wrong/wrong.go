// Mode: never.

// Package wrong deletes people who were never suppressed, by lists that another
// package sends.
package wrong

import (
	"context"

	"erasure/lists/batch"
)

func op(action, id string) batch.Operation {
	return batch.Operation{Type: "person", Action: action, Identifiers: batch.Identifiers{ID: id}}
}

func Expire(ctx context.Context, c *batch.Client, ids []string) error {
	ops := make([]batch.Operation, 0, len(ids))
	for _, id := range ids {
		ops = append(ops, batch.Operation{Type: "person", Action: "delete", Identifiers: batch.Identifiers{ID: id}})
	}
	return c.Send(ctx, ops) // want `person deleted by .* without being suppressed`
}

func Lit(ctx context.Context, c *batch.Client, id string) error {
	return c.Send(ctx, []batch.Operation{{Type: "person", Action: "delete", Identifiers: batch.Identifiers{ID: id}}}) // want `person deleted by .* without being suppressed`
}

func Made(ctx context.Context, c *batch.Client, id string) error {
	return c.SendBody(ctx, batch.Body{Batch: []batch.Operation{op("delete", id)}}) // want `person deleted by .* without being suppressed`
}
