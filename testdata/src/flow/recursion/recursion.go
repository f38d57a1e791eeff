// Mode: never.

// Package recursion has payloads that go round in circles: functions that
// call one another, variables that are exchanged in loops.
package recursion

import customerio "github.com/customerio/go-customerio/v3"

// first calls second before it writes: what second does includes what first
// does afterwards.
func first(m map[string]any, v string, n int) {
	if n > 0 {
		second(m, v, n-1)
	}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify` `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
}

func second(m map[string]any, v string, n int) {
	first(m, v, n)
	m["plan"] = "pro"
}

func asksTheFirst(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	first(m, v, 3)
	c.Identify("u1", m)
}

func asksTheSecond(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	second(m, v, 3)
	c.Track("u1", "asked", m)
}

func even(m map[string]any, n int) {
	if n > 0 {
		odd(m, n-1)
	}
	m["even"] = true
}

func odd(m map[string]any, n int) {
	even(m, n-1)
	m["odd"] = true
}

func evenAndOdd(c *customerio.CustomerIO) {
	m := map[string]any{}
	odd(m, 3)
	even(m, 3)
	c.Identify("u1", m)
}

func set(m map[string]any, v string) { m["note"] = v }

// overwrites writes one entry twice, by the same helper.
func overwrites(m map[string]any, name, number string) {
	set(m, name)
	set(m, number)
}

func twiceInTheCallee(c *customerio.CustomerIO, name, ssn string) {
	m := map[string]any{}
	overwrites(m, name, ssn) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func relabels(m map[string]any, name, city string) {
	set(m, name)
	set(m, city)
}

func twiceAndHarmless(c *customerio.CustomerIO, name, city string) {
	m := map[string]any{}
	relabels(m, name, city)
	c.Identify("u1", m)
}

// exchanged: two maps change places in a loop.
func exchanged(c *customerio.CustomerIO, v string, rounds []bool) {
	m := map[string]any{"plan": "pro"}
	spare := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	for _, swap := range rounds {
		if swap {
			m, spare = spare, m
		}
	}
	c.Identify("u1", m)
}

func keptApart(c *customerio.CustomerIO, v string, rounds []bool) map[string]any {
	m, other := map[string]any{"plan": "pro"}, map[string]any{"plan": "free"}
	private := map[string]any{"ssn": v}
	for _, swap := range rounds {
		if swap {
			m, other = other, m
		}
	}
	c.Identify("u1", m)
	return private
}

// grown returns what it was given, with one more entry in each round.
func grown(m map[string]any, v string, n int) map[string]any {
	if n == 0 {
		return m
	}
	out := map[string]any{}
	for k, x := range grown(m, v, n-1) {
		out[k] = x
	}
	out["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	return out
}

func grownAndSent(c *customerio.CustomerIO, v string) {
	c.Identify("u1", grown(map[string]any{"plan": "pro"}, v, 3))
}

// cleared drops an entry in each round, whichever way it goes.
func cleared(m map[string]any, n int) map[string]any {
	delete(m, "ssn")
	if n == 0 {
		return m
	}
	delete(m, "plan")
	return cleared(m, n-1)
}

func clearedAndSent(c *customerio.CustomerIO, v string) {
	c.Identify("u1", cleared(map[string]any{"ssn": v, "plan": "pro"}, 3))
}

// oneWay drops a different entry on each way: neither is certain to be gone.
func oneWay(m map[string]any, on bool) map[string]any {
	if on {
		delete(m, "ssn")
		return m
	}
	delete(m, "plan")
	return m
}

func oneWayAndSent(c *customerio.CustomerIO, v string) {
	c.Identify("u1", oneWay(map[string]any{"ssn": v, "plan": "pro"}, v == "")) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}
