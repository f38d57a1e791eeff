package precede

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// SurelyBefore reports whether, whenever op is done, the order's operation was
// done to the same one before and did not fail: what follows a failure that
// nobody looks at, or that is only logged, does not count. See [Order.Before].
func (o *Order) SurelyBefore(op Operation) bool {
	strict := *o
	strict.strict = true
	return strict.Before(op)
}

// reliable returns the operations after which control comes to p only if they
// succeeded. One may be made good by another.
func (o *Order) reliable(ops []Operation, p point) []Operation {
	for {
		var good []Operation
		for _, op := range ops {
			if !op.silent && !o.a.survivesFailure(op.At, ops, p, false) {
				good = append(good, op)
			}
		}
		if len(good) == len(ops) {
			return good
		}
		ops = good
	}
}

// hidesFailure reports whether the function around op may return as if all
// were well although op failed.
func (a *Analysis) hidesFailure(op Operation) bool {
	for v := range op.fn().Signature.Results().Variables() {
		if ssautil.IsBoolType(v.Type()) {
			return false // it may tell by that
		}
	}
	return op.silent || a.survivesFailure(op.At, nil, exitOf(op.fn()), true)
}

// survivesFailure reports whether control can come from in, a call that
// failed, to p, and nothing on the way depends on that but what tells of it.
// The other operations are as good. If mute is set, p is a return without an
// error.
func (a *Analysis) survivesFailure(in ssa.Instruction, others []Operation, p point, mute bool) bool {
	for _, call := range outcomes(in) {
		f := &failure{a: a, p: p, mute: mute, depends: map[ssa.Value]bool{}, seen: map[*ssa.BasicBlock]bool{}}
		f.armed = p.deferred == nil || a.graph.Reaches(p.deferred, ssautil.Before(call))
		for _, x := range others {
			f.others = append(f.others, x.At)
		}
		known := false
		for err := range ssautil.ErrorsOf(call) {
			known = true
			for v := range ssautil.Dependents(err) {
				f.depends[v] = true
			}
		}
		if (known || ssautil.CanFail(call)) && f.reaches(call.Block(), a.graph.Index(call)+1) {
			return true
		}
	}
	return false
}

// outcomes returns the calls whose failure is that of in: of a request that is
// made, the calls that send it.
func outcomes(in ssa.Instruction) []*ssa.Call {
	call, ok := in.(*ssa.Call)
	if !ok {
		return nil
	}
	fn := ssautil.Callee(call.Common())
	if fn == nil || !strings.HasPrefix(fn.FullName(), "net/http.NewRequest") {
		return []*ssa.Call{call}
	}
	var out []*ssa.Call
	for v := range ssautil.Dependents(call) {
		if send, ok := v.(*ssa.Call); ok && send != call && ssautil.CanFail(send) && takesRequest(send) {
			out = append(out, send)
		}
	}
	return out
}

func takesRequest(call *ssa.Call) bool {
	return slices.ContainsFunc(ssautil.Args(call.Common()), func(v ssa.Value) bool { return ssautil.IsNamed(ssautil.Deref(v.Type()), "net/http", "Request") })
}

// A failure walks the control-flow graph as it is run after a call failed.
type failure struct {
	a       *Analysis
	p       point
	mute    bool
	armed   bool // the deferred call, if the point is one, is due
	others  []ssa.Instruction
	depends map[ssa.Value]bool // on the error
	seen    map[*ssa.BasicBlock]bool
}

// reaches reports whether control comes from instruction i of b to the point.
func (f *failure) reaches(b *ssa.BasicBlock, i int) bool {
	for ; i < len(b.Instrs); i++ {
		in := b.Instrs[i]
		if f.p.In != nil && in == f.p.In || f.p.deferred != nil && in == ssa.Instruction(f.p.deferred) {
			return true
		}
		if slices.Contains(f.others, in) || f.handles(in) {
			return false
		}
		if ret, ok := in.(*ssa.Return); ok && f.p.In == nil {
			return f.armed && (!f.mute || !ssautil.ReturnsError(ret) && !f.any(ret.Results))
		}
	}
	for _, next := range f.next(b) {
		if !f.seen[next] {
			f.seen[next] = true
			if f.reaches(next, 0) {
				return true
			}
		}
	}
	return false
}

// next returns the blocks that follow b, given the failure.
func (f *failure) next(b *ssa.BasicBlock) []*ssa.BasicBlock {
	branch, ok := ssautil.Last(b).(*ssa.If)
	if !ok {
		return b.Succs
	}
	if failed := f.ifFailed(branch); failed != nil {
		return []*ssa.BasicBlock{failed}
	}
	return b.Succs
}

// ifFailed is where a branch that asks for an error goes if there is one.
func (f *failure) ifFailed(branch *ssa.If) *ssa.BasicBlock {
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok || !comparesWithNil(test) || !f.depends[test.X] && !f.depends[test.Y] {
		return nil
	}
	failed, _ := ssautil.ErrorBranches(branch, test)
	return failed
}

func comparesWithNil(test *ssa.BinOp) bool { return ssautil.IsNil(test.X) || ssautil.IsNil(test.Y) }

// handles reports whether an instruction does something about the failure: it
// decides by it, or hands it to somebody who may.
func (f *failure) handles(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.If:
		return f.depends[in.Cond] && f.ifFailed(in) == nil
	case *ssa.Call:
		if b, ok := in.Call.Value.(*ssa.Builtin); ok && b.Name() == "delete" {
			return true
		}
		if res := in.Call.Signature().Results(); res.Len() > 0 && len(*in.Referrers()) > 0 {
			return false // its results count
		}
		return f.any(in.Call.Args) && !onlyReports(&in.Call)
	case *ssa.Store:
		_, local := ssautil.Cell(in.Addr).(*ssa.Alloc)
		return f.depends[in.Val] && !local
	case *ssa.Send:
		return f.depends[in.X]
	case *ssa.MapUpdate: // a note about somebody
		_, constant := in.Key.(*ssa.Const)
		return !constant || f.depends[in.Value]
	}
	return false
}

func (f *failure) any(vs []ssa.Value) bool {
	return slices.ContainsFunc(vs, func(v ssa.Value) bool { return f.depends[v] })
}
