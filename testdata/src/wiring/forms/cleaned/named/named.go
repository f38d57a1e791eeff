// Mode: unless-clean.

// Package named hands over an adapter that sanitizes.
package named

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"
	"wiring/forms/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByMap(map[string]ports.Tracker{"cio": adapter.NewClean(c)})
	return d
}
