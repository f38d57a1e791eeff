// Mode: unless-clean.

// Package impl has an adapter of an unexported type.
package impl

import customerio "github.com/customerio/go-customerio/v3"

type cio struct{ c *customerio.CustomerIO }

func (c *cio) Identify(id string, attrs map[string]any) error { return c.c.Identify(id, attrs) }

func New(c *customerio.CustomerIO) *cio { return &cio{c} }
