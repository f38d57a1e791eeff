// Mode: unless-clean.

// Package add hands over an adapter that sanitizes.
package add

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := &domain.BySlice{}
	d.Add(adapter.NewClean(c))
	return d
}
