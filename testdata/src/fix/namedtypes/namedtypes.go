// Mode: always.

// Package namedtypes has payloads of types of their own: what takes one of them by
// its type gets it back.
package namedtypes

import "github.com/customerio/go-customerio/v3"

type props map[string]any

// send needs the type for its method.
func (p props) send(c *customerio.CustomerIO) error { return c.Identify("u1", p) }

func receiver(c *customerio.CustomerIO, v string) error {
	return props{"city": v}.send(c) // want `skips the sanitizer`
}

func any1(c *customerio.CustomerIO, v any) error { return c.Identify("u1", v.(props)) }

func behindAny(c *customerio.CustomerIO, v string) error {
	return any1(c, props{"city": v}) // want `skips the sanitizer`
}

func generic[M ~map[string]any](c *customerio.CustomerIO, m M) error { return c.Identify("u1", m) }

// uncalled is judged as it is: nobody instantiates it.
func uncalled[M ~map[string]any](c *customerio.CustomerIO, m M) error { return c.Identify("u1", m) } // want `skips the sanitizer`

type traits[V any] map[string]V

func inferred(c *customerio.CustomerIO, v string) error {
	return generic(c, traits[any]{"city": v}) // want `skips the sanitizer`
}

func variadic(c *customerio.CustomerIO, ms ...map[string]any) {
	for _, m := range ms {
		c.Identify("u1", m) // want `skips the sanitizer`
	}
}

func severalArguments(c *customerio.CustomerIO, v string) {
	variadic(c, nil, map[string]any{"ssn": v}) // want `never-send key "ssn"`
}
