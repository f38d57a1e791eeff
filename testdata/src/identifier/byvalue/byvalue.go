// Mode: never.

// Package byvalue has identifiers that are known by their form to be a number of a person,
// and some that only look like it or were looked up.
package byvalue

import (
	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, SSN, Phone string }

func numberAsTheID(c *customerio.CustomerIO) {
	c.Identify("123-45-6789", nil) // want `sensitive value \([^)]*\) is used as customer ID of \(\*customerio.CustomerIO\).Identify`
}

func orderNumberAsTheID(c *customerio.CustomerIO) { c.Identify("123456-789", nil) }

func phoneAsTheID(c *customerio.CustomerIO) {
	c.Identify("+1 415 555 0123", nil) // want `sensitive value \([^)]*\) is used as customer ID of \(\*customerio.CustomerIO\).Identify`
}

type directory interface{ IDByPhone(phone string) string }

func lookedUp(c *customerio.CustomerIO, d directory, u user) { c.Identify(d.IDByPhone(u.Phone), nil) }
