// Mode: never.

// Package decodedstruct turns structs into maps by way of JSON.
package decodedstruct

import (
	"encoding/json"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct {
	ID, Name, Plan, SSN string
	Card                card
	Secrets             map[string]string
}

type card struct{ Number, Brand string }

func decodedTwice(c *customerio.CustomerIO, u user) error {
	raw, err := json.Marshal(u)
	if err != nil {
		return err
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	m["plan"] = "pro"
	return c.Identify(u.ID, m) // want `never-send key "SSN" reaches \(\*customerio.CustomerIO\).Identify` `never-send key "Number" reaches \(\*customerio.CustomerIO\).Identify` `never-send key "Secrets" reaches \(\*customerio.CustomerIO\).Identify`
}

// A shadow type for JSON has only what may be sent.
type publicUser struct {
	Name string `json:"name"`
	Plan string `json:"plan"`
	SSN  string `json:"-"`
}

func shadowed(c *customerio.CustomerIO, u user) error {
	raw, err := json.Marshal(publicUser{u.Name, u.Plan, u.SSN})
	if err != nil {
		return err
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	return c.Identify(u.ID, m)
}
