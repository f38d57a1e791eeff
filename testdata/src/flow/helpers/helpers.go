// Mode: never.

// Package helpers builds, extends and returns maps in other functions.
package helpers

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func dirtyBase(v string) map[string]any {
	return map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func helperBuildsTheMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", dirtyBase(v))
}

func cleanBase(v string) map[string]any {
	return map[string]any{"plan": "pro", "city": v}
}

func helperBuildsAHarmlessMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", cleanBase(v))
}

func unsentBase(v string) map[string]any {
	return map[string]any{"plan": "pro", "ssn": v}
}

func helperBuildsAMapOfWhichOneKeyIsSent(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"plan": unsentBase(v)["plan"]})
}

func addSSN(m map[string]any, v string) {
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func helperExtendsBeforeTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	addSSN(m, v)
	c.Identify("u1", m)
}

func addTaxID(m map[string]any, v string) {
	m["tax_id"] = v
}

func helperExtendsAfterTheSend(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	addTaxID(m, v)
	return m
}

func helperExtendsAnotherMap(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	other := map[string]any{}
	addTaxID(other, v)
	c.Identify("u1", m)
	return other
}

func put(m map[string]any, k string, v any) {
	m[k] = v
}

func helperUsedTwiceDirtyMapSent(c *customerio.CustomerIO, v string) map[string]any {
	clean, dirty := map[string]any{}, map[string]any{}
	put(clean, "plan", v)
	put(dirty, "ssn", v) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", dirty)
	return clean
}

func helperUsedTwiceCleanMapSent(c *customerio.CustomerIO, v string) map[string]any {
	clean, dirty := map[string]any{}, map[string]any{}
	put(clean, "plan", v)
	put(dirty, "ssn", v)
	c.Identify("u1", clean)
	return dirty
}

func helperPutsASensitiveValue(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	put(m, "name", u.Name)
	put(m, "note", u.SSN) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func helperPutsAnEmptyValue(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	put(m, "name", u.Name)
	put(m, "ssn", "")
	c.Identify("u1", m)
}

func helperPutsIntoTheInnerMap(c *customerio.CustomerIO, v string) {
	inner := map[string]any{}
	m := map[string]any{"profile": inner}
	put(inner, "iban", v) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func single(k string, v any) map[string]any {
	return map[string]any{k: v}
}

func keyGivenToAHelper(c *customerio.CustomerIO, v string) {
	c.Identify("u1", single("password", v)) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessKeyGivenToTheSameHelper(c *customerio.CustomerIO, v string) {
	c.Identify("u1", single("plan", v))
}

func twoResultsOfTheSameHelper(c *customerio.CustomerIO, v string) map[string]any {
	a, b := single("plan", v), single("password", v)
	c.Identify("u1", a)
	return b
}

func same(m map[string]any) map[string]any { return m }

func dirtyMapThroughIdentity(c *customerio.CustomerIO, v string) {
	c.Identify("u1", same(map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func cleanMapThroughIdentity(c *customerio.CustomerIO, v string) {
	other := same(map[string]any{"ssn": v})
	c.Identify("u1", same(map[string]any{"plan": "pro", "others": len(other)}))
}

func wrap(m map[string]any) map[string]any {
	return map[string]any{"profile": m, "wrapped": true}
}

func dirtyMapWrapped(c *customerio.CustomerIO, v string) {
	c.Identify("u1", wrap(map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func cleanMapWrapped(c *customerio.CustomerIO, v string) {
	c.Identify("u1", wrap(map[string]any{"plan": v}))
}

func choose(a, b map[string]any, first bool) map[string]any {
	if first {
		return a
	}
	return b
}

func helperMayReturnEither(c *customerio.CustomerIO, v string, first bool) {
	c.Identify("u1", choose(map[string]any{"plan": v}, map[string]any{"ssn": v}, first)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func second(a, b map[string]any) map[string]any {
	a["seen"] = true
	return b
}

func helperReturnsTheCleanOne(c *customerio.CustomerIO, v string) {
	c.Identify("u1", second(map[string]any{"ssn": v}, map[string]any{"plan": v}))
}

func helperReturnsTheDirtyOne(c *customerio.CustomerIO, v string) {
	c.Identify("u1", second(map[string]any{"plan": v}, map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func copyOf(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

func copyOfADirtyMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", copyOf(map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func copyOfACleanMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", copyOf(map[string]any{"plan": v}))
}

func publicOnly(m map[string]any) map[string]any {
	return map[string]any{"plan": m["plan"], "city": m["city"]}
}

func helperPicksHarmlessKeys(c *customerio.CustomerIO, v string) {
	c.Identify("u1", publicOnly(map[string]any{"ssn": v, "plan": "pro"}))
}

func countDown(m map[string]any, n int) map[string]any {
	if n == 0 {
		return m
	}
	m["level"] = n
	return countDown(m, n-1)
}

func recursionOverAHarmlessMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", countDown(map[string]any{"plan": v}, 3))
}

func recursionOverADirtyMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", countDown(map[string]any{"ssn": v}, 3)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func even(m map[string]any, n int, v string) {
	if n > 0 {
		m["plan"] = v
		odd(m, n-1, v)
	}
}

func odd(m map[string]any, n int, v string) {
	if n > 0 {
		m["cvv"] = v // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
		even(m, n-1, v)
	}
}

func mutualRecursionAddsTheKey(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	even(m, 5, v)
	c.Identify("u1", m)
}

func left(m map[string]any, n int, v string) {
	if n > 0 {
		m["plan"] = v
		right(m, n-1, v)
	}
}

func right(m map[string]any, n int, v string) {
	if n > 0 {
		m["city"] = v
		left(m, n-1, v)
	}
}

func mutualRecursionAddsHarmlessKeys(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	left(m, 5, v)
	c.Identify("u1", m)
}

func quote(s string) string { return "<" + s + ">" }

func valueThroughAHelper(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": quote(quote(u.SSN))}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessValueThroughTheSameHelper(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": quote(quote(u.Name))})
}

func mask(string) string { return "***" }

func helperDropsItsArgument(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": mask(u.SSN)})
}

func isSet(s string) bool { return s != "" }

func helperAnswersYesOrNo(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"complete": isSet(u.SSN)})
}

func level3(v string) map[string]any { return map[string]any{"access_token": v} } // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).Identify`
func level2(v string) map[string]any { return level3(v) }
func level1(v string) map[string]any { return level2(v) }

func threeLevelsDeep(c *customerio.CustomerIO, v string) {
	c.Identify("u1", level1(v))
}

func withError(v string) (map[string]any, error) {
	return map[string]any{"api_key": v}, nil // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func helperWithAnError(c *customerio.CustomerIO, v string) error {
	m, err := withError(v)
	if err != nil {
		return err
	}
	return c.Identify("u1", m)
}

func cleanWithError(v string) (map[string]any, error) {
	return map[string]any{"plan": v}, nil
}

func helperWithAnErrorAndAHarmlessMap(c *customerio.CustomerIO, v string) error {
	m, err := cleanWithError(v)
	if err != nil {
		return err
	}
	return c.Identify("u1", m)
}
