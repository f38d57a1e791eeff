// Mode: never.

// Package generics passes maps and values through type parameters.
package generics

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

// Attrs is a generic named map.
type Attrs[V any] map[string]V

func genericMapType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any(Attrs[any]{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessGenericMapType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any(Attrs[any]{"plan": v}))
}

// Set writes one key.
func (a Attrs[V]) Set(k string, v V) Attrs[V] {
	a[k] = v
	return a
}

func methodOfAGenericType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", Attrs[any]{}.Set("plan", "pro").Set("cvv", v)) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessMethodOfAGenericType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", Attrs[any]{}.Set("plan", "pro").Set("city", v))
}

func put[M ~map[K]V, K comparable, V any](m M, k K, v V) M {
	m[k] = v
	return m
}

func genericHelperWritesTheKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", put(map[string]any{}, "iban", any(v))) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func genericHelperWritesAHarmlessKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", put(map[string]any{}, "city", any(v)))
}

func merge[K comparable, V any](all ...map[K]V) map[K]V {
	out := map[K]V{}
	for _, m := range all {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

func mergedWithTheDirtyMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merge(map[string]any{"plan": "pro"}, map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func mergedHarmlessMaps(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merge(map[string]any{"plan": "pro"}, map[string]any{"city": v}))
}

func ptr[T any](v T) *T { return &v }

func pointerToTheValue(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": ptr(u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func pointerToAHarmlessValue(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": ptr(u.Name)})
}

func apply[T, R any](v T, f func(T) R) R { return f(v) }

func valueThroughAGenericCall(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": apply(u, func(u user) string { return u.SSN })}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessValueThroughAGenericCall(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": apply(u, func(u user) string { return u.Name })})
}

func lengthThroughAGenericCall(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"length": apply(u, func(u user) int { return len(u.SSN) })})
}

type box[T any] struct{ content T }

func (b box[T]) open() T { return b.content }

func mapInAGenericBox(c *customerio.CustomerIO, v string) {
	c.Identify("u1", box[map[string]any]{map[string]any{"tax_id": v}}.open()) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessMapInAGenericBox(c *customerio.CustomerIO, v string) {
	c.Identify("u1", box[map[string]any]{map[string]any{"plan": v}}.open())
}

type pair[A, B any] struct {
	first  A
	second B
}

func dirtyHalfOfAPair(c *customerio.CustomerIO, v string) {
	p := pair[map[string]any, map[string]any]{map[string]any{"plan": v}, map[string]any{"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", p.second)
}

func cleanHalfOfAPair(c *customerio.CustomerIO, v string) {
	p := pair[map[string]any, map[string]any]{map[string]any{"plan": v}, map[string]any{"ssn": v}}
	c.Identify("u1", p.first)
}

type attributer interface{ attributes() map[string]any }

type patient struct{ number string }

func (p patient) attributes() map[string]any {
	return map[string]any{"mrn": p.number} // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func send[T attributer](c *customerio.CustomerIO, t T) {
	c.Identify("u1", t.attributes())
}

func constraintMethodReturnsTheKey(c *customerio.CustomerIO, p patient) {
	send(c, p)
}

type describer interface{ description() map[string]any }

type product struct{ sku string }

func (p product) description() map[string]any {
	return map[string]any{"sku": p.sku}
}

func sendDescription[T describer](c *customerio.CustomerIO, t T) {
	c.Identify("u1", t.description())
}

func constraintMethodReturnsHarmlessKeys(c *customerio.CustomerIO, p product) {
	sendDescription(c, p)
}

func identify[M ~map[string]any](c *customerio.CustomerIO, m M) {
	c.Identify("u1", m)
}

func genericWrapperGetsTheKey(c *customerio.CustomerIO, v string) {
	identify(c, Attrs[any]{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func genericWrapperGetsHarmlessKeys(c *customerio.CustomerIO, v string) {
	identify(c, Attrs[any]{"plan": v})
}

// Event is a generic alias.
type Event = Attrs[any]

func aliasOfAGenericMap(c *customerio.CustomerIO, v string) {
	e := Event{}
	e["otp"] = v // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Track`
	c.Track("u1", "login", e)
}

func harmlessAliasOfAGenericMap(c *customerio.CustomerIO, v string) {
	e := Event{}
	e["method"] = v
	c.Track("u1", "login", e)
}

type key interface{ ~string }

func at[K key, V any](k K, v V) map[string]any {
	return map[string]any{string(k): v}
}

type column string

func keyOfATypeParameter(c *customerio.CustomerIO, v string) {
	c.Identify("u1", at(column("ssn"), v)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessKeyOfATypeParameter(c *customerio.CustomerIO, v string) {
	c.Identify("u1", at(column("city"), v))
}

func zero[T any]() T {
	var t T
	return t
}

func zeroValueUnderTheKey(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"ssn": zero[string](), "plan": "pro"})
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(t T) { s.items = append(s.items, t) }

func (s *stack[T]) pop() T {
	t := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return t
}

func mapOnAGenericStack(c *customerio.CustomerIO, v string) {
	var s stack[map[string]any]
	s.push(map[string]any{"api_key": v}) // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", s.pop())
}

func harmlessMapOnAGenericStack(c *customerio.CustomerIO, v string) {
	var s stack[map[string]any]
	s.push(map[string]any{"plan": v})
	c.Identify("u1", s.pop())
}
