// Mode: never.

// Package newvalues sends what new(expr) makes, the pointer to a value of Go 1.26.
package newvalues

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Plan, SSN string }

func pointerToAField(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{"note": new(u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func pointerToAHarmlessField(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{"note": new(u.Plan)})
}

func pointerToAMap(c *customerio.CustomerIO, u user, v string) {
	m := new(map[string]any{"plan": u.Plan})
	(*m)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify(u.ID, *m)
}

func pointerToASanitizedMap(c *customerio.CustomerIO, u user, v string) {
	m := new(sanitize.Attributes(map[string]any{"ssn": v}))
	c.Identify(u.ID, *m)
}

func pointerToACopy(c *customerio.CustomerIO, u user) {
	p := new(u)
	p.Plan = u.SSN
	c.Identify(u.ID, map[string]any{"plan": u.Plan})
}

func pointerToAChangedCopy(c *customerio.CustomerIO, u user) {
	p := new(u)
	p.Plan = u.SSN
	c.Identify(u.ID, map[string]any{"plan": p.Plan}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "plan"`
}
