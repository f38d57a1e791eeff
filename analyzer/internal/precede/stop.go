package precede

import (
	"go/constant"
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// StopsAtError returns the calls that are or lead to op, once for each of
// many, in a loop that ends at the first error of theirs, or of what is done
// to the same one before: those who come later are never reached.
func (o *Order) StopsAtError(op Operation) []ssa.Instruction {
	a := o.a
	var out []ssa.Instruction
	for _, x := range a.Above(op) {
		stops := func(y Operation) bool { return a.isRepeated(y) && a.endsLoop(y.At) }
		if a.cancelsOthers(x) || stops(x) || a.isRepeated(x) && slices.ContainsFunc(o.ops[x.fn()], func(y Operation) bool {
			return y.Subject.mayBeSame(x.Subject) && stops(y)
		}) {
			out = append(out, x.At)
		}
	}
	return out
}

// isRepeated reports whether op is done in a loop, or a recursion over a list,
// to another one each time.
func (a *Analysis) isRepeated(op Operation) bool {
	fn := op.fn()
	if ssautil.IsLoopBody(fn) {
		return op.Subject.dependsOn(fn)
	}
	if b := op.At.Block(); a.graph.SameLoop(b, b) {
		return a.isOneOfMany(op.Subject, op.At)
	}
	calls := selfCalls(fn)
	return len(calls) > 0 && op.Subject.isElementOf(fn) && !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { return call == op.At })
}

// endsLoop reports whether in is a call such that the loop around it goes on
// if it succeeds, and does not if it fails with an error like any other.
func (a *Analysis) endsLoop(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	errs := a.errorsOf(call)
	for err := range errs {
		for _, ref := range *err.Referrers() {
			switch ref := ref.(type) {
			case *ssa.BinOp:
				if a.testEndsLoop(ref, errs, call) {
					return true
				}
			case *ssa.Call:
				if a.neverReturnsWith(ref, err) {
					return true
				}
			}
		}
	}
	return false
}

// testEndsLoop reports whether the loop around a call ends where a comparison
// of its error with nil says that there is one.
func (a *Analysis) testEndsLoop(test *ssa.BinOp, errs map[ssa.Value]bool, call *ssa.Call) bool {
	if test.Op != token.NEQ && test.Op != token.EQL || !comparesWithNil(test) {
		return false
	}
	for _, use := range *test.Referrers() {
		branch, ok := use.(*ssa.If)
		if !ok {
			continue
		}
		failed, fine := ssautil.ErrorBranches(branch, test)
		if a.iterates(fine, call) && !a.iterates(withOtherError(failed, errs), call) {
			return true
		}
	}
	return false
}

// withOtherError returns where control comes from b with an error that is none
// of those that the code knows: behind the questions what error it is.
func withOtherError(b *ssa.BasicBlock, errs map[ssa.Value]bool) *ssa.BasicBlock {
	seen := map[*ssa.BasicBlock]bool{}
	for !seen[b] {
		seen[b] = true
		branch, ok := ssautil.Last(b).(*ssa.If)
		if !ok {
			return b
		}
		switch cond := branch.Cond.(type) {
		case *ssa.Call:
			fn := ssautil.Callee(cond.Common())
			if fn == nil || ssautil.PkgPath(fn) != "errors" || len(cond.Call.Args) == 0 || !errs[cond.Call.Args[0]] {
				return b
			}
			b = b.Succs[1]
		case *ssa.BinOp:
			if comparesWithNil(cond) || !errs[cond.X] && !errs[cond.Y] || cond.Op != token.EQL && cond.Op != token.NEQ {
				return b
			}
			b, _ = ssautil.ErrorBranches(branch, cond) // "failed" is where the two differ
		default:
			return b
		}
	}
	return b
}

// neverReturnsWith reports whether a call hands an error to a function of the
// package that does not return if there is one.
func (a *Analysis) neverReturnsWith(call *ssa.Call, err ssa.Value) bool {
	fns := a.core.Callees(call)
	i := slices.Index(ssautil.Args(call.Common()), err)
	if len(fns) != 1 || i < 0 || i >= len(fns[0].Params) {
		return false
	}
	for _, ref := range *fns[0].Params[i].Referrers() {
		test, ok := ref.(*ssa.BinOp)
		if !ok || !comparesWithNil(test) {
			continue
		}
		for _, use := range *test.Referrers() {
			if branch, ok := use.(*ssa.If); ok {
				if failed, _ := ssautil.ErrorBranches(branch, test); !a.returns(failed) {
					return true
				}
			}
		}
	}
	return false
}

// errorsOf returns the error that a call results in, alone or as one of
// several that a variable may hold.
func (a *Analysis) errorsOf(call *ssa.Call) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	for work := []ssa.Value{call}; len(work) > 0; work = work[1:] {
		v := work[0]
		if out[v] || v.Referrers() == nil {
			continue
		}
		out[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Phi:
				work = append(work, ref)
			case *ssa.Extract:
				work = append(work, ref)
			case *ssa.Store:
				work = append(work, a.loadedAfter(ref)...)
			}
		}
	}
	return out
}

// loadedAfter returns where a variable that a function literal shares is read
// after it was set.
func (a *Analysis) loadedAfter(st *ssa.Store) []ssa.Value {
	refs := st.Addr.Referrers()
	if refs == nil {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *refs {
		if load, ok := ref.(*ssa.UnOp); ok && load.X == st.Addr && a.graph.Reaches(st, ssautil.Before(load)) {
			out = append(out, load)
		}
	}
	return out
}

// iterates reports whether control can come from b to the call again, in this
// call of the function or in one that it makes itself.
func (a *Analysis) iterates(b *ssa.BasicBlock, call *ssa.Call) bool {
	fn := call.Parent()
	if !ssautil.IsLoopBody(fn) {
		return a.leads(b, call.Block()) || slices.ContainsFunc(selfCalls(fn), func(self ssa.CallInstruction) bool { return a.leads(b, self.Block()) })
	}
	return slices.ContainsFunc(fn.Blocks, func(x *ssa.BasicBlock) bool {
		ret, ok := ssautil.Last(x).(*ssa.Return)
		if !ok || !a.leads(b, x) {
			return false
		}
		k, ok := ret.Results[0].(*ssa.Const)
		return ok && k.Value != nil && constant.BoolVal(k.Value)
	})
}
