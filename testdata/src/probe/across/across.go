// Mode: probe.

// Package across shows what facts tell of another package.
package across

import (
	"probe/across/lib"
)

func probe(any) {}

func places(any) {}

func built(u lib.User) {
	probe(lib.Attributes(u))  // want content:`raw {name: param u.Name, ssn: never-send SSN | param u.SSN}`
	places(lib.Attributes(u)) // want places:`result of Attributes`
}

func filled(v string) {
	m := map[string]any{}
	lib.Fill(m, v)
	probe(m) // want content:`raw {ssn: param v}`
}

func named(v string) {
	m, o := map[string]any{}, map[string]any{}
	lib.FillCount(m, "plan", v)
	lib.FillName(o, "plan", v)
	probe(m) // want content:`raw {*: param v}`
	probe(o) // want content:`raw {plan: param v}`
}

func message(v string) {
	probe(lib.NewMessage(v).Attrs) // want content:`raw {plan: param v}`
	probe(lib.NewMessage(v).Extra) // want content:`nothing`
	probe(lib.NewMessage(v).Note)  // want content:`param v`
	probe(lib.NewMessage(v).SSN)   // want content:`never-send SSN | param v`
}

func record(v string) {
	probe(lib.Build(v).Name) // want content:`param v`
	// TODO: nothing. No fact tells of a text that is empty.
	probe(lib.Build(v).SSN) // want content:`never-send SSN | text`
}

func variable() {
	probe(lib.Default)  // want content:`raw {plan: "pro"}`
	places(lib.Default) // want places:`global Default`
}
