// Mode: unless-clean.

// Package method hands over an adapter that sanitizes.
package method

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByFunc(adapter.NewClean(c).Identify)
	return d
}
