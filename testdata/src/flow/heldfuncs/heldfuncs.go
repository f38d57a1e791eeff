// Mode: unless-clean.

// Package heldfuncs keeps a function in a field and calls it there.
package heldfuncs

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type clean struct {
	client *customerio.CustomerIO
	pass   func(map[string]any) map[string]any
}

func newClean(c *customerio.CustomerIO) *clean {
	return &clean{client: c, pass: sanitize.Attributes}
}

func (s *clean) identify(id string, facts map[string]any) error {
	return s.client.Identify(id, s.pass(facts))
}

// raw is the twin: one of the two functions in its field cleans nothing.
type raw struct {
	client *customerio.CustomerIO
	pass   func(map[string]any) map[string]any
}

func newRaw(c *customerio.CustomerIO, dry bool) *raw {
	if dry {
		return &raw{client: c, pass: same}
	}
	return &raw{client: c, pass: sanitize.Attributes}
}

func same(m map[string]any) map[string]any { return m }

func (s *raw) identify(id string, facts map[string]any) error {
	return s.client.Identify(id, s.pass(facts)) // want `skips the sanitizer`
}

// Open can be given any function.
type Open struct {
	Client *customerio.CustomerIO
	Pass   func(map[string]any) map[string]any
}

func NewOpen(c *customerio.CustomerIO) *Open { return &Open{c, sanitize.Attributes} }

func (s *Open) Identify(id string, facts map[string]any) error {
	return s.Client.Identify(id, s.Pass(facts)) // want `skips the sanitizer`
}

// taken takes what it is given.
type taken struct {
	client *customerio.CustomerIO
	pass   func(map[string]any) map[string]any
}

func NewTaken(c *customerio.CustomerIO, pass func(map[string]any) map[string]any) *taken {
	t := &taken{client: c, pass: sanitize.Attributes}
	if pass != nil {
		t.pass = pass
	}
	return t
}

func (s *taken) identify(id string, facts map[string]any) error {
	return s.client.Identify(id, s.pass(facts)) // want `skips the sanitizer`
}
