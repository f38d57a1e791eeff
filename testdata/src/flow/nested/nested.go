// Mode: never.

// Package nested hides keys in maps and slices inside the payload.
package nested

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func mapInAMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"profile": map[string]any{"ssn": v}}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessMapInAMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"profile": map[string]any{"city": v}})
}

func fourLevelsDown(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"a": map[string]any{
			"b": []any{
				map[string]map[string]string{
					"c": {"routing_number": v}, // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`
				},
			},
		},
	})
}

func fourHarmlessLevelsDown(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"a": map[string]any{
			"b": []any{
				map[string]map[string]string{
					"c": {"room_number": v},
				},
			},
		},
	})
}

func sliceOfMaps(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"dependents": []map[string]any{{"age": 4}, {"ssn": v}}}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessSliceOfMaps(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"items": []map[string]any{{"sku": v}, {"quantity": 2}}})
}

func innerMapChangedAfterItWasPutIn(c *customerio.CustomerIO, v string) {
	inner := map[string]any{"city": "Berlin"}
	m := map[string]any{"profile": inner}
	inner["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func innerMapChangedAfterTheSend(c *customerio.CustomerIO, v string) map[string]any {
	inner := map[string]any{"city": "Berlin"}
	m := map[string]any{"profile": inner}
	c.Identify("u1", m)
	inner["ssn"] = v
	return inner
}

func innerMapReplacedBeforeTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"profile": map[string]any{"ssn": v}}
	m["profile"] = map[string]any{"city": "Berlin"}
	c.Identify("u1", m)
}

func innerKeyDeleted(c *customerio.CustomerIO, v string) {
	inner := map[string]any{"ssn": v, "city": "Berlin"}
	m := map[string]any{"profile": inner}
	delete(inner, "ssn")
	c.Identify("u1", m)
}

func writtenThroughATypeAssertion(c *customerio.CustomerIO, v string) {
	m := map[string]any{"profile": map[string]any{"city": "Berlin"}}
	m["profile"].(map[string]any)["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessWriteThroughATypeAssertion(c *customerio.CustomerIO, v string) {
	m := map[string]any{"profile": map[string]any{"city": "Berlin"}}
	m["profile"].(map[string]any)["country"] = v
	c.Identify("u1", m)
}

func dirtyPartTakenOut(c *customerio.CustomerIO, v string) {
	m := map[string]any{"public": map[string]any{"city": "Berlin"}, "private": map[string]any{"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m["private"].(map[string]any))
}

func cleanPartTakenOut(c *customerio.CustomerIO, v string) {
	m := map[string]any{"public": map[string]any{"city": "Berlin"}, "private": map[string]any{"ssn": v}}
	c.Identify("u1", m["public"].(map[string]any))
}

func appendedToASlice(c *customerio.CustomerIO, v string) {
	var list []any
	list = append(list, map[string]any{"city": "Berlin"})
	list = append(list, map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"profiles": list})
}

func harmlessAppendedToASlice(c *customerio.CustomerIO, v string) {
	var list []any
	list = append(list, map[string]any{"city": "Berlin"})
	list = append(list, map[string]any{"country": v})
	c.Identify("u1", map[string]any{"profiles": list})
}

func appendedAfterTheSend(c *customerio.CustomerIO, v string) []any {
	list := []any{map[string]any{"city": "Berlin"}}
	c.Identify("u1", map[string]any{"profiles": list})
	list = append(list, map[string]any{"ssn": v})
	return list
}

func elementAssigned(c *customerio.CustomerIO, v string) {
	list := make([]map[string]any, 2)
	list[1] = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"profiles": list})
}

func arrayOfMaps(c *customerio.CustomerIO, v string) {
	var list [2]map[string]any
	list[0] = map[string]any{"cvv": v} // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"cards": list})
}

func pointerToTheInnerMap(c *customerio.CustomerIO, v string) {
	inner := map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"profile": &inner})
}

func pointerToAHarmlessInnerMap(c *customerio.CustomerIO, v string) {
	inner := map[string]any{"nickname": v}
	c.Identify("u1", map[string]any{"profile": &inner})
}

func valuesInASliceUnderAnInnocentKey(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"notes": []string{u.Name, u.SSN}}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "notes"`
}

func harmlessValuesInASlice(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"notes": []string{u.Name, "vip"}})
}

func customerRelationships(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"cio_relationships": map[string]any{
			"action": "add_relationships",
			"relationships": []map[string]any{{
				"identifiers":             map[string]any{"object_type_id": "1", "object_id": "acme"},
				"relationship_attributes": map[string]any{"bank_account": v}, // want `never-send key "bank_account" reaches \(\*customerio.CustomerIO\).Identify`
			}},
		},
	})
}

func harmlessCustomerRelationships(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"cio_relationships": map[string]any{
			"action": "add_relationships",
			"relationships": []map[string]any{{
				"identifiers":             map[string]any{"object_type_id": "1", "object_id": "acme"},
				"relationship_attributes": map[string]any{"role": v},
			}},
		},
	})
}

func stateInsideAHarmlessCompound(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"password_policy": map[string]any{"min_length": 12}})
}

func mapHoldsItself(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	m["self"] = m
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessMapHoldsItself(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": v}
	m["self"] = m
	c.Identify("u1", m)
}
