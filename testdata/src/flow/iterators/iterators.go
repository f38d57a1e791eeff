// Mode: never.

// Package iterators sends what an iterator of its own yields.
package iterators

import (
	"iter"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, SSN, Phone string }

func numbers(u user) iter.Seq[string] {
	return func(yield func(string) bool) { yield(u.SSN) } // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "x"`
}

func ownIterator(c *customerio.CustomerIO, u user) {
	for s := range numbers(u) {
		c.Identify("1", map[string]any{"x": s})
	}
}
