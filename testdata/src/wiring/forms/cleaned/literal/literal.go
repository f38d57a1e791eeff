// Mode: unless-clean.

// Package literal hands over an adapter that sanitizes.
package literal

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.ByLiteral{Tracker: adapter.NewClean(c)}
	return d
}
