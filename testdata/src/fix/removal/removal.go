// Mode: always.

// Package removal has entries that can be left out, and some that cannot: the
// alternative to the sanitizer.
package removal

import (
	"fmt"
	"strings"

	analytics "github.com/customerio/cdp-analytics-go"
	"github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Plan, SSN string }

func (u *user) number() string { return u.SSN }

func (u *user) ask() string {
	u.Plan = "asked"
	return u.SSN
}

func first(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": u.SSN, "plan": u.Plan}) // want `never-send key "ssn"`
}

func last(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"plan": u.Plan, "ssn": u.SSN}) // want `never-send key "ssn"`
}

func only(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": u.number()}) // want `never-send key "ssn"`
}

func lines(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{
		// of the contract
		"plan": u.Plan, // the current one

		"ssn": strings.TrimSpace(u.SSN), // want `never-send key "ssn"`

		// of the device
		"platform": "ios",
	})
}

func statement(c *customerio.CustomerIO, u *user) {
	m := map[string]any{"plan": u.Plan}
	m["ssn"] = u.SSN // want `never-send key "ssn"`
	c.Identify(u.ID, m)
}

func guarded(c *customerio.CustomerIO, u *user) {
	m := map[string]any{"plan": u.Plan}
	if u.SSN != "" {
		m["ssn"] = u.SSN // want `never-send key "ssn"`
	}
	if u.Plan == "" {
		delete(m, "plan")
	} else if u.Plan == "pro" {
		m["password"] = u.SSN // want `never-send key "password"`
	}
	c.Identify(u.ID, m)
}

func chain(c analytics.Client, u *user) {
	c.Enqueue(analytics.Identify{UserId: u.ID, Traits: analytics.NewTraits().Set("plan", u.Plan).Set("ssn", u.SSN)}) // want `never-send key "ssn"`
	c.Enqueue(analytics.Identify{
		UserId: u.ID,
		Traits: analytics.NewTraits().
			Set("ssn", u.SSN). // want `never-send key "ssn"`
			SetName(u.Plan),
	})
	t := analytics.NewTraits()
	t.Set("ssn", u.SSN)          // want `never-send key "ssn"`
	t = t.Set("password", u.SSN) // want `never-send key "password"`
	c.Enqueue(analytics.Identify{UserId: u.ID, Traits: t})
}

// ask changes something, so it has to be called.
func effect(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": u.ask(), "plan": u.Plan}) // want `never-send key "ssn"`
}

// Nothing else uses the variable.
func unused(c *customerio.CustomerIO, u *user) {
	number := u.SSN
	c.Identify(u.ID, map[string]any{"ssn": number}) // want `never-send key "ssn"`
}

func commentInside(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"plan": u.Plan /* current */, "ssn": u.SSN}) // want `never-send key "ssn"`
}

// fmt is for nothing else: its import goes, too.
func importUnused(c *customerio.CustomerIO, u *user) {
	c.Identify(u.ID, map[string]any{"ssn": fmt.Sprint(u.SSN)}) // want `never-send key "ssn"`
}

// What a function adds to a payload cannot be wrapped.
func option(c *customerio.CustomerIO, u *user) {
	c.Track(u.ID, "paid", nil, func(payload map[string]any) {
		payload["plan"] = u.Plan
		payload["ssn"] = u.SSN // want `never-send key "ssn"`
	})
}
