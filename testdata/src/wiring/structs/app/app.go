// Mode: unless-clean.

// Package app puts them together.
package app

import (
	"wiring/structs/adapter"
	"wiring/structs/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func embedded(c *customerio.CustomerIO) domain.Embedded {
	return domain.Embedded{S: adapter.Embedding{
		Sender: adapter.CIO{C: c}, // want `never-send key "ssn" put into the payload in domain\.\(Embedded\)\.Do reaches`
	}}
}

func harmless(c *customerio.CustomerIO) domain.Harmless {
	return domain.Harmless{S: adapter.CIO{C: c}}
}

// What a fact does not hold is unknown, and asks for the sanitizer.
func wide(c *customerio.CustomerIO) domain.Wide {
	return domain.Wide{S: adapter.CIO{C: c}} // want `payload put together in domain\.\(Wide\)\.Do of .* skips the sanitizer`
}

func deep(c *customerio.CustomerIO) domain.Deep {
	return domain.Deep{S: adapter.CIO{C: c}} // want `payload put together in domain\.\(Deep\)\.Do of .* skips the sanitizer`
}
