// Mode: never.

// Package loopvariables has variables that depend on one another in loops, and jumps to labels.
package loopvariables

import (
	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ SSN string }

func labelled(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
outer:
	for i := range 3 {
		for {
			if i == 2 {
				m["pin"] = v // want `never-send key "pin" reaches \(\*customerio.CustomerIO\).Identify`
				break outer
			}
			continue outer
		}
	}
	c.Identify("u1", m)
}

// Two variables that depend on one another in a loop: asking for one first
// must not change what is known of the other.
func intertwined(c *customerio.CustomerIO, us []user, w string) {
	o, x := "", ""
	for _, u := range us {
		p := "p" + o
		if w == "a" {
			o = p
			continue
		}
		x = p + "x"
		if w == "b" {
			o = x
			continue
		}
		o = u.SSN
	}
	c.Identify("1", map[string]any{
		"aa":   o, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "aa"`
		"note": x, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	})
}
