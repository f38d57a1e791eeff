// Mode: unless-clean.

// Package method hands over a decorator that sanitizes.
package method

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByFunc(decorator.NewCleaning(adapter.New(c)).Identify)
	return d
}
