package precede

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// skips reports whether fn can return without an error and without an
// operation on s. A method whose receiver is switched off does nothing, and
// nor do the others of that receiver.
func (o *Order) skips(fn *ssa.Function, s Subject) bool {
	for _, b := range fn.Blocks {
		ret, ok := ssautil.Last(b).(*ssa.Return)
		if !ok || ssautil.ReturnsError(ret) {
			continue
		}
		done := o.barriers(fn, s, before(ret))
		off := o.a.switchedOff(fn, done)
		if !slices.Contains(off, b.Instrs[0]) && o.a.graph.Avoids(nil, ssautil.Before(ret), append(done, off...)) {
			return true
		}
	}
	return false
}

// switchedOff returns where a method is when its receiver's state, and nothing
// else, has kept it from doing what it does.
func (a *Analysis) switchedOff(fn *ssa.Function, done []ssa.Instruction) []ssa.Instruction {
	if fn.Signature.Recv() == nil || len(fn.Params) == 0 {
		return nil
	}
	acts := func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(done, func(in ssa.Instruction) bool { return a.leads(b, in.Block()) })
	}
	asks := func(b *ssa.BasicBlock) bool {
		branch, ok := ssautil.Last(b).(*ssa.If)
		return ok && readsOnly(branch.Cond, fn.Params[0])
	}
	var out []ssa.Instruction
	for _, b := range fn.Blocks {
		if len(b.Preds) > 0 && !acts(b) && !slices.ContainsFunc(b.Preds, func(p *ssa.BasicBlock) bool { return !asks(p) }) {
			out = append(out, b.Instrs[0])
		}
	}
	return out
}

// readsOnly reports whether v is computed from the receiver and constants
// alone.
func readsOnly(v ssa.Value, recv *ssa.Parameter) bool {
	found := false
	seen := map[ssa.Value]bool{}
	for work := []ssa.Value{v}; len(work) > 0; {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[x] {
			continue
		}
		seen[x] = true
		switch x := x.(type) {
		case *ssa.Parameter:
			if x != recv {
				return false
			}
			found = true
		case *ssa.UnOp:
			work = append(work, x.X)
		case *ssa.FieldAddr:
			work = append(work, x.X)
		case *ssa.Field:
			work = append(work, x.X)
		case *ssa.BinOp:
			for _, operand := range []ssa.Value{x.X, x.Y} {
				if _, constant := operand.(*ssa.Const); !constant {
					work = append(work, operand)
				}
			}
		case *ssa.Call:
			if len(x.Call.Args) != 1 || x.Call.StaticCallee() == nil {
				return false
			}
			work = append(work, x.Call.Args[0])
		default:
			return false
		}
	}
	return found
}
