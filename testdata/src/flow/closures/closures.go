// Mode: never.

// Package closures writes and sends maps inside function literals.
package closures

import (
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ Name, SSN string }

func capturedMapIsWritten(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	add := func() {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	add()
	c.Identify("u1", m)
}

func closureCalledAfterTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	add := func() {
		m["ssn"] = v
	}
	c.Identify("u1", m)
	add()
}

func closureNeverCalled(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	_ = func() {
		m["ssn"] = v
	}
	c.Identify("u1", m)
}

func capturedVariableIsReplaced(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	func() {
		m = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	c.Identify("u1", m)
}

func calledAtOnce(c *customerio.CustomerIO, v string) {
	c.Identify("u1", func() map[string]any { return map[string]any{"cvv": v} }()) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessCalledAtOnce(c *customerio.CustomerIO, v string) {
	c.Identify("u1", func() map[string]any { return map[string]any{"city": v} }())
}

func argumentOfACalledLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", func(k string) map[string]any { return map[string]any{k: v} }("cvv")) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessArgumentOfACalledLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", func(k string) map[string]any { return map[string]any{k: v} }("city"))
}

func maker(v string) func() map[string]any {
	return func() map[string]any {
		return map[string]any{"password": v} // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}
}

func returnedClosure(c *customerio.CustomerIO, v string) {
	c.Identify("u1", maker(v)())
}

func harmlessMaker(v string) func() map[string]any {
	return func() map[string]any {
		return map[string]any{"plan": v}
	}
}

func returnedHarmlessClosure(c *customerio.CustomerIO, v string) {
	c.Identify("u1", harmlessMaker(v)())
}

func setter(m map[string]any) func(k, v string) {
	return func(k, v string) { m[k] = v }
}

func returnedSetterWritesTheKey(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	set := setter(m)
	set("plan", "pro")
	set("ssn", v) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func returnedSetterWritesHarmlessKeys(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	set := setter(m)
	set("plan", "pro")
	set("city", v)
	c.Identify("u1", m)
}

func setterOfAnotherMap(c *customerio.CustomerIO, v string) map[string]any {
	m, other := map[string]any{}, map[string]any{}
	setter(other)("ssn", v)
	setter(m)("plan", v)
	c.Identify("u1", m)
	return other
}

func build(fill func(m map[string]any)) map[string]any {
	m := map[string]any{}
	fill(m)
	return m
}

func callbackFillsTheMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", build(func(m map[string]any) {
		m["plan"] = "pro"
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}))
}

func callbackFillsItWithHarmlessKeys(c *customerio.CustomerIO, v string) {
	c.Identify("u1", build(func(m map[string]any) {
		m["plan"] = "pro"
		m["city"] = v
	}))
}

type option func(m map[string]any)

func withPlan(v string) option {
	return func(m map[string]any) { m["plan"] = v }
}

func withCard(v string) option {
	return func(m map[string]any) { m["card_number"] = v } // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func withIBAN(v string) option {
	return func(m map[string]any) { m["iban"] = v }
}

func assemble(opts ...option) map[string]any {
	m := map[string]any{}
	for _, o := range opts {
		o(m)
	}
	return m
}

func functionalOptionWithTheKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", assemble(withPlan(v), withCard(v)))
}

func functionalOptionsWithHarmlessKeys(c *customerio.CustomerIO, v string) map[string]any {
	c.Identify("u1", assemble(withPlan(v)))
	return assemble(withIBAN(v))
}

func sentFromAClosure(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	send := func() {
		c.Identify("u1", m)
	}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	send()
}

func sentFromAClosureBeforeTheUpdate(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	func() {
		c.Identify("u1", m)
	}()
	m["ssn"] = v
	return m
}

func mapIsAParameterOfTheSendingClosure(c *customerio.CustomerIO, v string) {
	send := func(m map[string]any) {
		c.Identify("u1", m)
	}
	send(map[string]any{"plan": "pro"})
	send(map[string]any{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessMapsForTheSendingClosure(c *customerio.CustomerIO, v string) {
	send := func(m map[string]any) {
		c.Identify("u1", m)
	}
	send(map[string]any{"plan": "pro"})
	send(map[string]any{"city": v})
}

func capturedValue(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": func() string { return u.SSN }()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func capturedHarmlessValue(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": func() string { return u.Name }()})
}

func twoClosuresShareAMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	get := func() map[string]any { return m }
	set := func() {
		m["otp"] = v // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
	}
	set()
	c.Identify("u1", get())
}

func closureInsideAClosure(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	func() {
		func() {
			m["jwt"] = v // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
		}()
	}()
	c.Identify("u1", m)
}

func harmlessClosureInsideAClosure(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	func() {
		func() {
			m["city"] = v
		}()
	}()
	c.Identify("u1", m)
}

func callbackOfTheStandardLibrary(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	slices.SortFunc(vs, func(a, b string) int {
		m["ssn"] = a // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		return len(a) - len(b)
	})
	c.Identify("u1", m)
}

func harmlessCallbackOfTheStandardLibrary(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	slices.SortFunc(vs, func(a, b string) int {
		m["last_city"] = a
		return len(a) - len(b)
	})
	c.Identify("u1", m)
}

func closureTakesTheKeyAway(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	func() {
		delete(m, "ssn")
	}()
	c.Identify("u1", m)
}

func recursiveClosure(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	var fill func(n int)
	fill = func(n int) {
		if n == 0 {
			m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
			return
		}
		fill(n - 1)
	}
	fill(3)
	c.Identify("u1", m)
}
