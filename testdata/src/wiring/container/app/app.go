// Mode: unless-clean.

// Package app gives its constructors to a container.
package app

import (
	"wiring/constructor/adapter"
	"wiring/constructor/domain"
	"wiring/constructor/ports"
	"wiring/container/fx"

	customerio "github.com/customerio/go-customerio/v3"
)

func client() *customerio.CustomerIO { return customerio.NewTrackClient("", "") }

func tracker(c *customerio.CustomerIO) ports.Tracker {
	return adapter.New(c) // want `never-send key "passport_number" put into the payload in domain\.\(\*Signup\)\.Register reaches`
}

func leaks(c *fx.Container) { c.Provide(client, tracker, domain.NewSignup) }

func harmless(c *fx.Container) { c.Provide(client, tracker, domain.NewHarmless) }
