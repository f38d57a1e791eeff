// Mode: unless-clean.

// Package main has an adapter of its own, which is judged with what the domain
// hands to it.
package main

import (
	"wiring/own/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

type harmless struct{ c *customerio.CustomerIO }

// Identify is given what the domain puts together, and that is judged there.
func (h harmless) Identify(id string, attrs map[string]any) error { return h.c.Identify(id, attrs) }

type leaky struct{ c *customerio.CustomerIO }

func (l *leaky) Identify(id string, attrs map[string]any) error { return l.c.Identify(id, attrs) }

// unused is given to nobody who is known.
type unused struct{ c *customerio.CustomerIO }

func (u unused) Identify(id string, attrs map[string]any) error {
	return u.c.Identify(id, attrs) // want `skips the sanitizer`
}

func main() {
	c := customerio.NewTrackClient("", "")
	domain.NewClean(harmless{c}).Do("1", "free")
	domain.NewLeaky(&leaky{c}).Do("1", "2") // want `never-send key "ssn" put into the payload in domain\.\(\*Leaky\)\.Do reaches`
	_ = unused{c}
}
