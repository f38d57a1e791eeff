// Mode: unless-clean.

// Package option hands over a decorator that sanitizes.
package option

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByOption(domain.WithTracker(decorator.NewCleaning(adapter.New(c))))
	return d
}
