// Mode: probe.

// Package aliases shows places: two names of one object have one place, two objects have
// two.
package aliases

func places(any) {}

type box struct {
	m     map[string]any
	inner *box
}

func alias() {
	m := map[string]any{}
	n := m
	places(m) // want places:`map m n`
	places(n) // want places:`map m n`
}

func fields(b *box) {
	places(b.m)       // want places:`param b.m`
	places(b.inner.m) // want places:`param b.inner.m`
}

func stored(b *box) {
	m := map[string]any{}
	b.m = m
	// TODO: map m.
	places(b.m) // want places:`param b.m`
}

func elements(ms []map[string]any, i int) {
	places(ms[0]) // want places:`param ms[0]`
	places(ms[i]) // want places:`param ms[]`
	for _, m := range ms {
		places(m) // want places:`param ms[]`
	}
}

func addresses(v string) {
	s := v
	places(&s) // want places:`var s`
	p := new(string)
	places(p)      // want places:`new p`
	places(&box{}) // want places:`literal`
}

func iface(m map[string]any) {
	var x any = m
	places(x) // want places:`param m`
}

func choice(a, b map[string]any, on bool) {
	m := a
	if on {
		m = b
	}
	places(m) // want places:`param a | param b`
}

func keep(m map[string]any) map[string]any { return m }

func returned() {
	m := map[string]any{}
	// TODO: map m.
	places(keep(m)) // want places:`result of keep`
}
