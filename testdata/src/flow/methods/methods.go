// Mode: never.

// Package methods builds payloads with builders, getters and method values.
package methods

import customerio "github.com/customerio/go-customerio/v3"

// builder collects attributes.
type builder struct{ attrs map[string]any }

func newBuilder() *builder { return &builder{attrs: map[string]any{}} }

// With adds one attribute and returns the builder.
func (b *builder) With(k string, v any) *builder {
	b.attrs[k] = v
	return b
}

// Build returns the attributes.
func (b *builder) Build() map[string]any { return b.attrs }

func chainWithTheKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", newBuilder().With("plan", "pro").With("ssn", v).Build()) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func chainOfHarmlessKeys(c *customerio.CustomerIO, v string) {
	c.Identify("u1", newBuilder().With("plan", "pro").With("city", v).Build())
}

func chainKeptInAVariable(c *customerio.CustomerIO, v string) {
	b := newBuilder()
	b.With("plan", "pro")
	b.With("tax_id", v) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", b.Build())
}

func anotherBuilderHoldsTheKey(c *customerio.CustomerIO, v string) *builder {
	a, b := newBuilder(), newBuilder()
	a.With("tax_id", v)
	b.With("plan", v)
	c.Identify("u1", b.Build())
	return a
}

func keyAddedAfterBuildIsInTheSameMap(c *customerio.CustomerIO, v string) {
	b := newBuilder().With("plan", "pro")
	m := b.Build()
	b.With("cvv", v) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyAddedAfterTheSend(c *customerio.CustomerIO, v string) *builder {
	b := newBuilder().With("plan", "pro")
	c.Identify("u1", b.Build())
	return b.With("cvv", v)
}

// snapshot builds by value and copies on every step.
type snapshot struct{ attrs map[string]any }

// With returns a changed copy.
func (s snapshot) With(k string, v any) snapshot {
	out := snapshot{attrs: map[string]any{k: v}}
	for old, x := range s.attrs {
		out.attrs[old] = x
	}
	return out
}

func copyOnWriteChainWithTheKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", snapshot{}.With("ssn", v).With("plan", "pro").attrs) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func copyOnWriteLeavesTheOriginal(c *customerio.CustomerIO, v string) snapshot {
	s := snapshot{}.With("plan", "pro")
	changed := s.With("ssn", v)
	c.Identify("u1", s.attrs)
	return changed
}

// attrs is a map with methods.
type attrs map[string]any

func (a attrs) set(k string, v any) attrs {
	a[k] = v
	return a
}

func (a attrs) drop(k string) attrs {
	delete(a, k)
	return a
}

func methodOfAMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", attrs{}.set("plan", "pro").set("password", v)) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func methodOfAMapWithHarmlessKeys(c *customerio.CustomerIO, v string) {
	c.Identify("u1", attrs{}.set("plan", "pro").set("city", v))
}

func methodDropsTheKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", attrs{}.set("password", v).drop("password"))
}

func methodDropsAnotherKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", attrs{}.set("password", v).drop("plan")) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func methodValue(c *customerio.CustomerIO, v string) {
	m := attrs{}
	set := m.set
	set("iban", v) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func methodValueOfAnotherMap(c *customerio.CustomerIO, v string) attrs {
	m, other := attrs{}, attrs{}
	set := other.set
	set("iban", v)
	c.Identify("u1", m)
	return other
}

func methodExpression(c *customerio.CustomerIO, v string) {
	m := attrs{}
	set := attrs.set
	set(m, "iban", v) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessMethodExpression(c *customerio.CustomerIO, v string) {
	m := attrs{}
	set := attrs.set
	set(m, "city", v)
	c.Identify("u1", m)
}

func sdkMethodValue(c *customerio.CustomerIO, v string) {
	identify := c.Identify
	identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessSDKMethodValue(c *customerio.CustomerIO, v string) {
	identify := c.Identify
	identify("u1", map[string]any{"plan": v})
}

func sdkMethodExpression(c *customerio.CustomerIO, v string) {
	identify := (*customerio.CustomerIO).Identify
	identify(c, "u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessSDKMethodExpression(c *customerio.CustomerIO, v string) {
	identify := (*customerio.CustomerIO).Identify
	identify(c, "u1", map[string]any{"plan": v})
}

type user struct {
	name, number string
}

func (u user) attributes() map[string]any {
	return map[string]any{"name": u.name, "ssn": u.number} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func (u user) publicAttributes() map[string]any {
	return map[string]any{"name": u.name, "has_ssn": u.number != ""}
}

func methodReturnsTheMap(c *customerio.CustomerIO, u user) {
	c.Identify("u1", u.attributes())
}

func methodReturnsAHarmlessMap(c *customerio.CustomerIO, u user) {
	c.Identify("u1", u.publicAttributes())
}

type admin struct{ account }

type account struct{ secret string }

func (a account) secrets() map[string]any {
	return map[string]any{"api_key": a.secret} // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func promotedMethod(c *customerio.CustomerIO, a admin) {
	c.Identify("u1", a.secrets())
}

func (admin) flags() map[string]any { return map[string]any{"admin": true} }

func ownMethodBesideThePromotedOne(c *customerio.CustomerIO, a admin) {
	c.Identify("u1", a.flags())
}
