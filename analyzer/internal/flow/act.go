package flow

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// An Act is something done to somebody: by a call, or by a function literal
// that is made at an instruction and runs from there on.
type Act struct {
	At  ssa.Instruction
	Who Subject

	unsure bool // the function that was called says nothing if it failed
}

// Same reports whether two acts are done to the same one.
func (x Act) Same(y Act) bool { return x.Who.same(y.Who) }

// Calls returns the calls of the package, function by function.
func (a *Analysis) Calls() iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range slices.Concat(a.funcs, a.generics) {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(ssa.CallInstruction); ok && !yield(call) {
						return
					}
				}
			}
		}
	}
}

// Named returns the functions that a call names or, through an interface,
// stands for.
func (a *Analysis) Named(call ssa.CallInstruction) []*types.Func { return a.sinkFuncs(call) }

// Arguments returns what a call passes, the receiver first.
func Arguments(call ssa.CallInstruction) []ssa.Value { return ssautil.Args(call.Common()) }

// Source is the call as it stands in the source, nil if it does not.
func (a *Analysis) Source(in ssa.Instruction) *ast.CallExpr {
	if call, ok := in.(ssa.CallInstruction); ok {
		return a.CallExpr(call)
	}
	return nil
}

// CalledName is the name by which the source calls something: of a function,
// a method, a variable or a field.
func (a *Analysis) CalledName(call ssa.CallInstruction) string {
	src := a.CallExpr(call)
	if src == nil {
		return ""
	}
	switch f := ast.Unparen(src.Fun).(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.IndexExpr: // with a type argument
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name
		}
	}
	return ""
}

// IfText returns the acts that a call does to who when the part of its
// argument at p is the given text: at the call, or at callers that pass it.
func (a *Analysis) IfText(call ssa.CallInstruction, arg int, p content.Path, text string, who Subject) []Act {
	c := a.eval(Arguments(call)[arg], p, before(call))
	return a.ifText(&Instance{Sink: &Sink{Path: p}, Final: call, Call: call, Content: c}, text, who, 0)
}

func (a *Analysis) ifText(inst *Instance, text string, who Subject, deep int) []Act {
	if keys, _ := inst.Content.Keys(); slices.Contains(keys, text) {
		return []Act{{At: inst.Call, Who: who}}
	}
	var out []Act
	for _, fn := range paramFuncs(inst.Content) {
		for _, call := range a.callersOf(fn) {
			if deep < maxCallers {
				out = append(out, a.ifText(a.seenFrom(inst, call, fn), text, who.seenFrom(a, call, fn), deep+1)...)
			}
		}
	}
	return out
}

// A Request is an HTTP request as one chain of calls makes it.
type Request struct {
	Method, URL string // {} stands in the URL for what is not constant
	Act                // Who is what names somebody in the URL
	a           *Analysis
	q           *requestQuery
	env         *env
}

// Requests returns the requests that a call makes and known recognises: it
// tells which parts of the URL that are not constant name somebody.
func (a *Analysis) Requests(call ssa.CallInstruction, known func(method, url string) (names map[int]string, ok bool)) []*Request {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	at, ok := requestFuncs[fn.FullName()]
	if !ok {
		return nil
	}
	var out []*Request
	q := &requestQuery{a: a, call: call, at: at}
	q.accept = func(method string, pieces []piece, e *env) bool {
		names, ok := known(method, shape(pieces))
		if !ok {
			return false
		}
		out = append(out, &Request{Method: method, URL: shape(pieces), Act: q.act(naming(pieces, names), e), a: a, q: q, env: e})
		return true
	}
	q.try(nil)
	return out
}

// naming returns the pieces of a URL that name somebody; if all that names is
// constant, the constants.
func naming(ps []piece, names map[int]string) []piece {
	var out []piece
	hole := 0
	for _, p := range ps {
		_, isName := names[hole]
		if p.val != nil {
			hole++
		}
		if p.val != nil && isName || p.val == nil && len(names) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// act places a request in the function that knows whom it is about.
func (r *requestQuery) act(pieces []piece, e *env) Act {
	act := Act{At: r.call, Who: r.a.subjectOf(pieces)}
	for ; e != nil && !act.Who.local(act.At.Parent()); e = e.up {
		act = Act{At: e.call, Who: act.Who.seenFrom(r.a, e.call, e.fn)}
	}
	return act
}

// seenAbove returns an act as the callers of its function see it, or, if
// that is a function literal, the function around it.
func (a *Analysis) seenAbove(act Act) []Act {
	fn := act.At.Parent()
	var out []Act
	switch {
	case act.Who.local(fn):
	case fn.Parent() != nil && !act.Who.params(fn):
		for _, mk := range a.closures[fn] {
			out = append(out, a.runsAt(mk.(ssa.Instruction), mk, act.Who)...)
		}
		for _, in := range a.uses[fn] {
			if _, made := in.(*ssa.MakeClosure); !made {
				out = append(out, Act{At: in, Who: act.Who})
			}
		}
	default:
		for _, call := range a.callersOf(fn) {
			out = append(out, Act{At: call, Who: act.Who.seenFrom(a, call, fn)})
		}
	}
	return out
}

// runsAt: a literal runs at the calls that it is passed to; if there are
// none, from its creation on.
func (a *Analysis) runsAt(mk ssa.Instruction, v ssa.Value, who Subject) []Act {
	var out []Act
	for _, ref := range *v.Referrers() {
		if call, ok := ref.(ssa.CallInstruction); ok {
			out = append(out, Act{At: call, Who: who})
		}
		if started, ok := ref.(*ssa.Go); ok {
			for _, in := range a.waits(started) {
				out = append(out, Act{At: in, Who: who})
			}
		}
	}
	if len(out) == 0 {
		out = []Act{{At: mk, Who: who}}
	}
	return out
}

// waits returns where a function waits for a goroutine that it started, as it
// seems: it receives from a channel, or waits for a group.
func (a *Analysis) waits(started *ssa.Go) []ssa.Instruction {
	var out []ssa.Instruction
	for _, b := range started.Parent().Blocks {
		for _, in := range b.Instrs {
			if ssautil.Waits(in) && a.graph.Reaches(started, ssautil.Before(in)) {
				out = append(out, in)
			}
		}
	}
	return out
}
