package flow

import (
	"go/constant"
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
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
		if a.cancelsOthers(x) || a.many(x) && (a.stopsAtError(x.At) || slices.ContainsFunc(o.acts[x.At.Parent()], func(y Act) bool {
			return y.Who.same(x.Who) && a.many(y) && a.stopsAtError(y.At)
		})) {
			out = append(out, x.At)
		}
		work = append(work, a.seenAbove(x)...)
	}
	return out
}

// many reports whether act is done in a loop, or a recursion over a list, to
// another one each time.
func (a *Analysis) many(act Act) bool {
	if ssautil.IsLoopBody(act.At.Parent()) {
		return act.Who.params(act.At.Parent())
	}
	b, fn := act.At.Block(), act.At.Parent()
	if a.graph.SameLoop(b, b) {
		return a.element(act.Who, act.At)
	}
	again := a.again(fn)
	return len(again) > 0 && act.Who.listedIn(fn) && !slices.ContainsFunc(again, func(self ssa.CallInstruction) bool { return self == act.At })
}

// listedIn: s is an element of a list that is passed to fn.
func (s Subject) listedIn(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(t trace) bool {
		p, ok := t.root.(*ssa.Parameter)
		return ok && p.Parent() == fn && slices.ContainsFunc(t.path, func(x content.Sel) bool { return x.Kind == content.Elem })
	})
}

// again returns the calls by which fn calls itself.
func (a *Analysis) again(fn *ssa.Function) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, call := range a.callers[fn] {
		if call.Parent() == fn {
			out = append(out, call)
		}
	}
	return out
}

// stopsAtError reports whether in is a call such that the loop around it goes
// on if it succeeds, and does not if it fails with an error like any other.
func (a *Analysis) stopsAtError(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	errs := a.errorsOf(call)
	for err := range errs {
		for _, ref := range *err.Referrers() {
			switch ref := ref.(type) {
			case *ssa.BinOp:
				if a.testStops(ref, errs, call) {
					return true
				}
			case *ssa.Call:
				if a.endsIf(ref, err) {
					return true
				}
			}
		}
	}
	return false
}

// testStops reports whether the loop around a call ends where a comparison of
// its error with nil says that there is one.
func (a *Analysis) testStops(test *ssa.BinOp, errs map[ssa.Value]bool, call *ssa.Call) bool {
	if test.Op != token.NEQ && test.Op != token.EQL || !ssautil.IsNil(test.X) && !ssautil.IsNil(test.Y) {
		return false
	}
	for _, use := range *test.Referrers() {
		branch, ok := use.(*ssa.If)
		if !ok {
			continue
		}
		failed, fine := ssautil.ErrorBranches(branch, test)
		if a.goesOn(fine, call) && !slices.ContainsFunc(unlike(failed, errs), func(b *ssa.BasicBlock) bool { return a.goesOn(b, call) }) {
			return true
		}
	}
	return false
}

// unlike returns where control can come from b with an error that is like no
// other: behind the questions what error it is.
func unlike(b *ssa.BasicBlock, errs map[ssa.Value]bool) []*ssa.BasicBlock {
	for range maxPath {
		branch, ok := ssautil.Last(b).(*ssa.If)
		if !ok {
			break
		}
		switch cond := branch.Cond.(type) {
		case *ssa.Call:
			fn := ssautil.Callee(cond.Common())
			if fn == nil || ssautil.PkgPath(fn) != "errors" || len(cond.Call.Args) == 0 || !errs[cond.Call.Args[0]] {
				return []*ssa.BasicBlock{b}
			}
			b = b.Succs[1]
		case *ssa.BinOp:
			if ssautil.IsNil(cond.X) || ssautil.IsNil(cond.Y) || !errs[cond.X] && !errs[cond.Y] || cond.Op != token.EQL && cond.Op != token.NEQ {
				return []*ssa.BasicBlock{b}
			}
			b, _ = ssautil.ErrorBranches(branch, cond) // "failed" is where the two differ
		default:
			return []*ssa.BasicBlock{b}
		}
	}
	return []*ssa.BasicBlock{b}
}

// endsIf reports whether a call hands an error to a function of the package
// that does not return if there is one.
func (a *Analysis) endsIf(call *ssa.Call, err ssa.Value) bool {
	fns := a.callees(call)
	i := slices.Index(ssautil.Args(call.Common()), err)
	if len(fns) != 1 || i < 0 || i >= len(fns[0].Params) {
		return false
	}
	for _, ref := range *fns[0].Params[i].Referrers() {
		test, ok := ref.(*ssa.BinOp)
		if !ok || !ssautil.IsNil(test.X) && !ssautil.IsNil(test.Y) {
			continue
		}
		for _, use := range *test.Referrers() {
			if branch, ok := use.(*ssa.If); ok {
				if failed, _ := ssautil.ErrorBranches(branch, test); !a.comesBack(failed) {
					return true
				}
			}
		}
	}
	return false
}

// comesBack reports whether the function returns from b on.
func (a *Analysis) comesBack(b *ssa.BasicBlock) bool {
	for _, x := range b.Parent().Blocks {
		if _, ok := ssautil.Last(x).(*ssa.Return); ok && (x == b || a.graph.AfterBlock(b)[x.Index]) {
			return true
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

// goesOn reports whether control can come from b to the call again, in this
// call of the function or in one that it makes itself.
func (a *Analysis) goesOn(b *ssa.BasicBlock, call *ssa.Call) bool {
	if !ssautil.IsLoopBody(call.Parent()) {
		reached := func(to *ssa.BasicBlock) bool { return b == to || a.graph.AfterBlock(b)[to.Index] }
		return reached(call.Block()) || slices.ContainsFunc(a.again(call.Parent()), func(self ssa.CallInstruction) bool {
			return reached(self.Block())
		})
	}
	for _, x := range call.Parent().Blocks {
		ret, ok := ssautil.Last(x).(*ssa.Return)
		if !ok || x != b && !a.graph.AfterBlock(b)[x.Index] {
			continue
		}
		if k, ok := ret.Results[0].(*ssa.Const); ok && k.Value != nil && constant.BoolVal(k.Value) {
			return true
		}
	}
	return false
}
