// Mode: always.

// Package clashglobal has the sanitizer's name, and the next choice, at
// package level.
package clashglobal

import (
	"github.com/customerio/go-customerio/v3"
)

func f(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
}
