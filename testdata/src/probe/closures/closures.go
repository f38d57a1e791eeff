// Mode: probe.

// Package closures shows variables that function literals capture: by reference, whenever
// they run.
package closures

func probe(any) {}

func places(any) {}

func captured(v string) {
	m := map[string]any{}
	put := func() { m["ssn"] = v }
	probe(m) // want content:`nothing`
	put()
	probe(m)  // want content:`raw {ssn: param v}`
	places(m) // want places:`var m`
}

func readInside(v string) {
	m := map[string]any{"ssn": v}
	func() {
		probe(m)  // want content:`raw {ssn: param v}`
		places(m) // want places:`var m`
	}()
}

func assigned(v string) {
	s := "a"
	set := func(x string) { s = x }
	set(v)
	probe(s) // want content:`param v`
}

func maker(v string) func() string { return func() string { return v } }

func made(v string) {
	f := maker(v)
	probe(f()) // want content:`param v`
}

func makerOfPointer(p *string) func() string { return func() string { return *p } }

func pointeeLater(v string) {
	s := ""
	f := makerOfPointer(&s)
	s = v
	probe(f()) // want content:`param v`
}

func deferred(v string) {
	m := map[string]any{}
	defer func() {
		probe(m) // want content:`raw {ssn: param v}`
	}()
	m["ssn"] = v
}

func concurrent(v string) {
	m := map[string]any{}
	go func() { m["ssn"] = v }()
	probe(m) // want content:`raw {ssn: param v}`
}
