// Mode: unless-clean.

// Package generic hands over an adapter that sanitizes.
package generic

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewGeneric(adapter.NewClean(c))
	return d
}
