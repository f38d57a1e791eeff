// Package tagged has files that are built for some only.
package tagged

import "github.com/customerio/go-customerio/v3"

func always(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", withTag(map[string]any{"plan": v})) // want `skips the sanitizer`
}
