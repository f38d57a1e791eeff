package imports

import (
	"github.com/customerio/go-customerio/v3"

	_ "github.com/ciolint/ciolint/runtime/sanitize"
)

func blank(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
}
