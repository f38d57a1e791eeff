// Mode: unless-clean.

// Package argument hands over a decorator that sanitizes.
package argument

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Do(decorator.NewCleaning(adapter.New(c)), "p")
	d := 1
	return d
}
