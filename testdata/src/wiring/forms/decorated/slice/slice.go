// Mode: unless-clean.

// Package slice hands over a decorator that sanitizes.
package slice

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewBySlice(decorator.NewCleaning(adapter.New(c)))
	return d
}
