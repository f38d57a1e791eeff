package clash

import (
	"fix/clash/sanitize"

	"github.com/customerio/go-customerio/v3"
)

func otherPackage(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": sanitize.HTML(v)}) // want `skips`
}
