// Mode: unless-clean.

// Package app hands the adapter to the domain.
package app

import (
	"wiring/constructor/adapter"
	"wiring/constructor/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) *domain.Signup {
	a := adapter.New(c)
	return domain.NewSignup(a) // want `never-send key "passport_number" put into the payload in domain\.\(\*Signup\)\.Register reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
}

func WireHarmless(c *customerio.CustomerIO) *domain.Harmless {
	return domain.NewHarmless(adapter.New(c))
}
