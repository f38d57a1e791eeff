package tagged

import "github.com/customerio/go-customerio/v3"

func elsewhere(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v})
}
