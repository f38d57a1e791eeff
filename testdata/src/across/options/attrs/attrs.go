// Mode: unless-clean.

// Package attrs puts attributes together by options.
package attrs

import "strings"

// An Option adds to attributes.
type Option func(map[string]any)

func Plan(p string) Option { return func(m map[string]any) { m["plan"] = p } } // want Plan:`returns a function that writes p0\["plan"\] p1`

func SSN(p string) Option { return func(m map[string]any) { m["ssn"] = p } }

func With(key string, value any) Option { return func(m map[string]any) { m[key] = value } }

// Named changes what it has captured.
func Named(name string) Option {
	return func(m map[string]any) {
		name = strings.TrimSpace(name)
		m["name"] = name
	}
}

// Counted shares a variable with another literal.
func Counted() (Option, func(any)) {
	var last any
	return func(m map[string]any) { m["last"] = last }, func(v any) { last = v }
}

// When may apply another option.
func When(ok bool, o Option) Option {
	return func(m map[string]any) {
		if ok {
			o(m)
		}
	}
}

// All applies others.
func All(opts ...Option) Option {
	return func(m map[string]any) {
		for _, o := range opts {
			o(m)
		}
	}
}

// New makes attributes.
func New(opts ...Option) map[string]any {
	m := map[string]any{"source": "web"}
	for _, o := range opts {
		o(m)
	}
	return m
}

// More goes through New.
func More(opts ...Option) map[string]any { return New(opts...) }

// A Profile is put together by options, too.
type Profile struct {
	attrs map[string]any
	note  string
}

type ProfileOption func(*Profile)

func Note(note string) ProfileOption { return func(p *Profile) { p.note = note } }

func Attr(key, value string) ProfileOption { return func(p *Profile) { p.attrs[key] = value } }

func NewProfile(opts ...ProfileOption) *Profile {
	p := &Profile{attrs: map[string]any{}}
	for _, o := range opts {
		o(p)
	}
	return p
}

func (p *Profile) Map() map[string]any {
	p.attrs["note"] = p.note
	return p.attrs
}

// Person is described by functions of others.
type Person struct{ Model, Ads string }

func (p Person) Describe(more ...func(Person, map[string]any)) map[string]any {
	m := map[string]any{"model": p.Model}
	for _, f := range more {
		f(p, m)
	}
	return m
}

func Model(p Person, m map[string]any) { m["phone_model"] = p.Model }

func Ads(p Person, m map[string]any) {
	if p.Ads != "" {
		m["advertising_id"] = p.Ads
	}
}
