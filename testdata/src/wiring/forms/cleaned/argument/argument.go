// Mode: unless-clean.

// Package argument hands over an adapter that sanitizes.
package argument

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Do(adapter.NewClean(c), "p")
	d := 1
	return d
}
