// Mode: unless-clean.

// Package setter hands over an adapter that sanitizes.
package setter

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := &domain.BySetter{}
	d.SetTracker(adapter.NewClean(c))
	return d
}
