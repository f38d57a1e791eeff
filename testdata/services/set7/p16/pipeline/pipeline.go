// Package pipeline enriches and sends purchases.
package pipeline

import (
	"context"
	"maps"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Event is on its way.
type Event struct {
	Player string
	Name   string
	Props  map[string]any
}

// Step adds to an event.
type Step interface{ Apply(*Event) }

// StepFunc is a Step.
type StepFunc func(*Event)

// Apply implements Step.
func (f StepFunc) Apply(e *Event) { f(e) }

// Pipeline of steps.
type Pipeline struct {
	steps []Step
	send  func(ctx context.Context, player, name string, props map[string]any) error
}

// New returns a pipeline that ends in send.
func New(send func(ctx context.Context, player, name string, props map[string]any) error, steps ...Step) *Pipeline {
	return &Pipeline{steps: steps, send: send}
}

// Push runs an event through.
func (p *Pipeline) Push(ctx context.Context, e Event) error {
	e.Props = maps.Clone(e.Props)
	if e.Props == nil {
		e.Props = map[string]any{}
	}
	for _, s := range p.steps {
		s.Apply(&e)
	}
	clean := sanitize.Attributes(e.Props)
	return p.send(ctx, e.Player, e.Name, clean)
}
