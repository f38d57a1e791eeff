// Mode: probe.

// Package slices shows elements: of known indexes, of appends, of subslices.
package slices

func probe(any) {}

func places(any) {}

func literal(v string) {
	s := []string{"a", v}
	probe(s)    // want content:`raw {[]: "a" | param v}`
	probe(s[0]) // want content:`"a"`
	probe(s[1]) // want content:`param v`
	places(s)   // want places:`literal`
}

func appended(v string) {
	var s []string
	s = append(s, v)
	s = append(s, "b")
	probe(s) // want content:`raw {[]: "b" | param v}`
}

func ofMaps(v string) {
	ms := []map[string]any{{"a": 1}, {"ssn": v}}
	probe(ms[0]) // want content:`raw {a: "1" | number}`
	probe(ms[1]) // want content:`raw {ssn: param v}`
	for _, m := range ms {
		probe(m) // want content:`raw {a: "1" | number, ssn: param v}`
	}
}

func subslice(v string) {
	s := []string{"a", v, "c"}
	r := s[1:]
	probe(r[0]) // want content:`param v`
	probe(r[1]) // want content:`"c"`
}

func array(v string) {
	a := [2]string{v, "b"}
	b := a
	b[0] = "c"
	probe(a[0]) // want content:`param v`
	probe(b[0]) // want content:`"c"`
}

func indexOfACaller(s []string, i int, v string) {
	s[i] = v
	probe(s[0]) // want content:`param s[0] | param v`
	probe(s)    // want content:`raw {[]: param v} | param s`
}
