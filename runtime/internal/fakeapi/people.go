package fakeapi

import (
	"fmt"
	"strings"
	"time"
)

// AddPerson puts a profile into the workspace, suppressed or not.
func (s *Server) AddPerson(p Person) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(p)
}

// Exists reports whether a profile with this identifier (id, e-mail address or cio_...) is in the workspace.
func (s *Server) Exists(identifier string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.people[identifier] != nil
}

// Suppressed reports whether this identifier is blocked.
func (s *Server) Suppressed(identifier string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.blocked[identifier]
}

// Removed is how many profiles were removed so far, by deletion or suppression.
func (s *Server) Removed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.removed
}

// identifiers are the names under which a person can be addressed in a Track API path.
func (p *Person) identifiers() []string {
	var out []string
	for _, name := range []string{p.ID, p.Email, "cio_" + p.CioID} {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

func (s *Server) add(p Person) {
	if p.CioID == "" {
		s.nextCioID++
		p.CioID = fmt.Sprintf("a%011d", s.nextCioID)
	}
	for _, name := range p.identifiers() {
		s.people[name] = &p
	}
}

// identify creates the person an identifier speaks of, unless the identifier is blocked or known.
func (s *Server) identify(identifier string) {
	switch {
	case s.blocked[identifier] || s.people[identifier] != nil:
	case strings.Contains(identifier, "@"):
		s.add(Person{Email: identifier})
	case strings.HasPrefix(identifier, "cio_"): // addresses a person, cannot make one
	default:
		s.add(Person{ID: identifier})
	}
}

// remove takes the profile away and leaves its identifiers free.
func (s *Server) remove(identifier string) {
	p := s.people[identifier]
	if p == nil {
		return
	}
	for _, name := range p.identifiers() {
		delete(s.people, name)
	}
	s.removed++
	if s.lag > 0 {
		s.leaving[p] = time.Now().Add(s.lag)
	}
}

// block removes the profile and blocks all of its identifiers.
func (s *Server) block(identifier string) {
	names := []string{identifier}
	if p := s.people[identifier]; p != nil {
		names = p.identifiers()
	}
	for _, name := range names {
		s.blocked[name] = true
	}
	s.remove(identifier)
}

// visible returns the person the App API still shows under a name, or nil.
func (s *Server) visible(name string) *Person {
	if p := s.people[name]; p != nil {
		return p
	}
	for p, until := range s.leaving {
		if time.Now().After(until) {
			delete(s.leaving, p)
			continue
		}
		for _, n := range p.identifiers() {
			if n == name {
				return p
			}
		}
	}
	return nil
}
