// Mode: unless-clean.

// Package generic hands over a decorator that sanitizes.
package generic

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewGeneric(decorator.NewCleaning(adapter.New(c)))
	return d
}
