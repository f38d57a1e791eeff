// Mode: never.

// Package loops sends inside, before and after loops.
package loops

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ ID, Name, SSN string }

func updateAfterTheSendReachesTheNextRound(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{"plan": "pro"}
	for _, v := range vs {
		c.Identify("u1", m)
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
}

func updateAfterTheSendOfAFreshMap(c *customerio.CustomerIO, vs []string) (all []map[string]any) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		c.Identify("u1", m)
		m["ssn"] = v
		all = append(all, m)
	}
	return all
}

func updateAfterTheSendThenBreak(c *customerio.CustomerIO, vs []string) map[string]any {
	m := map[string]any{"plan": "pro"}
	for _, v := range vs {
		c.Identify("u1", m)
		m["ssn"] = v
		break
	}
	return m
}

func updateThenContinue(c *customerio.CustomerIO, us []user) {
	m := map[string]any{"plan": "pro"}
	for _, u := range us {
		if u.Name == "" {
			m["ssn"] = u.ID // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
			continue
		}
		c.Identify("u1", m)
	}
}

func updateThenReturn(c *customerio.CustomerIO, us []user) map[string]any {
	m := map[string]any{"plan": "pro"}
	for _, u := range us {
		if u.Name == "" {
			m["ssn"] = u.ID
			return m
		}
		c.Identify("u1", m)
	}
	return nil
}

func filledInALoopSentAfterIt(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	for i, v := range vs {
		m["count"] = i
		m["password"] = v // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func harmlessInALoopSentAfterIt(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	for i, v := range vs {
		m["count"] = i
		m["last_city"] = v
	}
	c.Identify("u1", m)
}

func sentBeforeTheLoopThatFills(c *customerio.CustomerIO, vs []string) map[string]any {
	m := map[string]any{}
	c.Identify("u1", m)
	for _, v := range vs {
		m["password"] = v
	}
	return m
}

func emptiedAtTheHeadOfEachRound(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{"plan": "pro"}
	for _, v := range vs {
		m["ssn"] = ""
		c.Identify("u1", m)
		m["ssn"] = v
	}
}

func onePerUser(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		c.Identify(u.ID, map[string]any{"note": u.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	}
}

func oneHarmlessPerUser(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		c.Identify(u.ID, map[string]any{"note": u.Name})
	}
}

func outerMapDirtiedByInnerLoop(c *customerio.CustomerIO, rows [][]string) {
	for _, row := range rows {
		m := map[string]any{}
		for _, v := range row {
			m["iban"] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
		}
		c.Identify("u1", m)
	}
}

func innerMapStaysInItsLoop(c *customerio.CustomerIO, rows [][]string) {
	for _, row := range rows {
		m := map[string]any{}
		for _, v := range row {
			private := map[string]any{}
			private["iban"] = v
			m["size"] = len(private)
		}
		c.Identify("u1", m)
	}
}

func mapOfThePreviousRoundIsSent(c *customerio.CustomerIO, vs []string) {
	prev := map[string]any{}
	for _, v := range vs {
		c.Identify("u1", prev)
		prev = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
}

func mapOfThisRoundIsSent(c *customerio.CustomerIO, vs []string) map[string]any {
	prev := map[string]any{}
	for _, v := range vs {
		next := map[string]any{"city": v}
		c.Identify("u1", next)
		prev = map[string]any{"ssn": v}
	}
	return prev
}

func threeClauseLoop(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	for i := 0; i < len(vs); i++ {
		c.Track("u1", "step", m)
		m["otp"] = vs[i] // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Track`
	}
}

func constantKeysFromASlice(c *customerio.CustomerIO, row map[string]string) {
	m := map[string]any{}
	for _, k := range []string{"plan", "ssn"} {
		m[k] = row[k] // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func harmlessKeysFromASlice(c *customerio.CustomerIO, row map[string]string) {
	m := map[string]any{}
	for _, k := range []string{"plan", "city"} {
		m[k] = row[k]
	}
	c.Identify("u1", m)
}

func constantKeysFromAnArray(c *customerio.CustomerIO, row map[string]string) {
	m := map[string]any{}
	for _, k := range [...]string{"plan", "cvv", "city"} {
		m[k] = row[k] // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func integerRange(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	for i := range 3 {
		if i > 0 {
			c.Identify("u1", m)
		}
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
}

func rangeOverFunction(c *customerio.CustomerIO, seq func(yield func(string) bool)) {
	m := map[string]any{}
	for v := range seq {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func harmlessRangeOverFunction(c *customerio.CustomerIO, seq func(yield func(string) bool)) {
	m := map[string]any{}
	for v := range seq {
		m["city"] = v
	}
	c.Identify("u1", m)
}

func retryOfTheSameMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": v}
	for range 3 {
		if c.Identify("u1", m) == nil {
			break
		}
		m["retried"] = true
	}
}
