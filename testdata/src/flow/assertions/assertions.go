// Mode: never.

// Package assertions moves maps through any, type switches, tuples and named results.
package assertions

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func throughAny(c *customerio.CustomerIO, v string) {
	var x any = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", x.(map[string]any))
}

func harmlessThroughAny(c *customerio.CustomerIO, v string) {
	var x any = map[string]any{"plan": v}
	c.Identify("u1", x.(map[string]any))
}

func commaOK(c *customerio.CustomerIO, v string) {
	var x any = map[string]any{"cvv": v} // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	if m, ok := x.(map[string]any); ok {
		c.Identify("u1", m)
	}
}

func typeSwitch(c *customerio.CustomerIO, v string) {
	var x any = map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	switch m := x.(type) {
	case map[string]any:
		c.Identify("u1", m)
	case nil:
	}
}

func harmlessTypeSwitch(c *customerio.CustomerIO, v string) {
	var x any = map[string]any{"city": v}
	switch m := x.(type) {
	case map[string]any:
		c.Identify("u1", m)
	case nil:
	}
}

func valueThroughAny(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": any(u.SSN).(string)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessValueThroughAny(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": any(u.Name).(string)})
}

func publicAndPrivate(v string) (map[string]any, map[string]any) {
	return map[string]any{"plan": v}, map[string]any{"tax_id": v} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func secondOfATuple(c *customerio.CustomerIO, v string) {
	_, m := publicAndPrivate(v)
	c.Identify("u1", m)
}

func firstOfATuple(c *customerio.CustomerIO, v string) {
	m, _ := publicAndPrivate(v)
	c.Identify("u1", m)
}

func namedResult(v string) (m map[string]any) {
	m = map[string]any{"plan": "pro"}
	m["password"] = v // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	return
}

func bareReturn(c *customerio.CustomerIO, v string) {
	c.Identify("u1", namedResult(v))
}

func harmlessNamedResult(v string) (m map[string]any) {
	m = map[string]any{"plan": "pro"}
	m["city"] = v
	return
}

func harmlessBareReturn(c *customerio.CustomerIO, v string) {
	c.Identify("u1", harmlessNamedResult(v))
}

func dirtiedOnTheWayOut(v string) (m map[string]any) {
	defer func() {
		m["otp"] = v // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	return map[string]any{"plan": "pro"}
}

func namedResultChangedByADefer(c *customerio.CustomerIO, v string) {
	c.Identify("u1", dirtiedOnTheWayOut(v))
}

func replacedOnTheWayOut(v string) (m map[string]any) {
	defer func() {
		m = map[string]any{"jwt": v} // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	return map[string]any{"plan": "pro"}
}

func namedResultReplacedByADefer(c *customerio.CustomerIO, v string) {
	c.Identify("u1", replacedOnTheWayOut(v))
}

func replacedTooLate(v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	defer func() {
		m = map[string]any{"jwt": v}
	}()
	return m
}

func unnamedResultReplacedByADefer(c *customerio.CustomerIO, v string) {
	c.Identify("u1", replacedTooLate(v))
}

func tupleHandedOn(c *customerio.CustomerIO, v string) {
	send(c)(idAndMap(v))
}

func send(c *customerio.CustomerIO) func(string, map[string]any) error { return c.Identify }

func idAndMap(v string) (string, map[string]any) {
	return "u1", map[string]any{"mrn": v} // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func tupleSpreadIntoTheCall(c *customerio.CustomerIO, v string) {
	c.Identify(idAndCard(v))
}

func idAndCard(v string) (string, map[string]any) {
	return "u1", map[string]any{"card_number": v} // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessTupleSpreadIntoTheCall(c *customerio.CustomerIO, v string) {
	c.Identify(idAndPlan(v))
}

func idAndPlan(v string) (string, map[string]any) {
	return "u1", map[string]any{"plan": v}
}

func parallelAssignment(c *customerio.CustomerIO, v string) {
	a, b := map[string]any{"plan": v}, map[string]any{"api_key": v} // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
	a, b = b, a
	b["swapped"] = true
	c.Identify("u1", a)
}

type node struct {
	data map[string]any
	next *node
}

func (n *node) collect(into map[string]any) {
	if n == nil {
		return
	}
	for k, v := range n.data {
		into[k] = v
	}
	n.next.collect(into)
}

func recursiveCollection(c *customerio.CustomerIO, v string) {
	list := &node{data: map[string]any{"plan": "pro"}, next: &node{data: map[string]any{"routing_number": v}}} // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`
	m := map[string]any{}
	list.collect(m)
	c.Identify("u1", m)
}

func harmlessRecursiveCollection(c *customerio.CustomerIO, v string) {
	list := &item{data: map[string]any{"plan": "pro"}, next: &item{data: map[string]any{"city": v}}}
	m := map[string]any{}
	list.collect(m)
	c.Identify("u1", m)
}

type item struct {
	data map[string]any
	next *item
}

func (i *item) collect(into map[string]any) {
	if i == nil {
		return
	}
	for k, v := range i.data {
		into[k] = v
	}
	i.next.collect(into)
}

type owner struct{ SSN, Name string }

func switchOnWhatIsKnown(c *customerio.CustomerIO, o owner) {
	var v any = o
	switch t := v.(type) {
	case owner:
		c.Identify("u1", map[string]any{"note": t.SSN}) // want `never-send value SSN reaches`
	case string:
		c.Identify("u1", map[string]any{"note": t})
	case *owner:
		c.Identify("u1", map[string]any{"note": t.Name})
	}
}
