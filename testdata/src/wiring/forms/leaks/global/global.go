// Mode: unless-clean.

// Package global hands over an adapter that sends what it is given.
package global

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Default = adapter.New(c) // want `never-send key "passport_number" put into the payload in domain\.[^ ]+ reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
	d := 1
	return d
}
