package engine

import (
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// closure makes a function literal: an object with the captured variables.
func (f *frame) closure(in *ssa.MakeClosure, s *state) *state {
	fn := in.Fn.(*ssa.Function)
	o, s := f.made(in, objectKey{site: in}, object{site: in, typ: in.Type(), fn: fn}, s)
	v := &value{c: content.Nothing}
	for i, b := range in.Bindings {
		v.parts = v.parts.set(uint32(f.bindingSel(i)), &cell{entries: []entry{{val: f.value(b)}}, must: true})
	}
	f.set(in, refTo(place{obj: o}), s)
	f.a.makers[fn] = maker{f, in}
	return s.with(o, v)
}

// A maker is where a function literal is made.
type maker struct {
	f  *frame
	in *ssa.MakeClosure
}

// closedOver is c, as it is known in a function literal, with what the
// variables hold that the literal has captured: where it is called, or, if
// that is not in view, from its making on.
func (a *Analysis) closedOver(c *content.Content) *content.Content {
	for range limit.Nesting.Max {
		fn := capturing(c)
		if fn == nil {
			return c
		}
		var b content.Builder
		for _, v := range a.bindings(fn) {
			v.sum = &summary{of: a.frameOf(fn)}
			for _, fv := range fn.FreeVars {
				v.sum.params = append(v.sum.params, fv)
			}
			b.Add(v.substitution(false).content(c))
		}
		c = b.Done()
	}
	return c.Widen(limit.Nesting)
}

// capturing returns a function of whose captured variables c depends on, nil
// if there is none.
func capturing(c *content.Content) *ssa.Function {
	var fn *ssa.Function
	walkRefs(c, func(r content.Ref) {
		if v, ok := r.Param.(*ssa.FreeVar); ok && fn == nil {
			fn = v.Parent()
		}
	})
	return fn
}

// bindings are the moments at which a function literal may run, each with
// what it has captured.
func (a *Analysis) bindings(fn *ssa.Function) []*instance {
	var out []*instance
	add := func(f *frame, in ssa.Instruction, closure *value) {
		for _, s := range f.moments(in) {
			out = append(out, &instance{f: f, call: &invocation{f: f, in: callOf(in)}, closure: closure, s: s, applied: map[content.Param]*value{}})
		}
	}
	for _, e := range a.callers[fn] {
		if e.closure != nil {
			add(e.from, e.in, e.closure)
		}
	}
	if mk, ok := a.makers[fn]; ok && len(out) == 0 {
		add(mk.f, mk.in, mk.f.value(mk.in))
	}
	return out
}

// bindingSel selects the i-th captured variable of a function literal.
func (f *frame) bindingSel(i int) selID {
	return f.a.in.id(content.Sel{Kind: content.Field, Name: "captured " + strconv.Itoa(i)})
}

// apply calls a function that a parameter brings: what it does is up to the
// callers, and so is what it returns.
func (i *invocation) apply(fn place) ([]*value, *state) {
	f := i.f
	ap := f.applies[i.in]
	if ap == nil {
		ap = &application{fn: fn, in: i.in, args: make([]*value, len(i.args)), must: true}
		res := i.com.Signature().Results()
		for v := range res.Variables() {
			ap.results = append(ap.results, &callResult{i.com.Value.Name(), v.Type()})
		}
		f.applies[i.in] = ap
	}
	if ap.fn != fn {
		ap.must = false
	}
	for k, v := range i.args {
		ap.args[k] = join(ap.args[k], aged(v))
	}
	vals := make([]*value, len(ap.results))
	for k, r := range ap.results {
		vals[k] = f.givenResult(r)
	}
	return vals, i.s
}

// givenResult is what a function returned that a parameter brought.
func (f *frame) givenResult(r *callResult) *value {
	o := f.object(objectKey{site: r}, object{kind: given, typ: derefOf(r.typ), param: r})
	if isReference(r.typ) {
		return refTo(place{obj: o})
	}
	return f.initial(o)
}

// applications lists the calls of functions that parameters bring, in the
// order of the instructions.
func (f *frame) applications() []application {
	var out []application
	for _, b := range f.order {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok || f.applies[call] == nil {
				continue
			}
			ap := *f.applies[call]
			ap.args = append([]*value(nil), ap.args...)
			ap.must = ap.must && always(in)
			out = append(out, ap)
		}
	}
	return out
}

// start runs a call on a goroutine: what it does may be done from now on.
func (f *frame) start(in *ssa.Go, s *state) *state {
	_, after := f.perform(in, s)
	return joinStates(s, after)
}

// deferID numbers the deferred calls of a function in the order of the source.
func (f *frame) deferID(in *ssa.Defer) uint32 {
	return uint32(in.Block().Index)<<16 + uint32(f.a.graph.Index(in))
}

// runDefers runs the deferred calls, the last one first.
func (f *frame) runDefers(s *state) *state {
	var ds []*deferral
	s.defers.each(func(_ uint32, d *deferral) bool {
		ds = append(ds, d)
		return true
	})
	for k := len(ds) - 1; k >= 0; k-- {
		_, after := f.perform(ds[k].call, s)
		switch {
		case after == nil:
		case ds[k].must && !f.a.graph.Repeats(ds[k].call):
			s = after
		default:
			s = joinStates(s, after)
		}
	}
	return s
}
