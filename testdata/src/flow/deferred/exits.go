package deferred

import customerio "github.com/customerio/go-customerio/v3"

func deletedWhenItReturns(v string) map[string]any {
	m := map[string]any{"ssn": v}
	defer delete(m, "ssn")
	return m
}

func deletedByADeferredLiteral(v string) (m map[string]any) {
	defer func() { delete(m, "ssn") }()
	m = map[string]any{"ssn": v}
	return m
}

func replacedByADeferredLiteral(v string) (m map[string]any) {
	defer func() { m = map[string]any{"plan": "pro"} }()
	m = map[string]any{"ssn": v}
	return m
}

func sendCleanedResults(c *customerio.CustomerIO, v string) {
	c.Identify("u1", deletedWhenItReturns(v))
	c.Identify("u1", deletedByADeferredLiteral(v))
	c.Identify("u1", replacedByADeferredLiteral(v))
}

func sometimesDeletedWhenItReturns(v string, on bool) map[string]any {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches`
	if on {
		defer delete(m, "ssn")
	}
	return m
}

func anotherKeyIsDeleted(v string) (m map[string]any) {
	defer func() { delete(m, "plan") }()
	m = map[string]any{"ssn": v, "plan": v} // want `never-send key "ssn" reaches`
	return m
}

func sometimesReplaced(v string, on bool) (m map[string]any) {
	defer func() {
		if on {
			m = map[string]any{"plan": "pro"}
		}
	}()
	m = map[string]any{"ssn": v} // want `never-send key "ssn" reaches`
	return m
}

func sendResults(c *customerio.CustomerIO, v string, on bool) {
	c.Identify("u1", sometimesDeletedWhenItReturns(v, on))
	c.Identify("u1", anotherKeyIsDeleted(v))
	c.Identify("u1", sometimesReplaced(v, on))
}

func deferredLiteralSendsBeforeTheOtherWrites(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() { m["ssn"] = v }()
	defer func() { c.Identify("u1", m) }()
}

func deferredLiteralSendsAfterTheOtherWrote(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() { c.Identify("u1", m) }()
	defer func() { m["ssn"] = v }() // want `never-send key "ssn" reaches`
}

func deferredLiteralSendsWhatIsWrittenBelow(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	defer func() { c.Identify("u1", m) }()
	m["ssn"] = v // want `never-send key "ssn" reaches`
}
