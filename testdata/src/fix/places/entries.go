package places

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
		"ssn": u.SSN})
	c.Identify(u.ID, map[string]any{
		"id": u.ID, "ssn": u.SSN,
	})
	c.Identify(u.ID, map[string]any{
		"ssn": u.SSN, "id": u.ID,
	})
	c.Identify(u.ID, map[string]any{
		"ssn": u.SSN, // one
		// two
	})
	c.Identify(u.ID, map[string]any{
		"id": u.ID,
		"ssn":// odd
		u.SSN,
		"born": u.Born,
	})
	c.Identify(u.ID, map[string]any{
		"ssn": strings.Map(func(r rune) rune {
			return r // as it is
		}, u.SSN),
		"token": strings.Map(func(r rune) rune {
			return r
		}, u.SSN),
	})
}

func effects(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": <-u.next})
	c.Identify(u.ID, map[string]any{"ssn": func() string { u.ID = ""; return u.SSN }()})
	c.Identify(u.ID, map[string]any{"ssn": u.Number(), "id": u.ID})
	c.Identify(u.ID, map[string]any{"ssn": u.Born.Format("2006"), "id": u.ID})
}

func loops(c *customerio.CustomerIO, us []*user) {
	m := map[string]any{}
	for _, u := range us {
		m["ssn"] = u.SSN
	}
	for i := range us {
		m["password"] = us[i].SSN
		c.Identify("1", m)
	}
	var first string
	if len(us) > 0 {
		first = us[0].SSN
		m["token"] = first
	}
	if n := len(us); n > 1 {
		m["cvv"] = us[n-1].SSN
	}
label:
	m["iban"] = us[0].SSN
	if len(us) == 0 {
		goto label
	}
	switch {
	case len(us) > 3:
		m["pin"] = us[0].SSN
	}
	m["passport"], m["tax_id"] = us[0].SSN, us[0].SSN
	func() { m["api_key"] = us[0].SSN }()
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
	p := person{Plan: "pro", SSN: u.SSN}
	p.Card.CVV = u.SSN
	c.Identify(u.ID, map[string]any{"person": p})
	c.Identify(u.ID, map[string]any{"person": &person{
		SSN: u.SSN, // removed with it
	}})
	c.Identify(u.ID, map[string]any{"person": person{"pro", u.SSN, struct {
		CVV string `json:"cvv"`
	}{u.SSN}}})
}
