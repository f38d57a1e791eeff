// Mode: unless-clean.

// Package app puts the pipeline together.
package app

import (
	"context"

	"wiring/results/clean"
	"wiring/results/pipeline"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type visit struct{ Clinic, Diagnosis string }

func full(v visit) map[string]any {
	return map[string]any{"clinic": v.Clinic, "diagnosis": v.Diagnosis}
}

func mapped(ctx context.Context, c *customerio.CustomerIO, v visit) error {
	return pipeline.Pipe[visit]{
		Map:  full,
		Send: c.IdentifyCtx, // want `never-send key "diagnosis" put into the payload in pipeline\.\(Pipe\[T\]\)\.Run reaches`
	}.Run(ctx, "1", v)
}

func cleaned(c *customerio.CustomerIO) *pipeline.Cleaned {
	return pipeline.NewCleaned(sanitize.New(), clean.Client{C: c})
}

func enriched(c *customerio.CustomerIO, cards clean.Cards, points clean.Points) {
	c.Identify("1", pipeline.Enrichers{points, cards}.Collect("1")) // want `never-send key "credit_card_number"`
}
