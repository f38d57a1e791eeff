package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// callersOf returns the calls in this package that may execute fn.
func (a *Analysis) callersOf(fn *ssa.Function) []ssa.CallInstruction {
	calls := a.callsOf(fn)
	if a.only[fn] != nil {
		return calls
	}
	if !a.taken[fn] && len(a.closures[fn]) == 0 && fn.Signature.Recv() == nil {
		return calls
	}
	none := func() []ssa.CallInstruction { return nil } // a function that calls itself through a value
	indirect := ask(a, question{v: fn, cell: enters}, none, func() []ssa.CallInstruction { return a.indirectCalls(fn) })
	return slices.Concat(calls, indirect)
}

// indirectCalls returns the calls through a function value or an interface
// that may execute fn.
func (a *Analysis) indirectCalls(fn *ssa.Function) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, call := range a.dynamic[shapeOf(fn.Signature, fn.Name())] {
		if slices.Contains(a.callees(call), fn) {
			out = append(out, call)
		}
	}
	for _, call := range a.dynamic[shapeOf(fn.Signature, "")] {
		if slices.Contains(a.callees(call), fn) {
			out = append(out, call)
		}
	}
	return out
}

// A callShape groups dynamic calls by what they can execute at all: by method
// name, or by the number of parameters and results.
type callShape struct {
	method          string
	params, results int
}

func shapeOf(sig *types.Signature, method string) callShape {
	return callShape{method, sig.Params().Len(), sig.Results().Len()}
}

// closed answers c without reference to the parameters of the function
// literal fn: for each of them, what any call of fn passes.
func (a *Analysis) closed(c *content.Content, fn *ssa.Function) *content.Content {
	if !(&substitution{fn: fn}).touches(c) {
		return c
	}
	var b content.Builder
	calls := a.callersOf(fn)
	for _, call := range calls {
		s := &substitution{a: a, call: call, fn: fn, at: before(call)}
		b.Add(s.content(c))
	}
	if y := a.yields(fn); y != nil {
		s := &substitution{a: a, fn: fn, iter: y, at: anytime}
		b.Add(s.content(c))
	} else if len(calls) == 0 {
		s := &substitution{a: a, fn: fn, at: anytime}
		b.Add(s.content(c))
	}
	return b.Done()
}

// yields returns the sequence that the loop body fn ranges over, if fn is
// passed to an iterator of the standard library (for k, v := range maps.All(m)).
func (a *Analysis) yields(fn *ssa.Function) *sequence {
	for _, mk := range a.closures[fn] {
		for _, ref := range *mk.Referrers() {
			call, ok := ref.(*ssa.Call)
			if !ok || call.Call.IsInvoke() {
				continue
			}
			if it, ok := call.Call.Value.(*ssa.Call); ok {
				if s := sequenceOf(it.Common()); s != nil {
					return s
				}
			}
		}
	}
	return nil
}

// A sequence is an iterator over a collection.
type sequence struct {
	over ssa.Value
	keys bool // the first value is a key (or an index); else an element
}

func sequenceOf(c *ssa.CallCommon) *sequence {
	fn := ssautil.Callee(c)
	if fn == nil || len(c.Args) == 0 {
		return nil
	}
	switch fn.FullName() {
	case "maps.All", "maps.Keys", "slices.All":
		return &sequence{c.Args[0], true}
	case "maps.Values", "slices.Values":
		return &sequence{c.Args[0], false}
	}
	return nil
}

// value answers what the i-th value of the sequence may hold.
func (s *sequence) value(a *Analysis, i int, q content.Path, at point) *content.Content {
	if i == 0 && s.keys {
		return content.KeysOf(a.eval(s.over, nil, at))
	}
	return a.at(s.over, content.Path{elementOf(s.over)}.Plus(q...), whole, at, at)
}

func elementOf(v ssa.Value) content.Sel {
	if ssautil.IsMap(v.Type()) {
		return content.Sel{Kind: content.AnyKey}
	}
	return content.Sel{Kind: content.Elem}
}

// ArgumentPos is the position of the i-th argument (receiver included) of a
// call in the source; of several variadic ones, the first.
func (a *Analysis) ArgumentPos(call ssa.CallInstruction, i int) token.Pos {
	if e := a.argument(call, i); e != nil {
		return e.Pos()
	}
	return token.NoPos
}

// ArgumentExpr returns the i-th argument of a call, the receiver counted, as
// it stands in the source; nil if it does not stand there, or is a list of
// variadic arguments.
func (a *Analysis) ArgumentExpr(call ssa.CallInstruction, i int) ast.Expr {
	c, src := call.Common(), a.CallExpr(call)
	if src == nil {
		return nil
	}
	last := len(ssautil.Args(c)) - 1
	if c.Signature().Variadic() && !src.Ellipsis.IsValid() && i == last && len(src.Args) != len(c.Args) {
		return nil
	}
	return a.argument(call, i)
}

func (a *Analysis) argument(call ssa.CallInstruction, i int) ast.Expr {
	e := a.CallExpr(call)
	if e == nil {
		return nil
	}
	if c := call.Common(); c.IsInvoke() || c.Signature().Recv() != nil && !ssautil.IsMethodExpr(c, e) {
		i--
	}
	if i < 0 {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return sel.X
		}
		return nil
	}
	if i < len(e.Args) {
		return e.Args[i]
	}
	return nil
}

// CallExpr returns the source of a call.
func (a *Analysis) CallExpr(call ssa.CallInstruction) *ast.CallExpr {
	if a.calls == nil {
		a.calls = map[token.Pos]*ast.CallExpr{}
		for _, f := range a.files {
			ast.Inspect(f, func(n ast.Node) bool {
				if c, ok := n.(*ast.CallExpr); ok {
					a.calls[c.Lparen] = c
				}
				return true
			})
		}
	}
	pos := call.Pos()
	if c := a.calls[pos]; c != nil {
		return c
	}
	return a.calls[call.Common().Pos()]
}
