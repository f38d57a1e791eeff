package ciotest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
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

// A profile is a person as the workspace holds it.
type profile struct{ Person }

// AddPerson puts a profile into the workspace, suppressed or not.
func (w *Workspace) AddPerson(p Person) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.add(&profile{copied(p)})
}

// Person returns the profile with this identifier (id, e-mail address or cio_...), and whether there is one.
func (w *Workspace) Person(identifier string) (Person, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := w.people[identifier]
	if p == nil {
		return Person{}, false
	}
	return copied(p.Person), true
}

// Exists reports whether a profile with this identifier is in the workspace.
func (w *Workspace) Exists(identifier string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.people[identifier] != nil
}

// Suppressed reports whether this identifier is blocked.
func (w *Workspace) Suppressed(identifier string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.blocked[identifier]
}

// Removed is how many profiles were removed so far, by deletion or suppression.
func (w *Workspace) Removed() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.removed
}

func copied(p Person) Person {
	p.Attributes, p.Events = maps.Clone(p.Attributes), slices.Clone(p.Events)
	return p
}

// identifiers are the names under which a person can be addressed in a Track API path.
func (p *profile) identifiers() []string {
	var out []string
	for _, name := range []string{p.ID, p.Email, "cio_" + p.CioID} {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

func (w *Workspace) add(p *profile) {
	if p.CioID == "" {
		w.nextCioID++
		p.CioID = fmt.Sprintf("a%011d", w.nextCioID)
	}
	for _, name := range p.identifiers() {
		w.people[name] = p
	}
}

// find returns the person an identifier speaks of, made if need be; nil if the identifier is blocked or can make nobody.
func (w *Workspace) find(identifier string) *profile {
	if p := w.people[identifier]; p != nil || w.blocked[identifier] {
		return p
	}
	p := &profile{}
	switch {
	case strings.HasPrefix(identifier, "cio_"): // addresses a person, cannot make one
		return nil
	case strings.Contains(identifier, "@"):
		p.Email = identifier
	default:
		p.ID = identifier
	}
	w.add(p)
	return p
}

// identify adds attributes to a person. An id or e-mail address among them names the person from then on, unless it is
// somebody else's already.
func (w *Workspace) identify(identifier string, attributes map[string]any) {
	p := w.find(identifier)
	if p == nil {
		return
	}
	if p.Attributes == nil {
		p.Attributes = map[string]any{}
	}
	maps.Copy(p.Attributes, attributes)
	for key, name := range map[string]*string{"id": &p.ID, "email": &p.Email} {
		if text, ok := attributes[key].(string); ok && text != "" && *name == "" && w.people[text] == nil {
			*name = text
		}
	}
	w.add(p)
}

// track adds an event to a person.
func (w *Workspace) track(identifier string, body map[string]any) {
	p := w.find(identifier)
	if p == nil {
		return
	}
	name, _ := body["name"].(string)
	data, _ := body["data"].(map[string]any)
	p.Events = append(p.Events, Event{Name: name, Data: data})
}

// remove takes the profile away and leaves its identifiers free.
func (w *Workspace) remove(identifier string) {
	p := w.people[identifier]
	if p == nil {
		return
	}
	for _, name := range p.identifiers() {
		delete(w.people, name)
	}
	w.removed++
	if w.lag > 0 {
		w.leaving[p] = time.Now().Add(w.lag)
	}
}

// block removes the profile and blocks all of its identifiers.
func (w *Workspace) block(identifier string) {
	names := []string{identifier}
	if p := w.people[identifier]; p != nil {
		names = p.identifiers()
	}
	for _, name := range names {
		w.blocked[name] = true
	}
	w.remove(identifier)
}

// visible returns the person the App API still shows under a name, or nil.
func (w *Workspace) visible(name string) *profile {
	if p := w.people[name]; p != nil {
		return p
	}
	for p, until := range w.leaving {
		if time.Now().After(until) {
			delete(w.leaving, p)
		} else if slices.Contains(p.identifiers(), name) {
			return p
		}
	}
	return nil
}

// objectOf reads a body; an empty one is an empty object.
func objectOf(body []byte) (object map[string]any, ok bool) {
	if len(body) == 0 {
		return map[string]any{}, true
	}
	return object, json.Unmarshal(body, &object) == nil && object != nil
}
