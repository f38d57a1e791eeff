// Mode: never.

// Package tags declares sensitivity with struct tags: a tag beats the field's name.
package tags

import customerio "github.com/customerio/go-customerio/v3"

type member struct {
	Name     string
	Nickname string `pii:"never"`
	SSN      string `pii:"allow"` // site serial number
	Password string
	Locker   string `json:"locker" pii:"never"`
}

func taggedNever(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": m.Nickname}) // want `never-send value Nickname reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func taggedNeverBehindAPointer(c *customerio.CustomerIO, m *member) {
	c.Identify("u1", map[string]any{"note": m.Locker}) // want `never-send value Locker reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func taggedAllow(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": m.SSN})
}

func untaggedByName(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": m.Password}) // want `never-send value Password reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func untaggedHarmless(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": m.Name})
}

func taggedNeverThroughText(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": "aka " + m.Nickname}) // want `never-send value Nickname reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func taggedAllowThroughText(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": "site " + m.SSN})
}

func lengthOfATaggedField(c *customerio.CustomerIO, m member) {
	c.Identify("u1", map[string]any{"note": len(m.Nickname)})
}

type badge struct {
	Colour string `json:"colour"`
	Motto  string `json:"motto" pii:"never"`
}

func structWithATaggedField(c *customerio.CustomerIO, b badge) {
	c.Identify("u1", map[string]any{"badge": b}) // want `never-send value Motto reaches \(\*customerio.CustomerIO\).Identify under "motto"`
}

type ribbon struct {
	Colour string `json:"colour"`
	Motto  string `json:"motto"`
}

func structWithoutTaggedFields(c *customerio.CustomerIO, r ribbon) {
	c.Identify("u1", map[string]any{"ribbon": r})
}
