// Mode: unless-clean.

// Package setter hands over a decorator that sanitizes.
package setter

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := &domain.BySetter{}
	d.SetTracker(decorator.NewCleaning(adapter.New(c)))
	return d
}
