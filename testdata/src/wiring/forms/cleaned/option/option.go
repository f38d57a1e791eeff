// Mode: unless-clean.

// Package option hands over an adapter that sanitizes.
package option

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByOption(domain.WithTracker(adapter.NewClean(c)))
	return d
}
