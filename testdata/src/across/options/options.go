// Mode: unless-clean.

// Package options gives functions that other packages return to functions of other
// packages. Each call has done to it what it passes, and nothing else.
package options

import (
	"across/options/attrs"

	"github.com/customerio/go-customerio/v3"
)

type user struct{ Plan, Lang, SSN, Passport string }

func harmless(c *customerio.CustomerIO, u user) {
	_ = c.Identify("1", attrs.New())
	_ = c.Identify("1", attrs.New(attrs.Plan(u.Plan)))
	_ = c.Identify("1", attrs.New(attrs.With("plan", u.Plan)))
	_ = c.Identify("1", attrs.New(attrs.Named(u.Plan)))
	_ = c.Identify("1", attrs.New(attrs.When(u.SSN != "", attrs.With("lang", u.Lang))))
	_ = c.Identify("1", attrs.New(attrs.All(attrs.Plan(u.Plan), attrs.With("lang", u.Lang))))
	_ = c.Identify("1", attrs.More(attrs.Plan(u.Plan)))
	_ = c.Identify("1", attrs.NewProfile(attrs.Note(u.Plan), attrs.Attr("lang", u.Lang)).Map())
}

func leaks(c *customerio.CustomerIO, u user) {
	_ = c.Identify("1", attrs.New(attrs.SSN(u.Lang)))                                        // want `never-send key "ssn"`
	_ = c.Identify("1", attrs.New(attrs.Plan(u.SSN)))                                        // want `never-send value SSN`
	_ = c.Identify("1", attrs.New(attrs.With("passport", u.Lang)))                           // want `never-send key "passport"`
	_ = c.Identify("1", attrs.New(attrs.With("lang", u.Passport)))                           // want `never-send value Passport`
	_ = c.Identify("1", attrs.New(attrs.Named(u.SSN)))                                       // want `never-send value SSN`
	_ = c.Identify("1", attrs.New(attrs.When(u.SSN != "", attrs.With("passport", u.Lang))))  // want `never-send key "passport"`
	_ = c.Identify("1", attrs.New(attrs.All(attrs.Plan(u.Plan), attrs.With("lang", u.SSN)))) // want `never-send value SSN`
	_ = c.Identify("1", attrs.More(attrs.Plan(u.Plan), attrs.SSN(u.Lang)))                   // want `never-send key "ssn"`
	_ = c.Identify("1", attrs.NewProfile(attrs.Note(u.SSN)).Map())                           // want `never-send value SSN`
	_ = c.Identify("1", attrs.NewProfile(attrs.Note(""), attrs.Attr("passport", "x")).Map()) // want `never-send key "passport"`
}

// What is not known asks for the sanitizer.
func unknown(c *customerio.CustomerIO, u user, name string) {
	last, set := attrs.Counted()
	set(u.SSN)
	_ = c.Identify("1", attrs.New(last))                     // want `skips the sanitizer`
	_ = c.Identify("1", attrs.New(attrs.With(name, u.Plan))) // want `skips the sanitizer`
}

// Functions that are values, and lists of them.
func values(c *customerio.CustomerIO, u user, p attrs.Person) {
	m := map[string]any{}
	attrs.Plan(u.Plan)(m)
	_ = c.Identify("1", m)
	attrs.With("ssn", u.Lang)(m) // want `never-send key "ssn"`
	_ = c.Identify("1", m)

	opts := []attrs.Option{attrs.Plan(u.Plan)}
	_ = c.Identify("1", attrs.New(opts...))
	opts = append(opts, func(m map[string]any) { m["passport"] = u.Lang }) // want `never-send key "passport"`
	_ = c.Identify("1", attrs.New(opts...))

	_ = c.Identify("1", p.Describe(attrs.Model))
	_ = c.Identify("1", p.Describe(attrs.Model, attrs.Ads)) // want `skips the sanitizer and holds "advertising_id"`
}

func build(opts ...attrs.Option) map[string]any {
	m := map[string]any{}
	for _, o := range opts {
		o(m)
	}
	return m
}

func here(c *customerio.CustomerIO, u user) {
	_ = c.Identify("1", build(attrs.Plan(u.Plan)))
	_ = c.Identify("1", build(attrs.Plan(u.Plan), attrs.SSN(u.Lang))) // want `never-send key "ssn"`
}

// Held has options in a field, which other packages may fill.
type Held struct {
	C    *customerio.CustomerIO
	Opts []attrs.Option
}

func (h *Held) Send() error {
	return h.C.Identify("1", attrs.New(h.Opts...)) // want `skips the sanitizer`
}

func (h *Held) SendPlan(u user) error {
	return h.C.Identify("1", attrs.New(attrs.Plan(u.Plan)))
}
