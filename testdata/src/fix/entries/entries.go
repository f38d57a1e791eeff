// Mode: always.

// Package entries has entries in the places where they are hard to remove. It
// has no golden file, as package credentials.
package entries

import (
	"strings"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type user struct {
	ID, SSN string
	Born    time.Time
	next    chan string
}

func (u *user) Number() (n string) { n = u.SSN; return }

func lastOnTheLine(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"id": u.ID,
		"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, map[string]any{
		"id": u.ID, "ssn": u.SSN, // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	})
	c.Identify(u.ID, map[string]any{
		"ssn": u.SSN, "id": u.ID, // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	})
	c.Identify(u.ID, map[string]any{
		"ssn": u.SSN, // one // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
		// two
	})
	c.Identify(u.ID, map[string]any{
		"id": u.ID,
		"ssn":// odd // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
		u.SSN,
		"born": u.Born,
	})
	c.Identify(u.ID, map[string]any{
		"ssn": strings.Map(func(r rune) rune { // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
			return r // as it is
		}, u.SSN),
		"token": strings.Map(func(r rune) rune { // want `never-send key "token" reaches \(\*customerio\.CustomerIO\)\.Identify`
			return r
		}, u.SSN),
	})
}

func effects(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": <-u.next})                                    // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, map[string]any{"ssn": func() string { u.ID = ""; return u.SSN }()}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, map[string]any{"ssn": u.Number(), "id": u.ID})                      // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, map[string]any{"ssn": u.Born.Format("2006"), "id": u.ID})           // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

func loops(c *customerio.CustomerIO, us []*user) {
	m := map[string]any{}
	for _, u := range us {
		m["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	}
	for i := range us {
		m["password"] = us[i].SSN // want `never-send key "password" reaches \(\*customerio\.CustomerIO\)\.Identify`
		c.Identify("1", m)
	}
	var first string
	if len(us) > 0 {
		first = us[0].SSN
		m["token"] = first // want `never-send key "token" reaches \(\*customerio\.CustomerIO\)\.Identify`
	}
	if n := len(us); n > 1 {
		m["cvv"] = us[n-1].SSN // want `never-send key "cvv" reaches \(\*customerio\.CustomerIO\)\.Identify`
	}
label:
	m["iban"] = us[0].SSN // want `never-send key "iban" reaches \(\*customerio\.CustomerIO\)\.Identify`
	if len(us) == 0 {
		goto label
	}
	switch {
	case len(us) > 3:
		m["pin"] = us[0].SSN // want `never-send key "pin" reaches \(\*customerio\.CustomerIO\)\.Identify`
	}
	m["passport"], m["tax_id"] = us[0].SSN, us[0].SSN // want `never-send key "passport" reaches \(\*customerio\.CustomerIO\)\.Identify` `never-send key "tax_id" reaches \(\*customerio\.CustomerIO\)\.Identify`
	func() { m["api_key"] = us[0].SSN }()             // want `never-send key "api_key" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify("1", m)
}

type person struct {
	Plan string `json:"plan"`
	SSN  string `json:"ssn"`
	Card struct {
		CVV string `json:"cvv"`
	} `json:"card"`
}

func structs(c *customerio.CustomerIO, u *user) {
	p := person{Plan: "pro", SSN: u.SSN} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	p.Card.CVV = u.SSN                   // want `never-send key "cvv" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, map[string]any{"person": p})
	c.Identify(u.ID, map[string]any{"person": &person{
		SSN: u.SSN, // removed with it // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	}})
	c.Identify(u.ID, map[string]any{"person": person{"pro", u.SSN, struct { // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
		CVV string `json:"cvv"`
	}{u.SSN}}}) // want `never-send key "cvv" reaches \(\*customerio\.CustomerIO\)\.Identify`
}
