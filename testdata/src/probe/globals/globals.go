// Mode: probe.

// Package globals shows package variables: all that any function stores there.
package globals

func probe(any) {}

func places(any) {}

var settings = map[string]any{"plan": "pro"}

var current string

func set(v string) {
	current = v
	settings["ssn"] = v
}

func read() {
	probe(settings)  // want content:`raw {plan: "pro", ssn: param v}`
	places(settings) // want places:`global settings`
	probe(current)   // want content:`param v`
}

var table = []struct{ key, label string }{{"plan", "Plan"}, {"ssn", "Number"}}

func keys() {
	for _, row := range table {
		probe(row.key) // want content:`"plan" | "ssn"`
	}
}

const limit = "10"

func constant() {
	probe(limit) // want content:`"10"`
}
