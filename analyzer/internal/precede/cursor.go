package precede

import (
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// isRead reports whether a loop around in reads another p each time: it ends
// where a call says so that moves what p is taken from, or fills it. A loop that
// counts, or that goes through a list, may ask the same one again.
func isRead(a *Analysis, p part, in ssa.Instruction) bool {
	if p.root == nil {
		return false
	}
	head := loopHead(a.graph, in)
	if head == nil || counts(head.Block()) {
		return false
	}
	for _, b := range in.Parent().Blocks {
		if !a.graph.SameLoop(b, in.Block()) {
			continue
		}
		for _, x := range b.Instrs {
			call, ok := x.(*ssa.Call)
			if ok && x != in && (moves(a, call, p) || fills(call, p)) && endsBy(a, call) {
				return true
			}
		}
	}
	return false
}

// counts reports whether a loop ends by a number, or with the entries of a map.
func counts(head *ssa.BasicBlock) bool {
	branch, ok := ssautil.Last(head).(*ssa.If)
	if !ok {
		return false
	}
	switch cond := branch.Cond.(type) {
	case *ssa.BinOp:
		return ssautil.IsNumber(cond.X.Type())
	case *ssa.Extract:
		_, ok := cond.Tuple.(*ssa.Next)
		return ok
	}
	return false
}

// moves reports whether a call may be one that moves the cursor p is taken
// from: a method that is told nothing, and says whether there is one more.
func moves(a *Analysis, call *ssa.Call, p part) bool {
	sig, args := call.Call.Signature(), ssautil.Args(&call.Call)
	if sig.Recv() == nil || len(args) == 0 {
		return false
	}
	for v := range sig.Params().Variables() {
		if !ssautil.IsNamed(v.Type(), "context", "Context") {
			return false
		}
	}
	res := sig.Results()
	says := res.Len() == 1 && ssautil.IsBoolType(res.At(0).Type()) || res.Len() > 1
	return says && slices.ContainsFunc(a.origin(args[0], nil), func(of part) bool {
		return of.root == p.root && p.path.HasPrefix(of.path)
	})
}

// fills reports whether a call is given the variable p to put something into,
// of whatever type, as a decoder is.
func fills(call *ssa.Call, p part) bool {
	x, ok := p.root.(*ssa.Alloc)
	if !ok {
		return false
	}
	args := ssautil.Args(&call.Call)
	if call.Call.Signature().Variadic() {
		args = append(args[:len(args)-1:len(args)-1], ssautil.Elements(args[len(args)-1])...)
	}
	return slices.ContainsFunc(args, func(v ssa.Value) bool {
		boxed, ok := v.(*ssa.MakeInterface)
		if !ok || ssautil.Cell(boxed.X) != ssa.Value(x) {
			return false
		}
		any, ok := boxed.Type().Underlying().(*types.Interface)
		return ok && any.Empty()
	})
}

// endsBy reports whether a loop around a call ends by what the call returns.
func endsBy(a *Analysis, call *ssa.Call) bool {
	seen := map[ssa.Value]bool{}
	for work := []ssa.Value{call}; len(work) > 0; work = work[1:] {
		v := work[0]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.If:
				if slices.ContainsFunc(ref.Block().Succs, func(b *ssa.BasicBlock) bool { return !a.leads(b, call.Block()) }) {
					return true
				}
			case *ssa.Extract:
				work = append(work, ref)
			case *ssa.BinOp:
				work = append(work, ref)
			case *ssa.UnOp:
				work = append(work, ref)
			case *ssa.Phi:
				work = append(work, ref)
			case *ssa.Call:
				if fn := ssautil.Callee(&ref.Call); fn != nil && ssautil.PkgPath(fn) == "errors" {
					work = append(work, ref)
				}
			}
		}
	}
	return false
}
