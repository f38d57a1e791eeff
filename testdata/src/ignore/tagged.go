//go:build never

package ignore

import "github.com/customerio/go-customerio/v3"

func tagged(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, nil) //ciolint:ignore neversend nobody looks here
}
