// Mode: unless-clean.

// Package handlers makes functions for others to register.
package handlers

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func Forward(c *customerio.CustomerIO) func(id, data any) bool {
	return func(id, data any) bool { return c.Identify(id.(string), data.(map[string]any)) == nil }
}

func Clean(c *customerio.CustomerIO) func(id, data any) bool {
	return func(id, data any) bool {
		return c.Identify(id.(string), sanitize.Attributes(data.(map[string]any))) == nil
	}
}

func Plan(c *customerio.CustomerIO) func(id, plan any) bool {
	return func(id, plan any) bool {
		return c.Identify(id.(string), map[string]any{"plan": plan.(string)}) == nil
	}
}
