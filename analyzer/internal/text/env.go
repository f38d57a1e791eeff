package text

import (
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// An Env binds the parameters of a function to the arguments of one call of
// it, and those of the function around that call to the arguments of another.
// A nil Env binds nothing.
type Env struct {
	Call ssa.CallInstruction
	Fn   *ssa.Function // the callee
	Up   *Env          // binds the parameters of the function that calls
}

// Argument returns what is passed for a parameter, and the Env in which that
// has to be seen; nil if e does not bind the parameter.
func (e *Env) Argument(p *ssa.Parameter) (ssa.Value, *Env) {
	for ; e != nil; e = e.Up {
		if e.Fn == p.Parent() {
			if arg := ssautil.ArgFor(e.Call.Common(), p); arg != nil {
				return arg, e.Up
			}
		}
	}
	return nil, nil
}

// Outermost returns the function that calls before all others do, or fn if e
// is nil: its parameters are not bound.
func (e *Env) Outermost(fn *ssa.Function) *ssa.Function {
	for ; e != nil; e = e.Up {
		fn = e.Call.Parent()
	}
	return fn
}

// Above returns e with the parameters of its outermost function fn bound by a
// call.
func (e *Env) Above(call ssa.CallInstruction, fn *ssa.Function) *Env {
	if e == nil {
		return &Env{Call: call, Fn: fn}
	}
	return &Env{Call: e.Call, Fn: e.Fn, Up: e.Up.Above(call, fn)}
}

// Has reports whether e binds by the call already: to bind by it again would
// follow a recursion.
func (e *Env) Has(call ssa.CallInstruction) bool {
	for ; e != nil; e = e.Up {
		if e.Call == call {
			return true
		}
	}
	return false
}
