// Mode: never.

// Package whichmap has several maps: a key in one is not in another, whatever they are made
// of and wherever they go.
package whichmap

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, Plan, SSN string }

// The key is moved aside and back.
func movedAndMovedBack(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	keep := m["ssn"]
	delete(m, "ssn")
	m["plan"] = "pro"
	m["number"] = keep // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "number"`
	if v != "" {
		m = map[string]any{"ssn": keep} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func merged(base map[string]any, more ...map[string]any) map[string]any {
	out := maps.Clone(base)
	for _, m := range more {
		maps.Copy(out, m)
	}
	return out
}

func mergedVariadically(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merged(map[string]any{"plan": "pro"}, map[string]any{"city": v}, map[string]any{"cvv": v})) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func pickedByIndex(c *customerio.CustomerIO, v string) {
	ms := []map[string]any{{"plan": "pro"}, {"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	slices.Reverse(ms)
	c.Identify("u1", ms[0])
}

func mapOfTheRoundBefore(c *customerio.CustomerIO, us []user) {
	var last map[string]any
	for _, u := range us {
		m := map[string]any{}
		if last != nil {
			c.Identify("1", last)
		}
		m["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		last = m
	}
}

func mapOfThisRound(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		m := map[string]any{"plan": u.Name}
		c.Identify("1", m)
		m["ssn"] = u.SSN
	}
}

// Two maps, one for each destination.
func twoDestinations(c *customerio.CustomerIO, vault func(map[string]any), u user) error {
	public := map[string]any{"plan": u.Plan}
	private := maps.Clone(public)
	private["ssn"] = u.SSN
	vault(private)
	return c.Identify(u.ID, public)
}

// The key is blanked before the map is sent.
func blanked(c *customerio.CustomerIO, m map[string]any) error {
	m["ssn"] = ""
	m["password"] = nil
	return c.Identify("u1", m)
}

// Another map of the same slice is sent.
func otherElement(c *customerio.CustomerIO, v string) error {
	ms := [2]map[string]any{{"plan": "pro"}, {"ssn": v}}
	return c.Identify("u1", ms[0])
}

// The map is replaced by a clean one on the way.
func replaced(c *customerio.CustomerIO, v string) error {
	m := map[string]any{"ssn": v}
	if v == "" {
		return fmt.Errorf("no number")
	}
	m = map[string]any{"plan": m["plan"]}
	return c.Identify("u1", m)
}

// The sorted keys are sent, not what stands under them.
func onlyKeys(c *customerio.CustomerIO, m map[string]any) error {
	return c.Track("u1", "filled", map[string]any{"fields": strings.Join(slices.Sorted(maps.Keys(m)), ",")})
}

// One builder for two purposes: the sent one never got the number.
type builder struct{ m map[string]any }

func newBuilder() *builder { return &builder{m: map[string]any{}} }

func (b *builder) with(k string, v any) *builder {
	b.m[k] = v
	return b
}

func twoBuilders(c *customerio.CustomerIO, u user) (*builder, error) {
	private := newBuilder().with("ssn", u.SSN)
	public := newBuilder().with("plan", u.Plan).with("ok", private.m["ssn"] != nil)
	return private, c.Identify(u.ID, public.m)
}
