// Mode: unless-clean.

// Package state puts data into things of another package, and sends what they give
// back.
package state

import (
	"across/state/box"

	"github.com/customerio/go-customerio/v3"
)

type user struct{ Plan, SSN string }

func lists(c *customerio.CustomerIO, u user) {
	clean, leaks := &box.Box{}, &box.Box{}
	clean.Put(box.Person{ID: u.Plan})
	leaks.Put(box.Person{ID: u.SSN})
	for _, p := range clean.All() {
		_ = c.Track("1", "seen", map[string]any{"note": p.ID})
	}
	for _, p := range leaks.All() {
		_ = c.Track("1", "seen", map[string]any{"note": p.ID}) // want `never-send value SSN`
	}
}

func texts(c *customerio.CustomerIO, u user) {
	clean, leaks := &box.Box{}, &box.Box{}
	clean.SetNote(u.Plan)
	leaks.SetNote(u.SSN) // want `never-send value SSN`
	_ = c.Track("1", "seen", map[string]any{"note": clean.Note()})
	_ = c.Track("1", "seen", map[string]any{"note": leaks.Note()})
}

type plan struct {
	Code  string `json:"code"`
	owner string
}

func (p plan) Name() string { return p.owner }

type patient struct {
	ID        string `json:"id"`
	Diagnosis string `json:"diagnosis"`
}

func (p patient) Name() string { return p.ID }

func generics(c *customerio.CustomerIO, u user, p patient) {
	clean, leaks := &box.List[plan]{}, &box.List[patient]{}
	clean.Put(plan{Code: u.Plan, owner: "1"})
	leaks.Put(p)
	for _, t := range clean.All() {
		_ = c.Track("1", "seen", map[string]any{"note": t.Code})
	}
	for _, t := range leaks.All() {
		_ = c.Track("1", "seen", map[string]any{"note": t.Diagnosis}) // want `never-send value Diagnosis`
	}
	_ = clean.Flush(func(id string, fields map[string]any) error { return c.Track(id, "seen", fields) })
	_ = leaks.Flush(func(id string, fields map[string]any) error { return c.Track(id, "seen", fields) }) // want `never-send key "diagnosis"`
}
