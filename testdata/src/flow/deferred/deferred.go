// Mode: never.

// Package deferred runs writes and sends at the end of the function.
package deferred

import customerio "github.com/customerio/go-customerio/v3"

func deferredWriteComesAfterTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() {
		m["ssn"] = v
	}()
	c.Identify("u1", m)
}

func writtenAfterTheDeferStatement(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer c.Identify("u1", m)
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessWriteAfterTheDeferStatement(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer c.Identify("u1", m)
	m["city"] = v
}

func variableReassignedAfterTheDeferStatement(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	defer c.Identify("u1", m)
	m = map[string]any{"ssn": v}
	return m
}

func variableCapturedByTheDeferredClosure(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() {
		c.Identify("u1", m)
	}()
	m = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessWriteBeforeTheDeferredClosureRuns(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() {
		c.Identify("u1", m)
	}()
	m["city"] = v
}

func deferredClosureSeesLaterWrites(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() {
		c.Identify("u1", m)
	}()
	m["tax_id"] = v // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func deferredArgumentIsEvaluatedAtOnce(c *customerio.CustomerIO, v string) string {
	label := "plain"
	defer c.Identify("u1", map[string]any{"label": label})
	label = v
	return label
}

func deferredLiteral(c *customerio.CustomerIO, v string) {
	defer c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessDeferredLiteral(c *customerio.CustomerIO, v string) {
	defer c.Identify("u1", map[string]any{"plan": v})
}

func laterDeferRunsFirstAndDirties(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer c.Identify("u1", m)
	defer func() {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}()
}

func earlierDeferRunsLast(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() {
		m["ssn"] = v
	}()
	defer c.Identify("u1", m)
}

func deferredDeleteRunsFirst(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	defer c.Identify("u1", m)
	defer delete(m, "ssn")
}

func deferredInALoop(c *customerio.CustomerIO, vs []string) {
	m := map[string]any{}
	for _, v := range vs {
		defer c.Track("u1", "row", m)
		m["cvv"] = v // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
	}
}

func onlyOneBranchDefers(c *customerio.CustomerIO, v string, late bool) map[string]any {
	m := map[string]any{"plan": "pro"}
	if !late {
		c.Identify("u1", m)
		return nil
	}
	m["cvv"] = v
	return m
}

func write(m map[string]any, v string) {
	m["iban"] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func deferredHelperBeforeTheDeferredSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	defer c.Identify("u1", m)
	defer write(m, v)
}

func writeLater(m map[string]any, v string) {
	m["iban"] = v
}

func deferredHelperAfterTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	defer writeLater(m, v)
	c.Identify("u1", m)
}

func sendInDefer(c *customerio.CustomerIO, m map[string]any) {
	defer c.Identify("u1", m)
}

func parameterOfADeferringWrapper(c *customerio.CustomerIO, v string) {
	sendInDefer(c, map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessParameterOfADeferringWrapper(c *customerio.CustomerIO, v string) {
	sendInDefer(c, map[string]any{"plan": v})
}
