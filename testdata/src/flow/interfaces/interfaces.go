// Mode: never.

// Package interfaces calls builders and clients through interfaces of the package.
package interfaces

import customerio "github.com/customerio/go-customerio/v3"

type source interface{ attributes() map[string]any }

type record struct{ number string }

func (r record) attributes() map[string]any {
	return map[string]any{"ssn": r.number} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

type fakeRecord struct{}

func (fakeRecord) attributes() map[string]any { return map[string]any{"plan": "test"} }

func realImplementationBehindTheInterface(c *customerio.CustomerIO, s source) {
	c.Identify("u1", s.attributes())
}

func newSource(test bool, number string) source {
	if test {
		return fakeRecord{}
	}
	return record{number}
}

type describer interface{ describe() map[string]any }

type product struct{ sku string }

func (p product) describe() map[string]any { return map[string]any{"sku": p.sku} }

type fakeProduct struct{}

func (fakeProduct) describe() map[string]any { return nil }

func allImplementationsHarmless(c *customerio.CustomerIO, d describer) {
	c.Identify("u1", d.describe())
}

// identifier is implemented by the SDK's client and by a mock.
type identifier interface {
	Identify(id string, attrs map[string]any) error
}

type mock struct{ calls []map[string]any }

func (m *mock) Identify(id string, attrs map[string]any) error {
	m.calls = append(m.calls, attrs)
	return nil
}

type service struct{ cio identifier }

func newService(c *customerio.CustomerIO) *service { return &service{cio: c} }

func newTestService(m *mock) *service { return &service{cio: m} }

func (s *service) clientBehindAnInterface(v string) {
	s.cio.Identify("u1", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func (s *service) harmlessClientBehindAnInterface(v string) {
	s.cio.Identify("u1", map[string]any{"plan": v})
}

func mockAlone(m *mock, v string) {
	m.Identify("u1", map[string]any{"password": v})
}

// auditor has the same shape under another name and never meets the SDK.
type auditor interface {
	Audit(id string, attrs map[string]any) error
}

type auditLog struct{ rows []map[string]any }

func (a *auditLog) Audit(id string, attrs map[string]any) error {
	a.rows = append(a.rows, attrs)
	return nil
}

func auditIsNotASend(a auditor, v string) {
	a.Audit("u1", map[string]any{"password": v})
}

// embedded promotes the SDK's methods.
type embedded struct {
	*customerio.CustomerIO
	name string
}

func promotedClient(e embedded, v string) {
	e.Identify("u1", map[string]any{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessPromotedClient(e embedded, v string) {
	e.Identify("u1", map[string]any{"plan": v})
}

// shadowing promotes the SDK's methods except the one it defines itself.
type shadowing struct{ *customerio.CustomerIO }

func (s shadowing) Identify(id string, attrs map[string]any) error {
	return s.CustomerIO.Identify(id, map[string]any{"plan": attrs["plan"]})
}

func shadowedMethodSendsOnlyThePlan(s shadowing, v string) {
	s.Identify("u1", map[string]any{"plan": "pro", "iban": v})
}

func promotedBesideTheShadowedMethod(s shadowing, v string) {
	s.Track("u1", "paid", map[string]any{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Track`
}

type cio = customerio.CustomerIO

func aliasOfTheClientType(c *cio, v string) {
	c.Identify("u1", map[string]any{"tax_id": v}) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessAliasOfTheClientType(c *cio, v string) {
	c.Identify("u1", map[string]any{"plan": v})
}

// publisher is a wrapper behind an interface.
type publisher interface {
	publish(attrs map[string]any)
}

type cioPublisher struct{ c *customerio.CustomerIO }

func (p cioPublisher) publish(attrs map[string]any) {
	p.c.Identify("u1", attrs)
}

type logPublisher struct{}

func (logPublisher) publish(map[string]any) {}

func wrapperBehindAnInterface(p publisher, v string) {
	p.publish(map[string]any{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessWrapperBehindAnInterface(p publisher, v string) {
	p.publish(map[string]any{"plan": v})
}

func implementationKnownToBeTheLog(v string) {
	var p logPublisher
	p.publish(map[string]any{"cvv": v})
}

type mapper interface{ fill(m map[string]any) }

type dirtyMapper struct{ v string }

func (d dirtyMapper) fill(m map[string]any) {
	m["otp"] = d.v // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
}

func interfaceFillsTheMap(c *customerio.CustomerIO, f mapper) {
	m := map[string]any{}
	f.fill(m)
	c.Identify("u1", m)
}

type calmMapper interface{ fillCalmly(m map[string]any) }

type planMapper struct{ v string }

func (p planMapper) fillCalmly(m map[string]any) {
	m["plan"] = p.v
}

func interfaceFillsTheMapHarmlessly(c *customerio.CustomerIO, f calmMapper) {
	m := map[string]any{}
	f.fillCalmly(m)
	c.Identify("u1", m)
}
