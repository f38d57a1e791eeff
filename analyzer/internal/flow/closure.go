package flow

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// closure makes a function literal: an object with the captured variables.
func (f *frame) closure(in *ssa.MakeClosure, s *state) *state {
	fn := in.Fn.(*ssa.Function)
	o, s := f.made(in, objectKey{site: in}, object{site: in, typ: in.Type(), fn: fn}, s)
	v := &value{c: content.Nothing}
	for i, b := range in.Bindings {
		f.keep(f.value(b))
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
			out = append(out, f.instance(nil, &invocation{f: f, in: callOf(in)}, closure, s))
		}
	}
	for _, e := range a.callers[fn] {
		if e.closure != nil {
			add(e.from, e.at, e.closure)
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
	i.brought = fn
	k := slices.IndexFunc(f.applies[i.in], func(ap *application) bool { return ap.com == i.com })
	var ap *application
	if k >= 0 {
		ap = f.applies[i.in][k]
	} else {
		ap = &application{fn: fn, in: i.in, com: i.com, args: make([]*value, len(i.args)), must: true}
		res := i.com.Signature().Results()
		port, isPort := i.portAt()
		for v := range res.Variables() {
			r := &callResult{of: f.fn, name: i.com.Value.Name(), typ: v.Type()}
			if isPort && ssautil.IsMap(v.Type()) {
				r.port = &PortRef{Port: port, Result: len(ap.results)}
			}
			ap.results = append(ap.results, r)
		}
		f.applies[i.in] = append(f.applies[i.in], ap)
	}
	if ap.fn != fn {
		ap.must = false
	}
	for k, v := range i.args {
		ap.args[k] = join(ap.args[k], v)
	}
	vals := make([]*value, len(ap.results))
	for k, r := range ap.results {
		vals[k] = f.givenResult(r)
	}
	s, _ := i.callBacks() // it may call what it is given in turn
	return vals, i.behindPort(nil, s)
}

// givenResult is what a function returned that a parameter brought.
func (f *frame) givenResult(r *callResult) *value {
	o := f.object(objectKey{site: r}, object{kind: given, typ: ssautil.PointedTo(r.typ), param: r})
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
			if !ok {
				continue
			}
			for _, p := range f.applies[call] {
				ap := *p
				ap.args = slices.Clone(ap.args)
				ap.must = ap.must && ssautil.Always(in)
				out = append(out, ap)
			}
		}
	}
	return out
}

// start runs a call on a goroutine: what it does may be done from now on.
func (f *frame) start(in *ssa.Go, s *state) *state {
	s = f.revealChannels(s, in)
	_, after := f.perform(in, s)
	return f.joinStates(s, after)
}

// revealChannels makes the channels that a goroutine is given, or captures,
// shared memory: who gets hold of one later sends to that goroutine, too. What
// else it gets hold of, methods may fill later.
func (f *frame) revealChannels(s *state, in *ssa.Go) *state {
	seen := map[*object]bool{}
	var visit func(p place)
	visit = func(p place) {
		o := p.obj
		if seen[o] || o.in != f {
			return
		}
		seen[o] = true
		if _, ok := o.typ.Underlying().(*types.Chan); ok && o.kind == allocated && isMade(o) {
			f.reveal(s, refTo(place{obj: o}))
			return
		}
		s = f.openState(s, o)
		if v, ok := s.mem.get(o.id); ok {
			f.refs(v, visit)
		}
	}
	f.refs(f.value(in.Call.Value), visit)
	for _, arg := range ssautil.Args(in.Common()) {
		f.refs(f.value(arg), visit)
	}
	return s
}

func isMade(o *object) bool {
	_, ok := o.site.(*ssa.MakeChan)
	return ok
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
		f.due[ds[k].call] = f.joinStates(f.due[ds[k].call], s)
		_, after := f.perform(ds[k].call, s)
		switch {
		case after == nil:
		case ds[k].must && !f.a.graph.Repeats(ds[k].call):
			s = after
		default:
			s = f.joinStates(s, after)
		}
	}
	return s
}
