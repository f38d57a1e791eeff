// Mode: unless-clean.

// Package literal hands over a decorator that sanitizes.
package literal

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.ByLiteral{Tracker: decorator.NewCleaning(adapter.New(c))}
	return d
}
