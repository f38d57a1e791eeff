// Mode: always.

// Package joeshaw calls every data-carrying method of joeshaw/customerio.
package joeshaw

import (
	"github.com/joeshaw/customerio"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func identify(c *customerio.Client, v string) {
	c.Identify("u1", "pat@example.com", map[string]interface{}{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.Client\).Identify`
}

func identifySanitized(c *customerio.Client, v string) {
	c.Identify("u1", "pat@example.com", sanitize.Attributes(map[string]interface{}{"ssn": v}))
}

func track(c *customerio.Client, v string) {
	c.Track("u1", "paid", map[string]interface{}{"card_number": v}) // want `never-send key "card_number" reaches \(\*customerio.Client\).Track`
}

func trackSanitized(c *customerio.Client, v string) {
	c.Track("u1", "paid", sanitize.Attributes(map[string]interface{}{"card_number": v}))
}

func trackRecipient(c *customerio.Client, v string) {
	c.TrackRecipient("pat@example.com", "paid", map[string]interface{}{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.Client\).TrackRecipient`
}

func trackRecipientSanitized(c *customerio.Client, v string) {
	c.TrackRecipient("pat@example.com", "paid", sanitize.Attributes(map[string]interface{}{"iban": v}))
}

func callsWithoutPayload(c *customerio.Client) {
	c.Identify("u1", "pat@example.com", nil)
	c.Track("u1", "paid", nil)
	c.Delete("u1") // want `person deleted by`
}
