// Mode: unless-clean.

// Package farchannels receives payloads from channels of another package.
package farchannels

import (
	"flow/farchannels/far"

	customerio "github.com/customerio/go-customerio/v3"
)

func leaks(c *customerio.CustomerIO, in chan float64) {
	for a := range far.Watch(in) {
		c.Track(a.Owner, "e", a.Props) // want `skips the sanitizer and holds "latitude"`
	}
}

func harmless(c *customerio.CustomerIO, in chan float64) {
	for a := range far.Harmless(in) {
		c.Track(a.Owner, "e", a.Props)
	}
}
