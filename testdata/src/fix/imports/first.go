package imports

import (
	"github.com/customerio/go-customerio/v3"
)

func first(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
}
