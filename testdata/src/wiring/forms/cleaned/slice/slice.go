// Mode: unless-clean.

// Package slice hands over an adapter that sanitizes.
package slice

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewBySlice(adapter.NewClean(c))
	return d
}
