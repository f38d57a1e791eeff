package syntax

import "github.com/customerio/go-customerio/v3"

type attributes[K ~string, V any] map[K]V

type plain = map[string]any

type nameable interface{ ~map[string]any }

func identify[M nameable](c *customerio.CustomerIO, id string, m M) error {
	return c.Identify(id, map[string]any(m))
}

func generics(c *customerio.CustomerIO, u user) {
	identify(c, u.ID, plain{"ssn": u.SSN})                                            // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	identify(c, u.ID, attributes[string, any]{"ssn": u.SSN})                          // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	identify[attributes[string, any]](c, u.ID, attributes[string, any]{"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	type local map[string]any
	identify(c, u.ID, local{"ssn": u.SSN})                                             // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	func(local int) { identify(c, u.ID, map[string]any{"ssn": u.SSN, "n": local}) }(1) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

func shadowedType(c *customerio.CustomerIO, u user) {
	v := attributes[string, any]{"ssn": u.SSN} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	attributes := len(v)
	identify(c, u.ID, v)
	_ = attributes
}
