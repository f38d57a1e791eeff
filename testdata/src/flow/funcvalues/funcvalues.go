// Mode: never.

// Package funcvalues calls builders kept in variables, fields, maps and slices.
package funcvalues

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func dirty(v string) map[string]any {
	return map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func clean(v string) map[string]any {
	return map[string]any{"plan": v}
}

func private(v string) map[string]any {
	return map[string]any{"iban": v}
}

func inALocalVariable(c *customerio.CustomerIO, v string) {
	f := dirty
	c.Identify("u1", f(v))
}

func harmlessInALocalVariable(c *customerio.CustomerIO, v string) map[string]any {
	f, g := clean, private
	c.Identify("u1", f(v))
	return g(v)
}

func oneOfTwoFunctions(c *customerio.CustomerIO, v string, full bool) {
	f := clean
	if full {
		f = func(v string) map[string]any { return map[string]any{"password": v} } // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", f(v))
}

func oneOfTwoHarmlessFunctions(c *customerio.CustomerIO, v string, full bool) {
	f := clean
	if full {
		f = func(v string) map[string]any { return map[string]any{"city": v} }
	}
	c.Identify("u1", f(v))
}

type hooks struct {
	public, internal func(v string) map[string]any
}

func inAField(c *customerio.CustomerIO, v string) {
	h := hooks{public: func(v string) map[string]any { return map[string]any{"cvv": v} }} // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", h.public(v))
}

func otherFieldHoldsTheDirtyOne(c *customerio.CustomerIO, v string) map[string]any {
	h := hooks{public: clean, internal: private}
	c.Identify("u1", h.public(v))
	return h.internal(v)
}

func inAMap(c *customerio.CustomerIO, v, kind string) {
	table := map[string]func(string) map[string]any{
		"plain": clean,
		"full":  func(v string) map[string]any { return map[string]any{"tax_id": v} }, // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", table[kind](v))
}

func harmlessInAMap(c *customerio.CustomerIO, v, kind string) {
	table := map[string]func(string) map[string]any{
		"plain": clean,
		"full":  func(v string) map[string]any { return map[string]any{"city": v} },
	}
	c.Identify("u1", table[kind](v))
}

func inASlice(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	steps := []func(){
		func() { m["plan"] = v },
		func() { m["otp"] = v }, // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
	}
	for _, step := range steps {
		step()
	}
	c.Identify("u1", m)
}

func harmlessInASlice(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	steps := []func(){
		func() { m["plan"] = v },
		func() { m["city"] = v },
	}
	for _, step := range steps {
		step()
	}
	c.Identify("u1", m)
}

func sendBuilt(c *customerio.CustomerIO, build func(string) map[string]any, v string) {
	c.Identify("u1", build(v))
}

func asAParameter(c *customerio.CustomerIO, v string) {
	sendBuilt(c, clean, v)
	sendBuilt(c, func(v string) map[string]any { return map[string]any{"jwt": v} }, v) // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
}

func sendMade(c *customerio.CustomerIO, build func(string) map[string]any, v string) {
	c.Identify("u1", build(v))
}

func harmlessAsAParameter(c *customerio.CustomerIO, v string) {
	sendMade(c, clean, v)
}

var global = func(v string) map[string]any {
	return map[string]any{"access_token": v} // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).Identify`
}

func inAGlobal(c *customerio.CustomerIO, v string) {
	c.Identify("u1", global(v))
}

var harmlessGlobal = clean

func harmlessInAGlobal(c *customerio.CustomerIO, v string) {
	c.Identify("u1", harmlessGlobal(v))
}

var sendHook func(id string, attrs map[string]any) error

func setHook(c *customerio.CustomerIO) { sendHook = c.Identify }

func sendThroughAHook(v string) {
	sendHook("u1", map[string]any{"passport_number": v}) // want `never-send key "passport_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessThroughAHook(v string) {
	sendHook("u1", map[string]any{"plan": v})
}

var logHook = func(id string, attrs map[string]any) error { return nil }

func loggedThroughAHook(v string) {
	logHook("u1", map[string]any{"passport_number": v})
}

type notifier struct {
	send func(id string, attrs map[string]any) error
}

func newNotifier(c *customerio.CustomerIO) *notifier {
	return &notifier{send: c.Identify}
}

func (n *notifier) welcome(v string) {
	n.send("u1", map[string]any{"credit_card": v}) // want `never-send key "credit_card" reaches \(\*customerio.CustomerIO\).Identify`
}

func (n *notifier) greet(v string) {
	n.send("u1", map[string]any{"plan": v})
}

func compose(f, g func(map[string]any)) func(map[string]any) {
	return func(m map[string]any) {
		f(m)
		g(m)
	}
}

func composedFunctions(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	compose(
		func(m map[string]any) { m["plan"] = v },
		func(m map[string]any) { m["bank_account"] = v }, // want `never-send key "bank_account" reaches \(\*customerio.CustomerIO\).Identify`
	)(m)
	c.Identify("u1", m)
}

func harmlessComposedFunctions(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	compose(
		func(m map[string]any) { m["plan"] = v },
		func(m map[string]any) { m["city"] = v },
	)(m)
	c.Identify("u1", m)
}

func valueFromAFunctionInAMap(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": map[string]func() string{"id": func() string { return u.SSN }}["id"]()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessValueFromAFunctionInAMap(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": map[string]func() string{"id": func() string { return u.Name }}["id"]()})
}
