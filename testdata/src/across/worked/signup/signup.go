// Mode: unless-clean.

// Package signup is the third of the worked example in docs/how-it-works.md.
package signup

import (
	"across/worked/attrs"
	"across/worked/client"
)

func register(c *client.Client, u attrs.User) error {
	return c.Save("u1", attrs.Profile(u, u.SSN)) // want `never-send value SSN reaches .*Identify under "note"`
}

func renamed(c *client.Client, u attrs.User) error {
	return c.Save("u1", attrs.Profile(u, "by phone"))
}
