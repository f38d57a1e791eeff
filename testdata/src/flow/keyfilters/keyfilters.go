// Mode: never.

// Package keyfilters sends what a filter by key lets through: lists of what may pass and of
// what may not, and conditions that nobody can evaluate.
package keyfilters

import (
	"log/slog"
	"regexp"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Plan, SSN string }

var hidden = regexp.MustCompile("^_")

// A filter that nobody can evaluate is trusted, and ends.
func undecidableFilter(c *customerio.CustomerIO, v string) {
	in := map[string]any{"ssn": v, "plan": 1}
	m := map[string]any{}
	for k, x := range in {
		if hidden.MatchString(k) {
			continue
		}
		m[k] = x
	}
	c.Identify("1", m)
}

// A condition on the key that decides nothing filters nothing.
func undecidableCount(c *customerio.CustomerIO, v string) {
	in := map[string]any{"ssn": v, "plan": 1} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	m, n := map[string]any{}, 0
	for k, x := range in {
		if hidden.MatchString(k) {
			n++
		}
		if hidden.MatchString(k + "x") {
			n++
		}
		m[k] = x
	}
	m["n"] = n
	c.Identify("1", m)
}

// The whole record is logged elsewhere; a picked one is sent.
func loggedAndPicked(c *customerio.CustomerIO, u user) error {
	full := map[string]any{"plan": u.Plan, "ssn": u.SSN}
	slog.Info("user", "attrs", full)
	picked := map[string]any{}
	for _, k := range []string{"plan", "city"} {
		if v, ok := full[k]; ok {
			picked[k] = v
		}
	}
	return c.Identify(u.ID, picked)
}

// A deny-list of the program's own.
var denied = map[string]bool{"ssn": true, "password": true}

func filtered(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		if denied[strings.ToLower(k)] {
			continue
		}
		out[k] = v
	}
	return out
}

func throughADenyList(c *customerio.CustomerIO, u user) error {
	return c.Identify(u.ID, filtered(map[string]any{"plan": u.Plan, "ssn": u.SSN, "password": "x"}))
}
