// Mode: unless-clean.

// Package adapter sends what it is given.
package adapter

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type CIO struct{ c *customerio.CustomerIO }

func New(c *customerio.CustomerIO) *CIO { return &CIO{c} }

func (a *CIO) Identify(id string, attrs map[string]any) error { return a.c.Identify(id, attrs) }

func (a *CIO) Set(id, key string, value any) error {
	return a.c.Identify(id, map[string]any{key: value})
}

// Clean sanitizes what it is given.
type Clean struct{ c *customerio.CustomerIO }

func NewClean(c *customerio.CustomerIO) *Clean { return &Clean{c} }

func (a *Clean) Identify(id string, attrs map[string]any) error {
	return a.c.Identify(id, sanitize.Attributes(attrs))
}

func (a *Clean) Set(id, key string, value any) error {
	return a.c.Identify(id, sanitize.Attributes(map[string]any{key: value}))
}

// Log sends nothing.
type Log struct{}

func (Log) Identify(string, map[string]any) error { return nil }
