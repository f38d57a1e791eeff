package ciotest

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// A registry is the people of a workspace, and who is to be none of them. The workspace's mutex guards it.
type registry struct {
	byName    map[string]*profile // by every identifier the person has
	blocked   map[string][]string // suppressed identifiers, each with those that were suppressed with it
	lag       time.Duration
	leaving   map[*profile]time.Time // gone, and still visible to the App API until then
	nextCioID int
	removed   int
}

// A profile is a person as the workspace holds it.
type profile struct{ Person }

// identifiers are the names under which a person can be found.
func (p *profile) identifiers() []string {
	var out []string
	for _, name := range []string{p.ID, p.Email, "cio_" + p.CioID} {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

func (r *registry) add(p *profile) {
	if p.CioID == "" {
		r.nextCioID++
		p.CioID = fmt.Sprintf("a%011d", r.nextCioID)
	}
	for _, name := range p.identifiers() {
		r.byName[name] = p
	}
}

// find returns the person an identifier speaks of, made if need be; nil if the identifier is blocked or can make nobody.
func (r *registry) find(who identifier) *profile {
	if p := r.byName[who.name]; p != nil || r.blocked[who.name] != nil {
		return p
	}
	p := &profile{}
	switch who.kind {
	case "email":
		p.Email = who.name
	case "id":
		p.ID = who.name
	default: // an internal id addresses a person, and cannot make one
		return nil
	}
	r.add(p)
	return p
}

// identify adds attributes to a person.
func (r *registry) identify(who identifier, attributes map[string]any) {
	if p := r.find(who); p != nil {
		r.set(p, attributes)
	}
}

// set gives a profile attributes. An id or e-mail address among them names the person from then on, unless it is
// somebody else's already.
func (r *registry) set(p *profile, attributes map[string]any) {
	if p.Attributes == nil {
		p.Attributes = map[string]any{}
	}
	maps.Copy(p.Attributes, attributes)
	for key, name := range map[string]*string{"id": &p.ID, "email": &p.Email} {
		if text, ok := attributes[key].(string); ok && text != "" && *name == "" && r.byName[text] == nil {
			*name = text
		}
	}
	r.add(p)
}

// track adds an event to a person.
func (r *registry) track(who identifier, name, data any) {
	p := r.find(who)
	if p == nil {
		return
	}
	event := Event{}
	event.Name, _ = name.(string)
	event.Data, _ = data.(map[string]any)
	p.Events = append(p.Events, event)
}

// remove takes the profile away and leaves its identifiers free.
func (r *registry) remove(who identifier) {
	if p := r.byName[who.name]; p != nil {
		r.detach(p)
		r.removed++
	}
}

// detach lets nobody find a profile any more, apart from the App API while its lag lasts.
func (r *registry) detach(p *profile) {
	for _, name := range p.identifiers() {
		delete(r.byName, name)
	}
	if r.lag > 0 {
		r.leaving[p] = time.Now().Add(r.lag)
	}
}

// block removes the profile and blocks all of its identifiers.
func (r *registry) block(who identifier) {
	names := []string{who.name}
	if p := r.byName[who.name]; p != nil {
		names = p.identifiers()
	}
	for _, name := range names {
		r.blocked[name] = names
	}
	r.remove(who)
}

// unblock frees an identifier, and those that were blocked with it.
func (r *registry) unblock(who identifier) {
	for _, name := range r.blocked[who.name] {
		delete(r.blocked, name)
	}
}

// visible returns the person the App API still shows under a name, or nil.
func (r *registry) visible(name string) *profile {
	if p := r.byName[name]; p != nil {
		return p
	}
	for p, until := range r.leaving {
		if time.Now().After(until) {
			delete(r.leaving, p)
		} else if slices.Contains(p.identifiers(), name) {
			return p
		}
	}
	return nil
}
