// Mode: never.

// Package aliases reaches one map through several names.
package aliases

import customerio "github.com/customerio/go-customerio/v3"

func secondNameWrites(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	alias := m
	alias["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func secondNameIsAnotherMap(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	other := map[string]any{}
	other["ssn"] = v
	c.Identify("u1", m)
	return other
}

func writtenThroughAPointer(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	p := &m
	(*p)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func replacedThroughAPointer(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	p := &m
	*p = map[string]any{"plan": "pro"}
	c.Identify("u1", m)
}

func replacedThroughAPointerByTheDirtyMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	p := &m
	*p = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func sentThroughAPointer(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	p := &m
	c.Identify("u1", *p)
}

func reassignedBeforeSending(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	size := len(m)
	m = map[string]any{"plan": "pro", "old_size": size}
	c.Identify("u1", m)
}

func oldMapKeptUnderASecondName(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	old := m
	m = map[string]any{"plan": "pro"}
	m["old_size"] = len(old)
	c.Identify("u1", old)
}

func newMapSentWhileTheOldOneIsKept(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"ssn": v}
	old := m
	m = map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	return old
}

func twoNamesSwapped(c *customerio.CustomerIO, v string) {
	a := map[string]any{"plan": "pro"}
	b := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	a, b = b, a
	b["seen"] = true
	c.Identify("u1", a)
}

func twoNamesSwappedAndTheCleanOneSent(c *customerio.CustomerIO, v string) map[string]any {
	a := map[string]any{"plan": "pro"}
	b := map[string]any{"ssn": v}
	a, b = b, a
	c.Identify("u1", b)
	return a
}

func aliasInASlice(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	all := []map[string]any{m}
	all[0]["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func aliasInAMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	byName := map[string]map[string]any{"main": m}
	byName["main"]["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func cloneInAMap(c *customerio.CustomerIO, v string) map[string]map[string]any {
	m := map[string]any{"plan": "pro"}
	byName := map[string]map[string]any{"main": {"plan": m["plan"]}}
	byName["main"]["ssn"] = v
	c.Identify("u1", m)
	return byName
}

type holder struct{ attrs map[string]any }

func aliasInAStruct(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	h := holder{attrs: m}
	h.attrs["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func structThatHeldTheMapGetsAnother(c *customerio.CustomerIO, v string) holder {
	m := map[string]any{"plan": "pro"}
	h := holder{attrs: m}
	h.attrs = map[string]any{}
	h.attrs["ssn"] = v
	c.Identify("u1", m)
	return h
}

func pointerToPointer(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	p := &m
	pp := &p
	(**pp)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func pointerMovedToAnotherMap(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	other := map[string]any{}
	p := &m
	p = &other
	(*p)["ssn"] = v
	c.Identify("u1", m)
	return other
}

func rename(m *map[string]any, v string) {
	(*m)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func pointerGivenToAHelper(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	rename(&m, v)
	c.Identify("u1", m)
}

func reset(m *map[string]any) {
	*m = map[string]any{"plan": "pro"}
}

func pointerGivenToAHelperThatReplaces(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	reset(&m)
	c.Identify("u1", m)
}

func aliasBehindAny(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	var x any = m
	x.(map[string]any)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func newMapPointer(c *customerio.CustomerIO, v string) {
	p := new(map[string]any)
	*p = map[string]any{}
	(*p)["iban"] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", *p)
}
