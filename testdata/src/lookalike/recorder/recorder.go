// Mode: never.

// Package recorder records what it is given, with a method that has the SDK's name.
package recorder

import ()

type user struct{ ID, SSN string }

// A mock that records what it is given is no sink.
type recorder struct{ sent []map[string]any }

func (r *recorder) Identify(id string, m map[string]any) error {
	r.sent = append(r.sent, m)
	return nil
}

func recorded(r *recorder, u user) error {
	return r.Identify(u.ID, map[string]any{"ssn": u.SSN})
}
