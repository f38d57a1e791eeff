// Mode: unless-clean.

// Package global hands over a decorator that sanitizes.
package global

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Default = decorator.NewCleaning(adapter.New(c))
	d := 1
	return d
}
