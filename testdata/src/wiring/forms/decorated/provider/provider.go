// Mode: unless-clean.

// Package provider hands over a decorator that sanitizes.
package provider

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"
	"wiring/forms/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByProvider(func() ports.Tracker { return decorator.NewCleaning(adapter.New(c)) })
	return d
}
