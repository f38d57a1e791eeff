package flow

import (
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// GivesUp returns the calls that are or lead to act, once for each of many,
// in a loop that ends at the first error of theirs, or of what is done to the
// same one before.
func (o *Order) GivesUp(act Act) []ssa.Instruction {
	a := o.a
	var out []ssa.Instruction
	seen := map[ssa.Instruction]bool{}
	for work := []Act{act}; len(work) > 0; work = work[1:] {
		x := work[0]
		if seen[x.At] || len(seen) > maxTries {
			continue
		}
		seen[x.At] = true
		if a.many(x) && (a.stopsAtError(x.At) || slices.ContainsFunc(o.acts[x.At.Parent()], func(y Act) bool {
			return y.Who.same(x.Who) && a.many(y) && a.stopsAtError(y.At)
		})) {
			out = append(out, x.At)
		}
		work = append(work, a.seenAbove(x)...)
	}
	return out
}

// many reports whether act is done in a loop, to another one each time.
func (a *Analysis) many(act Act) bool {
	if isLoopBody(act.At.Parent()) {
		return act.Who.params(act.At.Parent())
	}
	b := act.At.Block()
	return a.together(b, b) && a.element(act.Who, act.At)
}

// isLoopBody: fn is the body of a loop over an iterator function.
func isLoopBody(fn *ssa.Function) bool { return strings.Contains(fn.Synthetic, "range-over-func") }

// stopsAtError reports whether in is a call such that the loop around it goes
// on if it succeeds, and does not if it fails.
func (a *Analysis) stopsAtError(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	for err := range errorsOf(call) {
		for _, ref := range *err.Referrers() {
			test, ok := ref.(*ssa.BinOp)
			if !ok || test.Op != token.NEQ && test.Op != token.EQL {
				continue
			}
			for _, use := range *test.Referrers() {
				branch, ok := use.(*ssa.If)
				if !ok {
					continue
				}
				failed, fine := branches(branch, test)
				if a.goesOn(fine, call) && !a.goesOn(failed, call) {
					return true
				}
			}
		}
	}
	return false
}

// branches returns where a branch goes that compares an error with nil.
func branches(branch *ssa.If, test *ssa.BinOp) (failed, fine *ssa.BasicBlock) {
	failed, fine = branch.Block().Succs[0], branch.Block().Succs[1]
	if test.Op == token.EQL {
		failed, fine = fine, failed
	}
	return failed, fine
}

// errorsOf returns the error that a call results in, alone or as one of
// several that a variable may hold.
func errorsOf(call *ssa.Call) map[ssa.Value]bool {
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
			}
		}
	}
	return out
}

// goesOn reports whether control can come from b to the call again.
func (a *Analysis) goesOn(b *ssa.BasicBlock, call *ssa.Call) bool {
	if !isLoopBody(call.Parent()) {
		return b == call.Block() || a.successors(b)[call.Block()]
	}
	for _, x := range call.Parent().Blocks {
		ret, ok := last(x).(*ssa.Return)
		if !ok || x != b && !a.successors(b)[x] {
			continue
		}
		if k, ok := ret.Results[0].(*ssa.Const); ok && k.Value != nil && constant.BoolVal(k.Value) {
			return true
		}
	}
	return false
}
