// Mode: never.

// Package lookups looks up a record by a datum: the answer is not the datum.
package lookups

import (
	"cmp"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, Plan, SSN string }

// Looked up by the number: the answer is not the number.
type store interface {
	Find(ssn string) (*user, error)
}

func lookedUp(c *customerio.CustomerIO, s store, in user) error {
	u, err := s.Find(in.SSN)
	if err != nil {
		return err
	}
	return c.Identify(u.ID, map[string]any{"plan": u.Plan, "name": cmp.Or(u.Name, "friend")})
}
