// Mode: unless-clean.

// Package app registers functions with a package that is not analysed: it may
// call them with anything.
package app

import (
	"sync"

	"wiring/foreign/handlers"

	customerio "github.com/customerio/go-customerio/v3"
)

func register(c *customerio.CustomerIO, m *sync.Map) {
	m.Range(handlers.Forward(c)) // want `payload of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer when the function given here is called with anything`
	m.Range(handlers.Clean(c))
	m.Range(handlers.Plan(c))
}
