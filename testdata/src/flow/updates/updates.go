// Mode: never.

// Package updates changes a map after it was made.
package updates

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func keyAddedBeforeSending(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyAddedAfterSending(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	m["ssn"] = v
	return m
}

func keyAddedBetweenTwoSends(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
	c.Track("u1", "signed_up", m)
}

func keyEmptiedBetweenTwoSends(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
	m["ssn"] = ""
	c.Track("u1", "signed_up", m)
}

func overwrittenWithTheEmptyString(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	m["ssn"] = ""
	c.Identify("u1", m)
}

func overwrittenWithNil(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	m["ssn"] = v
	m["ssn"] = nil
	c.Identify("u1", m)
}

func emptyThenFilled(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": "", "plan": "pro"}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func overwrittenOnOneBranchOnly(c *customerio.CustomerIO, v string, redact bool) {
	m := map[string]any{"plan": "pro"}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	if redact {
		m["ssn"] = ""
	}
	c.Identify("u1", m)
}

func overwrittenOnBothBranches(c *customerio.CustomerIO, v string, redact bool) {
	m := map[string]any{"plan": "pro"}
	m["ssn"] = v
	if redact {
		m["ssn"] = ""
	} else {
		m["ssn"] = nil
	}
	c.Identify("u1", m)
}

func anotherKeyOverwritten(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "SSN": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	m["SSN"] = ""
	c.Identify("u1", m)
}

func valueUnderInnocentKeyAdded(c *customerio.CustomerIO, u user) {
	m := map[string]any{"plan": "pro"}
	m["note"] = u.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func valueUnderInnocentKeyReplaced(c *customerio.CustomerIO, u user) {
	m := map[string]any{"plan": "pro"}
	m["note"] = u.SSN
	m["note"] = u.Name
	c.Identify("u1", m)
}

func valueUnderInnocentKeyReplacedOnOneBranch(c *customerio.CustomerIO, u user, short bool) {
	m := map[string]any{"plan": "pro"}
	m["note"] = u.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	if short {
		m["note"] = u.Name
	}
	c.Identify("u1", m)
}

func innocentValueReplacedByTheSensitiveOne(c *customerio.CustomerIO, u user) {
	m := map[string]any{"note": u.Name}
	m["note"] = u.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func madeEmptyAndFilled(c *customerio.CustomerIO, v string) {
	m := make(map[string]any, 4)
	m["plan"] = "pro"
	m["card_number"] = v // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func madeEmptyAndFilledWithHarmlessKeys(c *customerio.CustomerIO, v string) {
	m := make(map[string]any, 4)
	m["plan"] = "pro"
	m["card_brand"] = v
	c.Identify("u1", m)
}

func counterUnderAKey(c *customerio.CustomerIO) {
	m := map[string]int{}
	m["login_attempts"]++
	m["password_attempts"] += 2
	c.Identify("u1", map[string]any{"counters": m})
}

func appendedToTheOldValue(c *customerio.CustomerIO, u user) {
	m := map[string]any{"note": "id "}
	m["note"] = m["note"].(string) + u.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func appendedHarmlessText(c *customerio.CustomerIO, u user) {
	m := map[string]any{"note": "id "}
	m["note"] = m["note"].(string) + u.Name
	c.Identify("u1", m)
}
