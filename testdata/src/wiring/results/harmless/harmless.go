// Mode: unless-clean.

// Package harmless puts the pipeline together with what may be sent.
package harmless

import (
	"context"

	"wiring/results/clean"
	"wiring/results/pipeline"

	customerio "github.com/customerio/go-customerio/v3"
)

type order struct{ Total int }

func total(o order) map[string]any { return map[string]any{"total": o.Total} }

func mapped(ctx context.Context, c *customerio.CustomerIO, o order) error {
	return pipeline.Pipe[order]{Map: total, Send: c.IdentifyCtx}.Run(ctx, "1", o)
}

func enriched(c *customerio.CustomerIO, points clean.Points) {
	c.Identify("1", pipeline.Enrichers{points}.Collect("1"))
}
