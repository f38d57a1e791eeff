// Mode: never.

// Package variadics passes keys, values and maps as variable arguments.
package variadics

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func pairs(kv ...any) map[string]any {
	m := make(map[string]any, len(kv)/2)
	for i := 0; i+1 < len(kv); i += 2 {
		m[kv[i].(string)] = kv[i+1]
	}
	return m
}

func keyAmongThePairs(c *customerio.CustomerIO, v string) {
	c.Identify("u1", pairs("plan", "pro", "ssn", v)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessPairs(c *customerio.CustomerIO, v string) {
	c.Identify("u1", pairs("plan", "pro", "city", v))
}

func noPairs(c *customerio.CustomerIO) {
	c.Identify("u1", pairs())
}

func valueThatReadsLikeAKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", pairs("plan", v, "login_method", "password"))
}

func merge(maps ...map[string]any) map[string]any {
	out := map[string]any{}
	for _, m := range maps {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

func oneOfTheMapsIsDirty(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merge(map[string]any{"plan": "pro"}, map[string]any{"ssn": v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func allOfTheMapsAreClean(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merge(map[string]any{"plan": "pro"}, map[string]any{"city": v}))
}

func slicePassedWithDots(c *customerio.CustomerIO, v string) {
	all := []map[string]any{{"plan": "pro"}}
	all = append(all, map[string]any{"tax_id": v}) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", merge(all...))
}

func harmlessSlicePassedWithDots(c *customerio.CustomerIO, v string) {
	all := []map[string]any{{"plan": "pro"}}
	all = append(all, map[string]any{"city": v})
	c.Identify("u1", merge(all...))
}

func first(maps ...map[string]any) map[string]any {
	return maps[0]
}

func firstOfThemIsDirty(c *customerio.CustomerIO, v string) {
	c.Identify("u1", first(map[string]any{"iban": v})) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func firstOfThemIsClean(c *customerio.CustomerIO, v string) {
	c.Identify("u1", first(map[string]any{"plan": v}))
}

func sendAll(c *customerio.CustomerIO, maps ...map[string]any) {
	for _, m := range maps {
		c.Identify("u1", m)
	}
}

func variadicWrapper(c *customerio.CustomerIO, v string) {
	sendAll(c, map[string]any{"plan": v}, map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessVariadicWrapper(c *customerio.CustomerIO, v string) {
	sendAll(c, map[string]any{"plan": v}, map[string]any{"city": v})
}

func track(c *customerio.CustomerIO, event string, kv ...any) {
	c.Track("u1", event, pairs(kv...))
}

func pairsThroughAWrapper(c *customerio.CustomerIO, v string) {
	track(c, "paid", "total", 12, "card_number", v) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
}

func harmlessPairsThroughAWrapper(c *customerio.CustomerIO, v string) {
	track(c, "paid", "total", 12, "card_brand", v)
}

func valueAmongThePairs(c *customerio.CustomerIO, u user) {
	track(c, "seen", "note", u.SSN) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "note"`
}

func harmlessValueAmongThePairs(c *customerio.CustomerIO, u user) {
	track(c, "seen", "note", u.Name)
}

func list(vs ...string) []string { return vs }

func valuesAsAList(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"notes": list(u.Name, u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "notes"`
}

func harmlessValuesAsAList(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"notes": list(u.Name, "vip")})
}

type field struct {
	key   string
	value any
}

func fields(fs ...field) map[string]any {
	m := map[string]any{}
	for _, f := range fs {
		m[f.key] = f.value
	}
	return m
}

func keyInAFieldRecord(c *customerio.CustomerIO, v string) {
	c.Identify("u1", fields(field{"cvv", v})) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessKeyInAFieldRecord(c *customerio.CustomerIO, v string) {
	c.Identify("u1", fields(field{"city", v}))
}
