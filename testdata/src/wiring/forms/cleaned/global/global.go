// Mode: unless-clean.

// Package global hands over an adapter that sanitizes.
package global

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Default = adapter.NewClean(c)
	d := 1
	return d
}
