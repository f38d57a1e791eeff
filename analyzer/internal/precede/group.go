package precede

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// cancelsOthers reports whether op is done by one of many goroutines of an
// errgroup that cancels the context of all of them at its first error.
func (a *Analysis) cancelsOthers(op Operation) bool {
	fn := op.fn()
	if fn.Parent() == nil || !returnsErrorOf(op.At) {
		return false
	}
	for _, in := range ssautil.Mentions(fn) {
		mk, ok := in.(*ssa.MakeClosure)
		if !ok {
			continue
		}
		for _, ref := range *mk.Referrers() {
			if call, ok := ref.(*ssa.Call); ok && startsInGroup(call) && a.isRepeated(Operation{At: call, Subject: op.Subject}) && sharesContext(call, mk) {
				return true
			}
		}
	}
	return false
}

// returnsErrorOf reports whether a function literal returns the error of in.
func returnsErrorOf(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	for err := range ssautil.ErrorsOf(call) {
		for v := range ssautil.Dependents(err) {
			if slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool { _, ok := ref.(*ssa.Return); return ok }) {
				return true
			}
		}
	}
	return false
}

const errgroup = "golang.org/x/sync/errgroup"

func startsInGroup(call *ssa.Call) bool {
	fn := ssautil.Callee(call.Common())
	return fn != nil && strings.HasSuffix(ssautil.PkgPath(fn), errgroup) && (fn.Name() == "Go" || fn.Name() == "TryGo")
}

// sharesContext reports whether the group of a call was made with a context
// that the function literal mk uses.
func sharesContext(call *ssa.Call, mk ssa.Value) bool {
	for _, b := range call.Parent().Blocks {
		for _, in := range b.Instrs {
			made, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			fn := ssautil.Callee(made.Common())
			if fn == nil || !strings.HasSuffix(ssautil.PkgPath(fn), errgroup) || fn.Name() != "WithContext" {
				continue
			}
			ctx := ssautil.Result(made, 1, 2)
			if ctx != nil && ssautil.Dependents(ctx)[mk] && ssautil.Dependents(ssautil.Result(made, 0, 2))[call.Call.Args[0]] {
				return true
			}
		}
	}
	return false
}
