package imports

import (
	"github.com/customerio/go-customerio/v3"

	clean "github.com/ciolint/ciolint/runtime/sanitize"
)

func named(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
	c.Identify("u1", clean.Attributes(map[string]any{"city": v}))
}
