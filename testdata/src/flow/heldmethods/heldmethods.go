// Mode: unless-clean.

// Package heldmethods keeps a sanitizer in a field, as a function or a method.
package heldmethods

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type client struct {
	c     *customerio.CustomerIO
	clean func(map[string]any) map[string]any
}

type option func(*client)

func with(s *sanitize.Sanitizer) option { return func(c *client) { c.clean = s.Attributes } }

func newClient(c *customerio.CustomerIO, opts ...option) *client {
	x := &client{c: c, clean: sanitize.Attributes}
	for _, o := range opts {
		o(x)
	}
	return x
}

func (c *client) event(id string, data map[string]any) { c.c.Track(id, "e", c.clean(data)) }

func use(c *client, v string) { c.event("1", map[string]any{"ssn": v}) }

// loose has an option that turns the sanitizer off.
type loose struct {
	c     *customerio.CustomerIO
	clean func(map[string]any) map[string]any
}

func off(prefix string) func(*loose) {
	return func(l *loose) {
		l.clean = func(m map[string]any) map[string]any { return map[string]any{prefix: m} }
	}
}

func newLoose(c *customerio.CustomerIO, opts ...func(*loose)) *loose {
	x := &loose{c: c, clean: sanitize.Attributes}
	for _, o := range opts {
		o(x)
	}
	return x
}

func (l *loose) event(id string, data map[string]any) {
	l.c.Track(id, "e", l.clean(data)) // want `skips the sanitizer`
}

func useLoose(l *loose, v string) {
	l.event("1", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

// Open is given the function by others.
type Open struct {
	c     *customerio.CustomerIO
	clean func(map[string]any) map[string]any
}

func NewOpen(c *customerio.CustomerIO, clean func(map[string]any) map[string]any) *Open {
	return &Open{c, clean}
}

func (c *Open) Event(id string, data map[string]any) {
	c.c.Track(id, "e", c.clean(data)) // want `skips the sanitizer`
}
