// Mode: unless-clean.

// Package alias changes maps through what another package has made of them.
package alias

import (
	"across/alias/profile"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ SSN, Plan string }

func throughBuilder(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free"}
	profile.Over(attrs).Set("ssn", u.SSN) // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
}

func fluent(c *customerio.CustomerIO, u user) {
	b := profile.Over(map[string]any{})
	b.Set("plan", "free").Set("ssn", u.SSN) // want `never-send key "ssn"`
	_ = c.Identify("u1", b.Map())
}

func fluentDrop(c *customerio.CustomerIO, u user) {
	b := profile.Over(map[string]any{"plan": "free"})
	b.Set("ssn", u.SSN).Drop("ssn")
	_ = c.Identify("u1", b.Map())
}

func handedBack(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free"}
	same := profile.Or(attrs)
	same["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
}

func handedBackNew(c *customerio.CustomerIO, u user) {
	fresh := profile.Or(nil)
	fresh["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", fresh)
}

func copied(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free"}
	other := profile.Copy(attrs)
	other["ssn"] = u.SSN
	_ = c.Identify("u1", attrs)
}

func generic(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free", "ssn": u.SSN}
	delete(profile.Same(attrs), "ssn")
	_ = c.Identify("u1", attrs)
	profile.Same(attrs)["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
}

func kept(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free"}
	var h profile.Holder
	h.Keep(attrs)
	_ = c.Identify("u1", h.Attrs)
	attrs["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", h.Attrs)
	delete(h.Attrs, "ssn")
	_ = c.Identify("u1", attrs)
}

func section(c *customerio.CustomerIO, u user) {
	prefs := profile.Section(map[string]any{"plan": "free"}, "prefs")
	prefs["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", prefs)
}

func sectionOf(c *customerio.CustomerIO, u user) {
	prefs := map[string]any{"tier": "gold"}
	attrs := map[string]any{"prefs": prefs}
	profile.Section(attrs, "prefs")["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
	delete(prefs, "ssn")
	_ = c.Identify("u1", attrs)
}

func initialised(c *customerio.CustomerIO, u user) {
	var attrs map[string]any
	profile.Init(&attrs)
	attrs["plan"] = u.Plan
	_ = c.Identify("u1", attrs)
	attrs["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
}

func throughPointer(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free", "ssn": u.SSN}
	profile.Drop(&attrs, "ssn")
	_ = c.Identify("u1", attrs)
	profile.At(&attrs)["ssn"] = u.SSN // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
	profile.Reset(&attrs)
	_ = c.Identify("u1", attrs)
}

func twice(c *customerio.CustomerIO, u user) {
	attrs := map[string]any{"plan": "free", "ssn": u.SSN}
	profile.Move(attrs, attrs, "ssn", u.SSN) // want `never-send key "ssn"`
	_ = c.Identify("u1", attrs)
	profile.Move(attrs, map[string]any{}, "ssn", u.SSN)
	_ = c.Identify("u1", attrs)
}
