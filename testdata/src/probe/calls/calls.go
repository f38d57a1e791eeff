// Mode: probe.

// Package calls shows what comes back from a call, and what a call does to its arguments.
package calls

import (
	"errors"
	"fmt"
)

func probe(any) {}

func places(any) {}

type user struct{ ID, SSN string }

func build(v string) map[string]any { return map[string]any{"ssn": v} }

func built(v string) {
	probe(build(v))   // want content:`raw {ssn: param v}`
	probe(build("a")) // want content:`raw {ssn: "a"}`
	places(build(v))  // want places:`result of build`
}

func fill(m map[string]any, v string) { m["ssn"] = v }

func filled(v string) {
	m := map[string]any{}
	fill(m, v)
	probe(m) // want content:`raw {ssn: param v}`
}

func strip(m map[string]any) { delete(m, "ssn") }

func stripped(v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	strip(m)
	probe(m) // want content:`raw {plan: "pro"}`
}

func pick(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func picked(v string) {
	probe(pick(v)) // want content:`"none" | param v`
}

func two(u user) (string, string) { return u.ID, u.SSN }

func tuple(u user) {
	a, b := two(u)
	probe(a) // want content:`param u.ID`
	probe(b) // want content:`never-send SSN | param u.SSN`
}

func variadic(vs ...string) string { return vs[0] }

func spread(v string) {
	probe(variadic(v, "b")) // want content:`param v`
}

func out(p *string, v string) { *p = v }

func throughAPointer(v string) {
	var s string
	out(&s, v)
	probe(s) // want content:`param v`
}

func outAll(v string, ps ...*string) { *ps[0] = v }

func throughPointers(v string) {
	var s string
	outAll(v, &s)
	// TODO: param v. What is written through a pointer that a slice holds is lost, in silence.
	probe(s) // want content:`nothing`
}

func even(n int, v string) string {
	if n == 0 {
		return v
	}
	return odd(n-1, v)
}

func odd(n int, v string) string { return even(n-1, v+"x") }

func recursive(v string) {
	probe(even(4, v)) // want content:`of "x" | param v`
}

func identity[T any](x T) T { return x }

func generic(u user) {
	probe(identity(u.SSN))                        // want content:`never-send SSN | param u.SSN`
	probe(identity(map[string]any{"ssn": u.SSN})) // want content:`raw {ssn: never-send SSN | param u.SSN}`
}

type getter interface{ get() string }

type one struct{ s string }

func (o one) get() string { return o.s }

type constant struct{}

func (constant) get() string { return "c" }

func throughAnInterface(g getter, v string) {
	if g == nil {
		g = one{v}
	}
	probe(g.get()) // want content:`"c" | param g.s | param v`
}

func exactImplementation(v string) {
	var g getter = constant{}
	probe(g.get()) // want content:`"c"`
}

func inAMap(v string) {
	fs := map[string]func() string{"a": func() string { return v }}
	probe(fs["a"]()) // want content:`param v`
}

func buildBy(v string, table map[string]func(string) any) map[string]any {
	out := map[string]any{}
	for k, get := range table {
		out[k] = get(v)
	}
	return out
}

func table(v string) {
	// TODO: raw {a: param v}. The keys of a map that a parameter brings are not known.
	probe(buildBy(v, map[string]func(string) any{"a": func(s string) any { return s }})) // want content:`raw {*: param v}`
}

type rejected struct{ Fields map[string]any }

func (e *rejected) Error() string { return "rejected" }

func unpackedError(v string) {
	var err error = &rejected{map[string]any{"ssn": v}}
	probe(err)  // want content:`raw {Fields: raw {ssn: param v}}`
	places(err) // want places:`literal`
	var e *rejected
	ok := errors.As(err, &e)
	probe(ok)       // want content:`some`
	probe(e)        // want content:`raw {Fields: raw {ssn: param v}}`
	places(e)       // want places:`var e`
	probe(e.Fields) // want content:`raw {ssn: param v}`
	a, _ := errors.AsType[*rejected](err)
	probe(a)        // want content:`raw {Fields: raw {ssn: param v}}`
	places(a)       // want places:`result of `
	probe(a.Fields) // want content:`raw {ssn: param v}`
}

// TODO: raw {ssn: param v}. An error that is wrapped is only text.
func wrappedError(v string) {
	err := fmt.Errorf("order: %w", &rejected{map[string]any{"ssn": v}})
	var e *rejected
	errors.As(err, &e)
	probe(e.Fields) // want content:`param v%.Fields | opaque`
}
