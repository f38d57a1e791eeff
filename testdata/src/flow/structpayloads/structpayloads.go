// Mode: never.

// Package structpayloads sends structs with tags as parts of a payload: as they are, cleared and
// sanitized.
package structpayloads

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type card struct{ Number, CVV, Brand string }

type person struct {
	Plan string
	Nat  string `json:"nat" pii:"never"`
	Card *card
}

func sanitizedStruct(c *customerio.CustomerIO, p person) {
	c.Identify("1", sanitize.Attributes(map[string]any{"user": p}))
}

func structAsItIs(c *customerio.CustomerIO, p person) {
	c.Identify("1", map[string]any{"user": p}) // want `never-send key "Number"` `never-send key "CVV"` `never-send value Nat`
}

func taggedFieldCleared(c *customerio.CustomerIO, p person) {
	p.Nat, p.Card = "", nil
	c.Identify("1", map[string]any{"user": p})
}
