package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// What the rooms above ask of the engine: text.Core, httpreq.Core and
// precede.Core.

// frameFor is the frame that v belongs to; of what belongs to no function,
// that of the package's initialisation.
func (a *Analysis) frameFor(v ssa.Value) *frame {
	a.analyse()
	if fn := v.Parent(); fn != nil && len(fn.Blocks) > 0 {
		return a.frameOf(fn)
	}
	return a.frameOf(a.pkg.Func("init"))
}

// Content is what the part of v at p may hold at a moment, the zero Point
// being any time.
func (a *Analysis) Content(v ssa.Value, p content.Path, at ssautil.Point) *content.Content {
	f := a.frameFor(v)
	s := f.lastState()
	if at.In != nil && at.Fn == f.fn {
		s = f.stateAt(at.In)
	}
	return a.closedOver(f.partContent(f.value(v), v.Type(), p, s, v))
}

// Passed is what a call passes for a part of a parameter of its callee.
func (a *Analysis) Passed(call ssa.CallInstruction, r content.Ref) *content.Content {
	p, ok := r.Param.(*ssa.Parameter)
	if !ok {
		return content.Nothing
	}
	arg := ssautil.ArgFor(call.Common(), p)
	if arg == nil {
		return content.Nothing
	}
	a.analyse()
	f := a.frameOf(call.Parent())
	return a.closedOver(f.contentAt(f.stateAt(call), f.value(arg), r))
}

// SeenFrom is a content that depends on parameters of fn, as one call of fn
// makes it.
func (a *Analysis) SeenFrom(c *content.Content, call ssa.CallInstruction, fn *ssa.Function) *content.Content {
	a.analyse()
	var b content.Builder
	for _, e := range a.edgesOf(call, fn) {
		b.Add(a.contentFrom(c, e))
	}
	return b.Done()
}

// edgesOf returns what a call passes to fn, by each way that it is known to
// run it.
func (a *Analysis) edgesOf(call ssa.CallInstruction, fn *ssa.Function) []*edge {
	var out []*edge
	for _, e := range a.callers[fn] {
		if e.in == call {
			out = append(out, e)
		}
	}
	if len(out) > 0 {
		return out
	}
	f := a.frameOf(call.Parent())
	i := f.invocation(call, nil)
	return []*edge{{from: f, at: call, in: call, fn: fn, args: i.args}}
}

// Callers returns the calls in this package that may execute fn.
func (a *Analysis) Callers(fn *ssa.Function) []ssa.CallInstruction {
	a.analyse()
	var out []ssa.CallInstruction
	for _, e := range a.callers[fn] {
		if e.in != nil && !slices.Contains(out, e.in) {
			out = append(out, e.in)
		}
	}
	return out
}

// Callees returns the functions of the package that a call may execute.
func (a *Analysis) Callees(call ssa.CallInstruction) []*ssa.Function {
	a.analyse()
	fns := slices.Clone(a.callees[call])
	ssautil.SortFunctions(fns)
	return fns
}

// JSONPath puts the fields of t, and of structs in it, for the keys that
// encoding/json gives them, as far as types tell.
func (a *Analysis) JSONPath(t types.Type, q content.Path) content.Path {
	if len(q) == 0 || q[0].Kind != content.Key && q[0].Kind != content.Elem {
		return q
	}
	if list, ok := ssautil.Deref(t).Underlying().(interface{ Elem() types.Type }); ok && q[0].Kind == content.Elem {
		return content.Path{q[0]}.Plus(a.JSONPath(list.Elem(), q[1:])...)
	} else if q[0].Kind == content.Elem {
		return q
	}
	switch u := ssautil.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range a.fieldsOf(u, false) {
			if f.name == q[0].Name {
				return fieldPath(f).Plus(a.JSONPath(f.v.Type(), q[1:])...)
			}
		}
	case *types.Map:
		return content.Path{q[0]}.Plus(a.JSONPath(u.Elem(), q[1:])...)
	}
	return q
}

func fieldPath(f field) content.Path {
	var p content.Path
	for _, v := range f.path {
		p = append(p, content.Sel{Kind: content.Field, Name: v.Name()})
	}
	return p
}

// Imported returns the functions outside of the package that a call may
// execute and that have facts.
func (a *Analysis) Imported(c *ssa.CallCommon) []*types.Func {
	fn := ssautil.Callee(c)
	if fn == nil {
		return nil
	}
	if !c.IsInvoke() {
		if fn.Pkg() != a.pkg.Pkg {
			return []*types.Func{fn.Origin()}
		}
		return nil
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*types.Func
	held, known := a.typesIn(c.Value, map[ssa.Value]bool{})
	for _, m := range a.cfg.Methods(fn.Name()) {
		if known && !slices.ContainsFunc(held, func(t types.Type) bool { return ssautil.HasMethod(t, m) }) {
			continue // of a type that the package does not put there
		}
		if t := m.Signature().Recv().Type(); m.Pkg() != a.pkg.Pkg && (types.Implements(t, iface) || types.Implements(types.NewPointer(ssautil.Deref(t)), iface)) {
			out = append(out, m)
		}
	}
	return out
}

// typesIn lists the types of which v is, if the package alone decides that.
func (a *Analysis) typesIn(v ssa.Value, seen map[ssa.Value]bool) (held []types.Type, known bool) {
	if seen[v] {
		return nil, true
	}
	seen[v] = true
	var from []ssa.Value
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return []types.Type{x.X.Type()}, true
	case *ssa.ChangeInterface:
		from = []ssa.Value{x.X}
	case *ssa.Phi:
		from = x.Edges
	case *ssa.Parameter:
		calls := a.Callers(x.Parent())
		if len(calls) == 0 || a.visible(x.Parent()) || a.wires.GivenAway(x.Parent()) {
			return nil, false
		}
		for _, call := range calls {
			arg := ssautil.ArgFor(call.Common(), x)
			if arg == nil {
				return nil, false
			}
			from = append(from, arg)
		}
	default:
		return nil, false
	}
	for _, w := range from {
		types, ok := a.typesIn(w, seen)
		if !ok {
			return nil, false
		}
		held = append(held, types...)
	}
	return held, true
}

// Ask answers for one call as [Analysis.Instances] does, whatever the call is:
// for sinks that only the code around them makes one.
func (a *Analysis) Ask(call ssa.CallInstruction, s *Sink) []*Instance {
	a.analyse()
	if s.Arg >= len(ssautil.Args(call.Common())) {
		return nil
	}
	f := a.frameOf(call.Parent())
	inst := &Instance{Sink: s, Final: call, Call: call, Arg: s.Arg, Content: f.argument(call, s)}
	return append([]*Instance{inst}, a.push(inst, map[string]bool{})...)
}
