// Mode: never.

// Package globalliterals fills package variables in function literals that capture nothing.
package globalliterals

import (
	"sync"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, SSN, Phone string }

var attrs = map[string]any{}

var current user

func login(u user) { current = u }

func literalThatCapturesNothing(c *customerio.CustomerIO) {
	func() {
		attrs["ssn"] = current.SSN // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	c.Identify("1", attrs)
}

var (
	once   sync.Once
	shared = map[string]any{}
)

func initialisedOnce(c *customerio.CustomerIO) {
	once.Do(func() {
		shared["iban"] = current.ID // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	})
	c.Identify("1", shared)
}
