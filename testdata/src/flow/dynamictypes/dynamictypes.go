// Mode: never.

// Package dynamictypes finds out types at run time, and has one that contains itself.
package dynamictypes

import (
	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Plan, SSN string }

func switchOnType(c *customerio.CustomerIO, x any) {
	switch p := x.(type) {
	case user:
		c.Identify(p.ID, map[string]any{"plan": p.Plan, "note": p.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	case map[string]any:
		p["ssn"] = "1" // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		c.Identify("u1", p)
	}
}

type tree []tree

func recursiveType(c *customerio.CustomerIO, t tree) { c.Identify("1", map[string]any{"x": t}) }
