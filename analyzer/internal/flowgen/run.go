package flowgen

import (
	"reflect"
	"slices"
)

type (
	// run is one execution of a function.
	run struct {
		vars map[string]any
		way  *way
		done bool // it has returned
		ret  any
	}
	// way is one of those that a program may go. What its unknown conditions are
	// is one bit for each, in the order in which they are met.
	way struct {
		bits  int
		asked int
		depth int // of calls under way

		isSecret bool // a secret was sent
		isCyclic bool // something was to be sent that contains itself
	}
	// box, conf and filler are the types of the programs.
	box struct {
		M map[string]any
		N *box
		F func(map[string]any)
	}
	conf struct {
		M  map[string]any
		In struct{ M map[string]any }
	}
	filler struct {
		M map[string]any
		f *function
	}
)

// endless is the panic of a program that calls itself without end.
type endless struct{}

// maxDepth is how many calls may be under way.
const maxDepth = 50

// run runs the body of the program's main function, until it returns or crashes.
func (w *way) run(body []statement) {
	defer func() {
		if p := recover(); p != nil && p != any(endless{}) {
			panic(p)
		}
	}()
	r := &run{vars: map[string]any{}, way: w}
	r.all(body)
}

func (w *way) enter() {
	if w.depth++; w.depth > maxDepth {
		panic(endless{})
	}
}

func (w *way) leave() { w.depth-- }

func (r *run) all(body []statement) {
	for _, s := range body {
		if r.done {
			return
		}
		s.run(r)
	}
}

// literal runs the body of a function literal.
func (r *run) literal(body []statement) {
	r.way.enter()
	defer r.way.leave()
	r.all(body)
	r.done = false
}

// call runs f.
func (r *run) call(f *function, args ...any) any {
	in := &run{vars: map[string]any{}, way: r.way}
	for i, p := range f.params {
		in.vars[p.name] = args[i]
	}
	in.all(f.body)
	if in.done {
		return in.ret
	}
	return in.vars[f.value]
}

// fill runs the method of x.
func (r *run) fill(x *filler, m map[string]any) {
	in := &run{vars: map[string]any{x.f.params[0].name: m, "t.M": x.M}, way: r.way}
	in.all(x.f.body)
	x.M = in.m("t.M")
}

// holds says what the next unknown condition is.
func (r *run) holds() bool {
	r.way.asked++
	return r.way.bits>>min(r.way.asked-1, maxAsked)&1 == 1
}

func (r *run) m(name string) map[string]any       { return r.vars[name].(map[string]any) }
func (r *run) b(name string) *box                 { return r.vars[name].(*box) }
func (r *run) l(name string) []map[string]any     { return r.vars[name].([]map[string]any) }
func (r *run) key(name string) string             { return r.vars[name].(string) }
func (r *run) conf(name string) conf              { return r.vars[name].(conf) }
func (r *run) f(name string) func(map[string]any) { return r.vars[name].(func(map[string]any)) }

// send sends m. What contains itself has no JSON form, and is not sent.
func (w *way) send(m map[string]any) {
	var l look
	l.at(m, nil)
	w.isSecret = w.isSecret || l.isSecret && !l.isCyclic
	w.isCyclic = w.isCyclic || l.isCyclic
}

// A look is what was seen in a value.
type look struct{ isSecret, isCyclic bool }

// at looks at what is in x, within the maps above it.
func (l *look) at(x any, above []map[string]any) {
	switch x := x.(type) {
	case map[string]any:
		if slices.ContainsFunc(above, func(m map[string]any) bool { return isSame(m, x) }) {
			l.isCyclic = true
			return
		}
		for k, v := range x {
			l.isSecret = l.isSecret || slices.Contains(secretKeys, k)
			l.at(v, append(above, x))
		}
	case []map[string]any:
		for _, m := range x {
			l.at(m, above)
		}
	}
}

func isSame(m, n map[string]any) bool {
	return reflect.ValueOf(m).Pointer() == reflect.ValueOf(n).Pointer()
}
