// Mode: unless-clean.

// Package pipeline is given functions and implementations that make, fill and
// clean what it hands on.
package pipeline

import "context"

// A Pipe maps and sends records of one type.
type Pipe[T any] struct {
	Map  func(T) map[string]any
	Send func(ctx context.Context, id string, attrs map[string]any) error
}

func (p Pipe[T]) Run(ctx context.Context, id string, r T) error { return p.Send(ctx, id, p.Map(r)) }

// A Cleaner may be the sanitizer.
type Cleaner interface {
	Attributes(map[string]any) map[string]any
}

type Sender interface {
	Send(id string, attrs map[string]any) error
}

type Cleaned struct {
	cleaner Cleaner
	sender  Sender
}

func NewCleaned(c Cleaner, s Sender) *Cleaned { return &Cleaned{c, s} }

func (c *Cleaned) Do(id, ssn string) error {
	return c.sender.Send(id, c.cleaner.Attributes(map[string]any{"ssn": ssn, "plan": "free"}))
}

// An Enricher adds what it knows.
type Enricher interface {
	Enrich(id string, into map[string]any) error
}

type Enrichers []Enricher

func (es Enrichers) Collect(id string) map[string]any {
	m := map[string]any{"plan": "free"}
	for _, e := range es {
		if err := e.Enrich(id, m); err != nil {
			m["incomplete"] = true
		}
	}
	return m
}
