// Mode: always.

// Package stored takes payloads out of fields, globals, channels and collections.
package stored

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// rawSession keeps what it is given.
type rawSession struct{ attrs map[string]any }

func newRawSession(attrs map[string]any) *rawSession { return &rawSession{attrs: attrs} }

func (s *rawSession) fieldMustBeSanitizedHere(c *customerio.CustomerIO) {
	c.Identify("u1", s.attrs) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func (s *rawSession) fieldSanitizedHere(c *customerio.CustomerIO) {
	c.Identify("u1", sanitize.Attributes(s.attrs))
}

type holder struct{ attrs map[string]any }

func localFieldHoldsTheRawMap(c *customerio.CustomerIO, email string) {
	h := holder{attrs: map[string]any{"email": email}}
	c.Identify("u1", h.attrs) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func localFieldHoldsTheSanitizedMap(c *customerio.CustomerIO, email string) {
	h := holder{attrs: sanitize.Attributes(map[string]any{"email": email})}
	c.Identify("u1", h.attrs)
}

func localFieldOverwrittenByTheRawMap(c *customerio.CustomerIO, email string) {
	raw := map[string]any{"email": email}
	h := holder{attrs: sanitize.Attributes(raw)}
	h.attrs = raw
	c.Identify("u1", h.attrs) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func localFieldOverwrittenByTheSanitizedMap(c *customerio.CustomerIO, email string) {
	h := holder{attrs: map[string]any{"email": email}}
	h.attrs = sanitize.Attributes(h.attrs)
	c.Identify("u1", h.attrs)
}

var latest map[string]any

func remember(attrs map[string]any) { latest = attrs }

func globalMustBeSanitizedHere(c *customerio.CustomerIO) {
	c.Identify("u1", latest) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func globalSanitizedHere(c *customerio.CustomerIO) {
	c.Identify("u1", sanitize.Attributes(latest))
}

func channelMustBeSanitizedHere(c *customerio.CustomerIO, in <-chan map[string]any) {
	for m := range in {
		c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
	}
}

func channelSanitizedHere(c *customerio.CustomerIO, in <-chan map[string]any) {
	for m := range in {
		c.Identify("u1", sanitize.Attributes(m))
	}
}

func sliceMustBeSanitizedHere(c *customerio.CustomerIO, find func() []map[string]any) {
	for _, m := range find() {
		c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
	}
}

func sliceSanitizedHere(c *customerio.CustomerIO, find func() []map[string]any) {
	for _, m := range find() {
		c.Identify("u1", sanitize.Attributes(m))
	}
}

func sliceOfSanitizedMaps(c *customerio.CustomerIO, emails []string) {
	var list []map[string]any
	for _, e := range emails {
		list = append(list, sanitize.Attributes(map[string]any{"email": e}))
	}
	for _, m := range list {
		c.Identify("u1", m)
	}
}

func sliceWithOneRawMap(c *customerio.CustomerIO, email string) {
	list := []map[string]any{
		sanitize.Attributes(map[string]any{"email": email}),
		{"phone": email},
	}
	for _, m := range list {
		c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
	}
}

// store is somebody else's look-up.
type store interface {
	Attributes(id string) (map[string]any, error)
}

func lookUpMustBeSanitizedHere(c *customerio.CustomerIO, s store) error {
	m, err := s.Attributes("u1")
	if err != nil {
		return err
	}
	return c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func lookUpSanitizedHere(c *customerio.CustomerIO, s store) error {
	m, err := s.Attributes("u1")
	if err != nil {
		return err
	}
	return c.Identify("u1", sanitize.Attributes(m))
}
