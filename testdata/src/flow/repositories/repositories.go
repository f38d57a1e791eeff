// Mode: unless-clean.

// Package repositories sends fields of what an interface returns: a text is no
// collection, whatever stands behind the interface.
package repositories

import customerio "github.com/customerio/go-customerio/v3"

type person struct {
	ID       string
	Language *string
	Visits   int
	Traits   map[string]any
	SSN      string
}

type Directory interface {
	ByPhone(phone string) (person, error)
}

type memory struct{ people map[string]person }

func (d memory) ByPhone(phone string) (person, error) { return d.people[phone], nil }

type service struct {
	client *customerio.CustomerIO
	people Directory
}

func (s *service) fields(phone string) error {
	p, err := s.people.ByPhone(phone)
	if err != nil || p.Language == nil {
		return err
	}
	return s.client.Track(p.ID, "seen", map[string]any{"language": *p.Language, "visits": p.Visits})
}

func (s *service) collection(phone string) error {
	p, err := s.people.ByPhone(phone)
	if err != nil {
		return err
	}
	return s.client.Track(p.ID, "seen", map[string]any{"traits": p.Traits}) // want `skips the sanitizer`
}

func (s *service) secret(phone string) error {
	p, err := s.people.ByPhone(phone)
	if err != nil {
		return err
	}
	return s.client.Track(p.ID, "seen", map[string]any{"reference": p.SSN}) // want `never-send value SSN`
}

// Patient and Taxpayer are rows of tables, Passport is a datum.
type (
	Patient  struct{ ID string }
	Taxpayer struct{ ID string }
	Passport struct{ ID string }
)

func rowKeys(c *customerio.CustomerIO, p Patient, t Taxpayer) {
	c.Identify(p.ID, map[string]any{"plan": "pro"})
	c.Identify(t.ID, map[string]any{"plan": "pro"})
}

func datum(c *customerio.CustomerIO, p Passport) {
	c.Identify("u1", map[string]any{"reference": p.ID}) // want `never-send value Passport`
}
