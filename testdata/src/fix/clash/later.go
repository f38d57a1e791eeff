package clash

import (
	"github.com/customerio/go-customerio/v3"
)

func declaredAfterwards(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
	sanitize := v
	_ = sanitize
}
