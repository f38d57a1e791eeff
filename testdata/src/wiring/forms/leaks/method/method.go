// Mode: unless-clean.

// Package method hands over an adapter that sends what it is given.
package method

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByFunc(adapter.New(c).Identify) // want `never-send key "passport_number" put into the payload in domain\.[^ ]+ reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
	return d
}
