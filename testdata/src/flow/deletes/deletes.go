// Mode: never.

// Package deletes removes keys before, after and beside the send.
package deletes

import (
	"maps"

	customerio "github.com/customerio/go-customerio/v3"
)

func deleteBeforeSendingIsFine(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	delete(m, "ssn")
	c.Identify("u1", m)
}

func deleteAfterSendingIsTooLate(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
	delete(m, "ssn")
}

func deleteOfAnotherKey(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	delete(m, "SSN")
	c.Identify("u1", m)
}

func deleteOnOneBranch(c *customerio.CustomerIO, v string, strict bool) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	if strict {
		delete(m, "ssn")
	}
	c.Identify("u1", m)
}

func deleteOnBothBranches(c *customerio.CustomerIO, v string, strict bool) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	if strict {
		delete(m, "ssn")
	} else {
		delete(m, "ssn")
		m["mode"] = "lenient"
	}
	c.Identify("u1", m)
}

func deleteWhenPresentIsFine(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	m["seen"] = len(m)
	delete(m, "ssn")
	delete(m, "password")
	c.Identify("u1", m)
}

func keyRestoredAfterDelete(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	delete(m, "ssn")
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyRestoredOnOneBranch(c *customerio.CustomerIO, v string, full bool) {
	m := map[string]any{"plan": "pro"}
	delete(m, "ssn")
	if full {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func keyDeletedAgainAfterBeingRestored(c *customerio.CustomerIO, v string, full bool) {
	m := map[string]any{"ssn": v}
	delete(m, "ssn")
	if full {
		m["ssn"] = v
	}
	delete(m, "ssn")
	c.Identify("u1", m)
}

func deleteInALoopOverKeys(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "password": v, "plan": "pro"}
	for _, k := range []string{"ssn", "password"} {
		delete(m, k)
	}
	c.Identify("u1", m)
}

func deleteInALoopThatForgetsOne(c *customerio.CustomerIO, v string) {
	m := map[string]any{
		"ssn":      v,
		"password": v, // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}
	for _, k := range []string{"ssn", "passwd"} {
		delete(m, k)
	}
	c.Identify("u1", m)
}

func deleteOfACallersKey(c *customerio.CustomerIO, v, k string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	delete(m, k)
	c.Identify("u1", m)
}

const unwanted = "s" + "sn"

func deleteByNamedConstant(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	delete(m, unwanted)
	c.Identify("u1", m)
}

func deleteInEachRound(c *customerio.CustomerIO, vs []string) {
	for _, v := range vs {
		m := map[string]any{"ssn": v, "plan": "pro"}
		delete(m, "ssn")
		c.Identify("u1", m)
	}
}

func deleteAtTheEndOfEachRound(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{"plan": "pro"}
	for _, v := range vs {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		c.Identify("u1", m)
		delete(m, "ssn")
	}
}

func deleteAtTheHeadOfEachRound(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{"plan": "pro"}
	for _, v := range vs {
		delete(m, "ssn")
		c.Identify("u1", m)
		m["ssn"] = v
	}
}

func deleteFromACloneOnly(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	safe := maps.Clone(m)
	delete(safe, "ssn")
	c.Identify("u1", m)
}

func deleteFromTheCloneThatIsSent(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"ssn": v, "plan": "pro"}
	safe := maps.Clone(m)
	delete(safe, "ssn")
	c.Identify("u1", safe)
	return m
}

func deferredDeleteIsTooLate(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	defer delete(m, "ssn")
	c.Identify("u1", m)
}

func deleteInAGoroutineMayBeTooLate(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	go delete(m, "ssn")
	c.Identify("u1", m)
}

func strip(m map[string]any) {
	delete(m, "ssn")
	delete(m, "password")
}

func deleteInAHelper(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	strip(m)
	c.Identify("u1", m)
}

func helperDeletesOtherKeys(c *customerio.CustomerIO, v string) {
	m := map[string]any{"iban": v, "plan": "pro"} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	strip(m)
	c.Identify("u1", m)
}

func stripIfAsked(m map[string]any, strict bool) {
	if strict {
		delete(m, "ssn")
	}
}

func helperDeletesOnlySometimes(c *customerio.CustomerIO, v string, strict bool) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	stripIfAsked(m, strict)
	c.Identify("u1", m)
}

func without(m map[string]any, k string) map[string]any {
	delete(m, k)
	return m
}

func helperDeletesTheKeyItIsGiven(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	c.Identify("u1", without(m, "ssn"))
}

func helperDeletesAnotherKeyThanTheOneThere(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", without(m, "plan"))
}

func clearedAndFilledAnew(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	clear(m)
	m["plan"] = "pro"
	c.Identify("u1", m)
}

func clearedAfterSending(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
	clear(m)
}

func deleteThroughAnAlias(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	same := m
	delete(same, "ssn")
	c.Identify("u1", m)
}

func deleteFromAnotherMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	other := map[string]any{"ssn": v}
	delete(other, "ssn")
	m["others"] = len(other)
	c.Identify("u1", m)
}

func deleteOfAnInnerKeyOnTheOuterMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"profile": map[string]any{"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	delete(m, "ssn")
	c.Identify("u1", m)
}

func deleteOfTheWholeInnerMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"profile": map[string]any{"ssn": v}, "plan": "pro"}
	delete(m, "profile")
	c.Identify("u1", m)
}
