// Mode: unless-clean.

// Package adapter sends what the port is given.
package adapter

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type CIO struct{ c *customerio.CustomerIO }

func New(c *customerio.CustomerIO) *CIO { return &CIO{c: c} }

func (a *CIO) Identify(_ context.Context, id string, attrs map[string]any) error {
	return a.c.Identify(id, attrs)
}

func (a *CIO) Track(_ context.Context, id, event string, data map[string]any) error {
	return a.c.Track(id, event, data)
}

// Log sends nothing.
type Log struct{}

func (Log) Identify(context.Context, string, map[string]any) error { return nil }

func (Log) Track(context.Context, string, string, map[string]any) error { return nil }
