// Mode: always.

// Package clash uses the sanitizer's name for other things.
package clash

import (
	"github.com/customerio/go-customerio/v3"
)

func variable(c *customerio.CustomerIO, v string) {
	sanitize := len(v) > 0
	if sanitize {
		c.Identify("u1", map[string]any{"city": v}) // want `skips`
	}
}
