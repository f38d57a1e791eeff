// Mode: never.

// Package steps has a value that goes a long way: a finding carries each step of it.
package steps

import (
	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, SSN string }

func start(c *customerio.CustomerIO, u user) {
	// The number is read here ...
	number := u.SSN
	// ... and nothing is wrong with that.
	if number == "" {
		return
	}

	// It is passed on here.
	outer(c, u.ID, number) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "note"`
}

func outer(c *customerio.CustomerIO, id, text string) {
	// One hop more.
	inner(c, id, text)
}

func inner(c *customerio.CustomerIO, id, text string) {
	m := map[string]any{
		"note": text}
	c.Track(id, "noted", m)
}
