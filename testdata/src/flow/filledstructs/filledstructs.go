// Mode: never.

// Package filledstructs has functions that fill structs which others make: what is read
// out of a struct afterwards is what they have put there.
package filledstructs

import "github.com/customerio/go-customerio/v3"

type flat struct {
	Attrs map[string]any
	Note  string
}

type inner struct{ Attrs map[string]any }

type middle struct{ In inner }

type nested struct{ Mid middle }

func fromFlat(fill func(*flat)) map[string]any {
	f := &flat{}
	fill(f)
	return f.Attrs
}

func noteOf(fill func(*flat)) map[string]any {
	f := &flat{}
	fill(f)
	return map[string]any{"note": f.Note} // want `never-send value ssn`
}

func fromNested(fill func(*nested)) map[string]any {
	n := &nested{}
	fill(n)
	return n.Mid.In.Attrs
}

func wrapped(fill func(*flat)) func(*flat) {
	return func(f *flat) {
		fill(f)
	}
}

func leaks(c *customerio.CustomerIO, v, ssn string) {
	c.Identify("1", fromFlat(func(f *flat) { f.Attrs = map[string]any{"passport": v} })) // want `never-send key "passport"`
	c.Identify("1", noteOf(func(f *flat) { f.Note = ssn }))
	c.Identify("1", fromNested(func(n *nested) { n.Mid.In.Attrs = map[string]any{"passport": v} })) // want `never-send key "passport"`
	c.Identify("1", fromFlat(wrapped(func(f *flat) { f.Attrs = map[string]any{"passport": v} })))   // want `never-send key "passport"`
}

func harmless(c *customerio.CustomerIO, v string) {
	c.Identify("1", fromFlat(func(f *flat) { f.Attrs = map[string]any{"plan": v} }))
	c.Identify("1", noteOf(func(f *flat) { f.Note = v }))
	c.Identify("1", fromNested(func(n *nested) { n.Mid.In.Attrs = map[string]any{"plan": v} }))
	c.Identify("1", fromFlat(wrapped(func(f *flat) { f.Attrs = map[string]any{"plan": v} })))
}
