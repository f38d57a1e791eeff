// Mode: probe.

// Package maps shows what is known of a map after it is made, changed, copied and
// cut.
package maps

import (
	"maps"
)

func probe(any) {}

func places(any) {}

func literal(email string) {
	m := map[string]any{"plan": "pro", "email": email}
	probe(m)  // want content:`raw {email: param email, plan: "pro"}`
	places(m) // want places:`map m`
}

func updated(v string) {
	m := map[string]any{}
	probe(m) // want content:`nothing`
	m["ssn"] = v
	probe(m) // want content:`raw {ssn: param v}`
	m["ssn"] = ""
	probe(m) // want content:`raw {ssn: ""}`
}

func deleted(v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	delete(m, "ssn")
	probe(m) // want content:`raw {plan: "pro"}`
}

func deletedOnOneBranch(v string, on bool) {
	m := map[string]any{"ssn": v}
	if on {
		delete(m, "ssn")
	}
	probe(m) // want content:`raw {ssn: param v}`
}

func deletedWhereItIsFound(v string) {
	m := map[string]any{"ssn": v}
	if _, ok := m["ssn"]; ok {
		delete(m, "ssn")
	}
	probe(m) // want content:`nothing`
}

func keyOfACaller(k, v string) {
	m := map[string]any{"plan": "pro"}
	m[k] = v
	probe(m) // want content:`raw {*: param v, plan: "pro"}`
}

func copied(v string) {
	m := map[string]any{"ssn": v}
	n := map[string]any{}
	for k, x := range m {
		n[k] = x
	}
	probe(n)  // want content:`raw {ssn: param v}`
	places(n) // want places:`map n`
}

func cloned(v string) {
	m := map[string]any{"plan": "pro"}
	n := maps.Clone(m)
	n["ssn"] = v
	probe(m) // want content:`raw {plan: "pro"}`
	probe(n) // want content:`raw {plan: "pro", ssn: param v}`
}

func ofTwo(v string, on bool) {
	m := map[string]any{"a": v}
	if on {
		m = map[string]any{"b": v}
	}
	probe(m)  // want content:`raw {a: param v, b: param v}`
	places(m) // want places:`map m`
}

func nested(v string) {
	m := map[string]any{"address": map[string]any{"zip": v}}
	probe(m)            // want content:`raw {address: raw {zip: param v}}`
	probe(m["address"]) // want content:`raw {zip: param v}`
}

func grownInALoop(keys []string, v string) {
	m := map[string]any{}
	for _, k := range keys {
		m[k] = v
	}
	probe(m) // want content:`raw {*: param v}`
}

func entry(m map[string]any) {
	probe(m["plan"])  // want content:`param m["plan"]`
	places(m["plan"]) // want places:`param m["plan"]`
}
