package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// What the rooms above ask of the engine: text.Core, httpreq.Core and
// precede.Core.

// Tally counts the bounds that the analysis of the package has crossed.
func (a *Analysis) Tally() *limit.Tally { return a.tally }

// texts reads texts by what a knows.
func (a *Analysis) texts() text.Reader { return text.Reader{Core: a, Tally: a.tally} }

// Content is what the part of v at p may hold at a moment, the zero Point
// being any time.
func (a *Analysis) Content(v ssa.Value, p content.Path, at ssautil.Point) *content.Content {
	return a.eval(v, p, point{fn: at.Fn, in: at.In})
}

// Passed is what a call passes for a part of a parameter of its callee.
func (a *Analysis) Passed(call ssa.CallInstruction, r content.Ref) *content.Content {
	arg := ssautil.ArgFor(call.Common(), paramOf(r))
	if arg == nil {
		return content.Nothing
	}
	return a.evalLoaded(arg, r.Path, before(call), before(call))
}

// FieldContent is the content of a payload that was read from a field of a
// parameter, as far as the package's own stores to that field show it.
func (a *Analysis) FieldContent(r content.Ref) *content.Content { return a.fieldContentAnywhere(r) }

// SeenFrom is a content that depends on parameters of fn, as one call of fn
// makes it.
func (a *Analysis) SeenFrom(c *content.Content, call ssa.CallInstruction, fn *ssa.Function) *content.Content {
	var b content.Builder
	for _, at := range moments(call) {
		s := &substitution{a: a, call: call, fn: fn, at: at, mark: true}
		b.Add(s.content(c))
	}
	return b.Done()
}

// Callers returns the calls in this package that may execute fn.
func (a *Analysis) Callers(fn *ssa.Function) []ssa.CallInstruction { return a.callersOf(fn) }

// Callees returns the functions of the package that a call may execute.
func (a *Analysis) Callees(call ssa.CallInstruction) []*ssa.Function { return a.callees(call) }

// Places returns the places that v, an address or a reference, may denote.
func (a *Analysis) Places(v ssa.Value) []ssautil.Place {
	ls := a.locate(v)
	out := make([]ssautil.Place, len(ls))
	for i, l := range ls {
		out[i] = ssautil.Place{Root: l.root, Path: l.path}
	}
	return out
}

// JSONPath puts the fields of t, and of structs in it, for the keys that
// encoding/json gives them, as far as types tell.
func (a *Analysis) JSONPath(t types.Type, q content.Path) content.Path {
	if len(q) == 0 || q[0].Kind != content.Key {
		return q
	}
	switch u := ssautil.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range a.jsonFields(u) {
			if f.name == q[0].Name {
				return f.path.Plus(a.JSONPath(f.v.Type(), q[1:])...)
			}
		}
	case *types.Map:
		return content.Path{q[0]}.Plus(a.JSONPath(u.Elem(), q[1:])...)
	}
	return q
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
	for _, m := range a.cfg.Methods(fn.Name()) {
		if t := m.Signature().Recv().Type(); m.Pkg() != a.pkg.Pkg && (types.Implements(t, iface) || types.Implements(types.NewPointer(ssautil.Deref(t)), iface)) {
			out = append(out, m)
		}
	}
	return out
}
