// Mode: unless-clean.

// Package provider hands over an adapter that sanitizes.
package provider

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"
	"wiring/forms/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByProvider(func() ports.Tracker { return adapter.NewClean(c) })
	return d
}
