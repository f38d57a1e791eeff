package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// An invocation is one call that is carried out: by an ssa.Call, or by what is
// deferred or started.
type invocation struct {
	f     *frame
	in    ssa.CallInstruction
	com   *ssa.CallCommon
	fn    *types.Func         // what is called by name: a function, a method, one of an interface
	args  []*value            // the receiver first
	s     *state              // before the call
	shown ssa.CallInstruction // where the source has the call, if that is in another function
	late  bool                // somebody else calls it, with what is not there before
	deep  int                 // the functions that were passed to one another on the way here

	brought place // of a function that a parameter brings: where it is
}

func (f *frame) invocation(in ssa.CallInstruction, s *state) *invocation {
	c := in.Common()
	i := &invocation{f: f, in: in, com: c, fn: ssautil.Callee(c), s: s}
	for _, arg := range ssautil.Args(c) {
		i.args = append(i.args, f.value(arg))
	}
	return i
}

// call is an ordinary call.
func (f *frame) call(in *ssa.Call, s *state) *state {
	vals, after := f.perform(in, s)
	if after == nil {
		return nil
	}
	switch n := in.Call.Signature().Results().Len(); {
	case n == 1 || len(vals) == 1 && n == 0:
		f.set(in, vals[0], after)
	case n > 1:
		f.setTuple(in, vals, after)
	}
	return after
}

// perform carries out a call at s: what it returns, and what holds behind it.
// The state is nil if it does not come back, as far as is known by now.
func (f *frame) perform(in ssa.CallInstruction, s *state) ([]*value, *state) {
	if b, ok := in.Common().Value.(*ssa.Builtin); ok {
		v, s := f.builtin(b, in, s)
		return []*value{v}, s
	}
	i := f.invocation(in, s)
	if vals, s, ok := i.known(); ok {
		return vals, s
	}
	return i.dispatch()
}

// known carries out a call of a function that is known by what it is for: a
// sanitizer, a setter, a function of the standard library.
func (i *invocation) known() ([]*value, *state, bool) {
	if i.fn == nil {
		return nil, nil, false
	}
	if kind := i.f.a.cfg.Sanitizer(i.fn); kind != content.NotSanitizer {
		vals, s := i.sanitize(kind)
		return vals, s, true
	}
	if set, ok := i.f.a.setter(i.fn); ok {
		v, s := i.setEntry(set)
		return []*value{v}, s, true
	}
	if vals, s, ok := i.contextCall(); ok {
		return vals, s, true
	}
	if m := modelOf(i.fn); m != nil && (m != &read || i.fn.Pkg() != i.f.a.pkg.Pkg) {
		vals, s := m.apply(i)
		return vals, s, true
	}
	if vals := i.settings(); vals != nil {
		return vals, i.s, true
	}
	return nil, nil, false
}

// A target is what a call may run.
type target struct {
	sum     *summary    // nil if it is not known to come back yet
	closure *value      // refers to the function's captured variables
	passed  *place      // or: the function that a parameter brings
	far     *returned   // or: one that a function of another package has returned
	lib     *types.Func // or: a function of another package
}

// dispatch carries out a call of whatever functions it may run.
func (i *invocation) dispatch() ([]*value, *state) {
	targets, complete := i.targets()
	n := i.com.Signature().Results().Len()
	vals := make([]*value, n)
	var after *state
	for _, t := range targets {
		res, s := i.run(t)
		if s == nil {
			continue
		}
		after = i.f.joinStates(after, s)
		joinResults(vals, res)
	}
	if !complete {
		res, s := i.unknown()
		s = i.behindPort(res, s)
		after = i.f.joinStates(after, s)
		joinResults(vals, res)
	}
	for k := range vals {
		if vals[k] == nil {
			vals[k] = nothing
		}
	}
	return vals, after
}

// joinResults adds what one function returns to what others do. What is stored
// under an interface may have fewer results than the call asks for.
func joinResults(vals, res []*value) {
	for k := range min(len(vals), len(res)) {
		vals[k] = join(vals[k], res[k])
	}
}

// run carries out a call of one target.
func (i *invocation) run(t target) ([]*value, *state) {
	switch {
	case t.passed != nil:
		return i.apply(*t.passed)
	case t.lib != nil:
		return i.library(t.lib)
	case t.far != nil:
		return i.summarised(i.f.a.returnedSummary(t.far), t.closure)
	}
	if t.sum == nil {
		return nil, nil
	}
	return i.summarised(t.sum, t.closure)
}

// summarised carries out a call by a summary. If that is open, the function
// may also do anything to what it is given.
func (i *invocation) summarised(sum *summary, closure *value) ([]*value, *state) {
	vals, s := i.f.instantiate(sum, i, closure)
	if s == nil || !sum.open {
		return vals, s
	}
	s = i.f.havoc(s, i.args, limit.Work)
	more, after := i.unknown()
	joinResults(vals, more)
	return vals, i.f.joinStates(s, after)
}

// targets returns what the call may run, and whether that is all.
func (i *invocation) targets() (ts []target, complete bool) {
	if fn := i.com.StaticCallee(); fn != nil {
		if t, ok := i.own(fn, i.f.value(i.com.Value)); ok {
			return []target{t}, true
		}
		return i.foreign()
	}
	if i.com.IsInvoke() {
		return i.methods()
	}
	return i.values(i.f.value(i.com.Value))
}

// own is the target that a function of this package is.
func (i *invocation) own(fn *ssa.Function, closure *value) (target, bool) {
	if len(fn.Blocks) == 0 || len(fn.Params) != len(i.args) {
		return target{}, false
	}
	callee := i.f.a.frameOf(fn)
	callee.users[i.f] = true
	i.f.called[calledKey{i.in, callee}] = true
	i.f.a.edge(i, fn, closure)
	return target{sum: callee.sum, closure: closure}, true
}

// foreign returns what facts say of the function that the call names.
func (i *invocation) foreign() ([]target, bool) {
	var ts []target
	for _, fact := range i.f.a.factsFor(i.com) {
		ts = append(ts, target{sum: i.f.a.importedSummary(fact, i.com)})
	}
	return ts, len(ts) > 0 && !i.com.IsInvoke()
}

// values returns the functions that v may be.
func (i *invocation) values(v *value) ([]target, bool) {
	var ts []target
	complete := len(v.refs) > 0 && v.c == content.Nothing
	for _, p := range v.refs {
		switch {
		case p.obj.fn != nil && p.path == nil:
			if t, ok := i.own(p.obj.fn, refTo(p)); ok {
				ts = append(ts, t)
			}
		case p.obj.lib != nil && p.path == nil:
			ts = append(ts, target{lib: p.obj.lib})
		case p.obj.far != nil && p.path == nil:
			ts = append(ts, target{far: p.obj.far, closure: refTo(p)})
		case p.obj.kind == given:
			held, known := i.heldAt(p)
			ts = append(ts, held...)
			if !known {
				ts = append(ts, i.stored(p)...)
				ts = append(ts, target{passed: &p})
			}
		default:
			complete = false
		}
	}
	return ts, complete && len(ts) > 0
}

// heldAt returns the functions that the field at p can hold, and whether they
// are known.
func (i *invocation) heldAt(p place) ([]target, bool) {
	k, rest, ok := i.f.fieldOf(p)
	if !ok || len(rest) > 0 {
		return nil, false
	}
	held := i.f.a.heldIn(k)
	if held == nil {
		return nil, false
	}
	var ts []target
	if held.closures {
		if ts = i.stored(p); len(ts) == 0 {
			ts = []target{{}} // none of them is made yet
		}
		return ts, true
	}
	for _, fn := range held.fns {
		switch t, ok := i.own(fn, i.f.value(fn)); {
		case ok:
			ts = append(ts, t)
		case len(fn.Blocks) == 0 && ssautil.Declared(fn) != nil:
			ts = append(ts, target{lib: ssautil.Declared(fn)})
		default:
			return nil, false
		}
	}
	return ts, true
}

// library carries out a call of a function of another package through a value.
func (i *invocation) library(fn *types.Func) ([]*value, *state) {
	named := *i
	named.fn = fn
	if vals, s, ok := named.known(); ok {
		return vals, s
	}
	if f := i.f.a.cfg.Fact(fn); f != nil {
		return i.summarised(i.f.a.importedSummary(f, i.com), nil)
	}
	return i.unknown()
}

// methods returns the methods that a call through an interface may run.
func (i *invocation) methods() ([]target, bool) {
	recv := i.args[0]
	types, all := i.f.dynamicTypes(recv)
	var ts []target
	if all {
		for _, t := range types {
			ts = append(ts, i.method(t)...)
		}
		if len(ts) > 0 {
			return ts, true
		}
	}
	for _, fn := range i.f.a.implementations(i.com) {
		if t, ok := i.own(fn, nil); ok {
			ts = append(ts, t)
		}
	}
	facts, _ := i.foreign()
	ts = append(ts, facts...)
	return ts, len(ts) > 0 && (i.f.a.closedInterface(i.com) || len(facts) > 0)
}

// method returns the method of a concrete type that the call runs.
func (i *invocation) method(t types.Type) []target {
	m := i.f.a.prog.MethodSets.MethodSet(t).Lookup(i.com.Method.Pkg(), i.com.Method.Name())
	if m == nil {
		return nil
	}
	fn := i.f.a.prog.MethodValue(m)
	if fn == nil || !ssautil.BelongsTo(fn, i.f.a.pkg) || len(fn.Blocks) == 0 {
		return nil
	}
	if t, ok := i.own(fn, nil); ok {
		return []target{t}
	}
	return nil
}

// dynamicTypes returns the types that the value in an interface may have, and
// whether these are all.
func (f *frame) dynamicTypes(v *value) (ts []types.Type, all bool) {
	all = len(v.refs) > 0 && !v.isOpen()
	for _, p := range v.refs {
		t := f.typeOf(p)
		if t == nil || types.IsInterface(t) || p.path != nil || p.obj.kind != allocated {
			return ts, false
		}
		n := ssautil.Named(t)
		if n == nil {
			return ts, false
		}
		var dyn types.Type = types.NewPointer(n)
		if mi, ok := p.obj.site.(*ssa.MakeInterface); ok {
			dyn = mi.X.Type()
		} else if _, isMap := t.Underlying().(*types.Map); isMap {
			dyn = n
		}
		if !slices.ContainsFunc(ts, func(t types.Type) bool { return types.Identical(t, dyn) }) {
			ts = append(ts, dyn)
		}
	}
	return ts, all
}

// implementations returns the methods of this package that an interface call
// may execute.
func (a *Analysis) implementations(c *ssa.CallCommon) []*ssa.Function {
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var fns []*ssa.Function
	for _, t := range a.concreteTypes(a.pkg.Pkg.Scope()) {
		if !types.Implements(t, iface) {
			continue
		}
		if m := a.prog.MethodSets.MethodSet(t).Lookup(c.Method.Pkg(), c.Method.Name()); m != nil {
			if fn := a.prog.MethodValue(m); fn != nil {
				fns = append(fns, fn)
			}
		}
	}
	ssautil.SortFunctions(fns)
	return slices.Compact(fns)
}

// concreteTypes returns the named types of the package and pointers to them,
// without those of files that are left out.
func (a *Analysis) concreteTypes(scope *types.Scope) []types.Type {
	if a.concrete != nil {
		return a.concrete
	}
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || a.pkg.Members[name] == nil || obj.IsAlias() || types.IsInterface(obj.Type()) {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		a.concrete = append(a.concrete, obj.Type(), types.NewPointer(obj.Type()))
	}
	for _, t := range a.instances {
		a.concrete = append(a.concrete, t, types.NewPointer(t))
	}
	return a.concrete
}

// closedInterface reports whether the interface belongs to this package: its
// implementations here are then taken to be all there are.
func (a *Analysis) closedInterface(c *ssa.CallCommon) bool {
	n := ssautil.Named(c.Value.Type())
	return n != nil && n.Obj().Pkg() == a.pkg.Pkg
}

// An edge is a function of the package that a call runs, and with what.
type edge struct {
	from    *frame
	at      ssa.Instruction     // in from: the call, or the one that hands the function on
	in      ssa.CallInstruction // the call as the source has it
	fn      *ssa.Function
	args    []*value
	closure *value
	s       *state // of a function that was handed on: when it is called; nil else
	late    bool   // somebody else calls it, with what is not known
}

type edgeKey struct {
	at, in ssa.Instruction
	fn     *ssa.Function
}

// edge notes that a call runs fn.
func (a *Analysis) edge(i *invocation, fn *ssa.Function, closure *value) {
	shown := i.in
	if i.shown != nil {
		shown = i.shown
	}
	k := edgeKey{i.in, shown, fn}
	e := a.edges[k]
	if e == nil {
		e = &edge{from: i.f, at: i.in, in: shown, fn: fn, args: slices.Clone(i.args), closure: closure, late: i.late}
		i.noteState(e)
		a.edges[k] = e
		a.callers[fn] = append(a.callers[fn], e)
		if !slices.Contains(a.callees[shown], fn) {
			a.callees[shown] = append(a.callees[shown], fn)
		}
		return
	}
	for k, v := range i.args {
		e.args[k] = join(e.args[k], v)
	}
	if closure != nil {
		e.closure = join(e.closure, closure)
	}
	i.noteState(e)
}

// noteState notes what the memory holds when a function is called that was
// handed on: what the function that calls it has made is not there before.
func (i *invocation) noteState(e *edge) {
	if (i.shown != nil || i.late) && i.s != nil {
		e.s = i.f.joinStates(e.s, i.s)
	}
}
