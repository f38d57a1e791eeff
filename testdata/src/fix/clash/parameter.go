package clash

import (
	"github.com/customerio/go-customerio/v3"
)

func parameter(c *customerio.CustomerIO, sanitize func(string) string, v string) {
	c.Identify("u1", map[string]any{"city": sanitize(v)}) // want `skips`
}
