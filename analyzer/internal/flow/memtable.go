package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A memory is that of what functions share: global variables, and objects that
// global variables refer to. It has no order: it holds all that is ever put
// there, by any function.
type memory struct {
	vals    map[*object]*value
	readers map[*object][]*frame // in the order of their questions
}

func newMemory() memory {
	return memory{map[*object]*value{}, map[*object][]*frame{}}
}

// isShared reports whether an object is known to more than the function that
// made it.
func (a *Analysis) isShared(o *object) bool { return a.memory.vals[o] != nil }

// shared is what o holds in the shared memory; f is analysed again when that
// changes.
func (a *Analysis) shared(o *object, f *frame) *value {
	if rs := a.memory.readers[o]; !slices.Contains(rs, f) {
		a.memory.readers[o] = append(rs, f)
	}
	v := a.memory.vals[o]
	if v == nil && o.kind == global {
		v = a.foreign(o)
	}
	if v == nil {
		return nothing
	}
	return v
}

// foreign is what another package's variable holds.
func (a *Analysis) foreign(o *object) *value {
	g := o.site.(*ssa.Global)
	if g.Pkg == a.pkg {
		return nothing
	}
	return a.importedVar(g)
}

// share writes to the shared memory, and lets everybody know what it refers to.
func (f *frame) share(s *state, p place, w write) {
	w.strong = false
	old := f.a.memory.vals[p.obj]
	if old == nil {
		old = f.a.shared(p.obj, f)
	}
	n := f.written(old, p.path.list(), place{obj: p.obj}, p.obj.typ, w)
	f.a.publish(p.obj, n)
	f.reveal(s, w.val)
}

// publish replaces what is known of a shared object.
func (a *Analysis) publish(o *object, v *value) {
	if v == a.memory.vals[o] {
		return
	}
	a.memory.vals[o] = v
	for _, r := range a.memory.readers[o] {
		r.again()
	}
}

// reveal makes what v refers to shared memory.
func (f *frame) reveal(s *state, v *value) {
	f.refs(v, func(p place) {
		o := p.obj
		if o.kind != allocated || o.in != f {
			return
		}
		old := f.a.memory.vals[o]
		v, ok := s.mem.get(o.id)
		if !ok {
			v = nothing
		}
		n := v
		if old != nil {
			n = join(old, v)
		}
		if old == nil || n != old {
			f.a.publish(o, n)
			f.reveal(s, v)
		}
	})
}

// refs calls do for every place that v, or a part of it, refers to.
func (f *frame) refs(v *value, do func(place)) {
	for _, p := range v.refs {
		do(p)
	}
	v.parts.each(func(_ uint32, c *cell) bool {
		for _, e := range c.entries {
			f.refs(e.val, do)
		}
		return true
	})
	for _, e := range v.any {
		f.refs(e.val, do)
	}
}

// again has f analysed again, all of it.
func (f *frame) again() {
	for _, b := range f.order {
		f.mark(b)
	}
	f.a.enqueue(f)
}

func (a *Analysis) enqueue(f *frame) {
	if !f.queued && f.any {
		f.queued = true
		a.work = append(a.work, f)
	}
}

// Solve analyses what has to be analysed again until nothing has.
func (a *Analysis) solve() {
	for len(a.work) > 0 {
		f := a.work[0]
		a.work = a.work[1:]
		f.queued = false
		f.run()
	}
}

// functionObject is the object of a function that captures nothing.
func (a *Analysis) functionObject(fn *ssa.Function) *object {
	o := a.fixed[fn]
	if o == nil {
		x := object{kind: function, site: fn, typ: fn.Type(), fn: fn}
		if len(fn.Blocks) == 0 {
			x.fn, x.lib = nil, ssautil.Declared(fn)
		}
		o = a.newObject(x)
		a.fixed[fn] = o
	}
	return o
}

// globalObject is the object of a package-level variable.
func (a *Analysis) globalObject(g *ssa.Global) *object {
	o := a.fixed[g]
	if o == nil {
		o = a.newObject(object{kind: global, site: g, typ: ssautil.PointedTo(g.Type()), many: true})
		a.fixed[g] = o
		if g.Pkg == a.pkg {
			a.memory.vals[o] = a.filesIn(g.Object())
		}
	}
	return o
}

// importedVar is what another package says of its variable.
func (a *Analysis) importedVar(g *ssa.Global) *value {
	obj, ok := g.Object().(*types.Var)
	if !ok {
		return unknownValue()
	}
	fact := a.cfg.VarFact(obj)
	if fact == nil {
		return unknownValue()
	}
	d := &decoder{a: a, fact: &FuncFact{Results: fact.Parts}, sum: &summary{}}
	v, told := d.parts(fact.Parts, 0, ssautil.PointedTo(g.Type()))
	if !told {
		v = join(v, unknownValue())
	}
	return v
}
