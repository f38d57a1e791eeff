// Mode: unless-clean.

// Package add hands over a decorator that sanitizes.
package add

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := &domain.BySlice{}
	d.Add(decorator.NewCleaning(adapter.New(c)))
	return d
}
