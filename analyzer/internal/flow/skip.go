package flow

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// skips reports whether fn can return without an error and without having
// acted upon who. A method whose receiver is switched off does nothing, and
// nor do the others of that receiver.
func (o *Order) skips(fn *ssa.Function, who Subject) bool {
	for _, b := range fn.Blocks {
		ret, ok := ssautil.Last(b).(*ssa.Return)
		if !ok || ssautil.ReturnsError(ret) {
			continue
		}
		done := o.barriers(fn, who, before(ret))
		off := o.a.switchedOff(fn, done)
		if !slices.Contains(off, b.Instrs[0]) && o.a.graph.Avoids(nil, before(ret).cfg(), append(done, off...)) {
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
		return slices.ContainsFunc(done, func(in ssa.Instruction) bool { return in.Block() == b || a.graph.AfterBlock(b)[in.Block().Index] })
	}
	asks := func(b *ssa.BasicBlock) bool {
		branch, ok := ssautil.Last(b).(*ssa.If)
		return ok && ofReceiver(branch.Cond, fn.Params[0], 0)
	}
	var out []ssa.Instruction
	for _, b := range fn.Blocks {
		if len(b.Preds) > 0 && !acts(b) && !slices.ContainsFunc(b.Preds, func(p *ssa.BasicBlock) bool { return !asks(p) }) {
			out = append(out, b.Instrs[0])
		}
	}
	return out
}

// ofReceiver reports whether v depends on the receiver alone.
func ofReceiver(v ssa.Value, recv *ssa.Parameter, deep int) bool {
	if v == ssa.Value(recv) {
		return true
	}
	if deep > 4 {
		return false
	}
	switch x := v.(type) {
	case *ssa.UnOp:
		return ofReceiver(x.X, recv, deep+1)
	case *ssa.FieldAddr:
		return ofReceiver(x.X, recv, deep+1)
	case *ssa.Field:
		return ofReceiver(x.X, recv, deep+1)
	case *ssa.BinOp:
		_, left := x.X.(*ssa.Const)
		_, right := x.Y.(*ssa.Const)
		return (left || ofReceiver(x.X, recv, deep+1)) && (right || ofReceiver(x.Y, recv, deep+1)) && !(left && right)
	case *ssa.Call:
		return len(x.Call.Args) == 1 && x.Call.StaticCallee() != nil && ofReceiver(x.Call.Args[0], recv, deep+1)
	}
	return false
}
