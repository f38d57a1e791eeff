package ciotest

import (
	"maps"
	"slices"
)

// A Person is a profile. CioID is made up when empty.
type Person struct {
	ID, Email, CioID string
	Attributes       map[string]any // what identify calls have sent, as encoding/json reads it
	Events           []Event        // what was tracked, in order
}

// An Event is one that was tracked for a person.
type Event struct {
	Name string
	Data map[string]any
}

// AddPerson puts a profile into the workspace, suppressed or not.
func (w *Workspace) AddPerson(p Person) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.people.add(&profile{copied(p)})
}

// Person returns the profile with this identifier (id, e-mail address or cio_...), and whether there is one.
func (w *Workspace) Person(identifier string) (Person, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := w.people.byName[identifier]
	if p == nil {
		return Person{}, false
	}
	return copied(p.Person), true
}

// Exists reports whether a profile with this identifier is in the workspace.
func (w *Workspace) Exists(identifier string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.people.byName[identifier] != nil
}

// Suppressed reports whether this identifier is blocked.
func (w *Workspace) Suppressed(identifier string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.people.blocked[identifier] != nil
}

// Removed is how many profiles were removed so far, by deletion or suppression. A merge removes nobody: who was two is
// one.
func (w *Workspace) Removed() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.people.removed
}

func copied(p Person) Person {
	p.Attributes, p.Events = maps.Clone(p.Attributes), slices.Clone(p.Events)
	return p
}
