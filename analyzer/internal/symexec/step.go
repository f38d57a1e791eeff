package symexec

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A Continuation is what happens after a call on each path that returns from
// it. Paths are followed depth first: a continuation that returns has
// followed its path to the end.
type Continuation func(*State, *Value)

// Enter calls a function. Arguments that are missing come from outside.
func (st *State) Enter(fn *ssa.Function, args, binds []*Value, k Continuation) {
	if l := refusal(st, fn); l != nil || fn.Blocks == nil {
		if l != nil {
			st.widened(l, append(append([]*Value(nil), args...), binds...)...)
		}
		k(st, Join(nil, st.Fresh(fn.Name()), args...).With(Unknown))
		return
	}
	r := st.run
	r.entered[fn] = true
	r.ids++
	f := &Frame{ID: r.ids, Fn: fn, regs: map[ssa.Value]*Value{}, block: fn.Blocks[0], loops: map[*ssa.BasicBlock]loop{}}
	for i, p := range fn.Params {
		if i < len(args) {
			f.regs[p] = args[i]
		} else {
			f.regs[p] = st.External(st.Fresh(p.Name()), p.Type())
		}
	}
	for i, v := range fn.FreeVars {
		if i < len(binds) {
			f.regs[v] = binds[i]
		} else {
			name := OutsideName(fn, v.Name())
			f.regs[v] = &Value{Name: name, Addr: name}
		}
	}
	st.frames = append(st.frames, f)
	resume(st, k)
}

// OutsideName is the name of what a function gets from outside.
func OutsideName(fn *ssa.Function, name string) string { return fn.String() + ":" + name }

// refusal is the limit that keeps a function from being entered once more, or
// nil.
func refusal(st *State, fn *ssa.Function) *limit.Limit {
	if len(st.frames) >= limit.SymexecDepth.Max {
		return limit.SymexecDepth
	}
	n := 0
	for _, f := range st.frames {
		if f.Fn == fn {
			n++
		}
	}
	if n >= limit.SymexecRecursion.Max {
		return limit.SymexecRecursion
	}
	return nil
}

// resume runs the innermost frame from where it stands.
func resume(st *State, k Continuation) {
	for {
		f := st.Top()
		if f.next >= len(f.block.Instrs) || !spend(st) {
			return
		}
		in := f.block.Instrs[f.next]
		f.next++
		if !execute(st, f, in, k) {
			return
		}
	}
}

// spend counts a step, and reports whether the path may take it.
func spend(st *State) bool {
	r := st.run
	settled := 0
	if h := r.hooks.Settled; h != nil && h(st) {
		settled = 1
	}
	r.steps[settled]++
	r.total++
	st.steps++
	switch {
	case r.steps[settled] > limit.SymexecSteps.Max:
		st.widened(limit.SymexecSteps)
	case r.total > limit.SymexecPackageSteps.Max:
		st.widened(limit.SymexecPackageSteps)
	default:
		return true
	}
	return false
}

// execute executes an instruction, and reports whether the frame goes on with
// the next one: if not, the path has ended or a continuation has followed it.
func execute(st *State, f *Frame, in ssa.Instruction, k Continuation) bool {
	switch in := in.(type) {
	case *ssa.If:
		return branch(st, in, k)
	case *ssa.Jump:
		return jump(st, f.block.Succs[0])
	case *ssa.Return:
		leave(st, in, k)
		return false
	case *ssa.Panic:
		return false
	case *ssa.RunDefers:
		runDefers(st, k)
		return false
	case *ssa.Defer:
		f.defers = append(f.defers, in)
	case *ssa.Go:
		f.At = in
		call(st, in, func(st *State, _ *Value) { resume(st, k) })
		return false
	case *ssa.Call:
		f.At = in
		call(st, in, resumeWith(st, in, k))
		return false
	case *ssa.BinOp:
		if compare(st, f, in, k) {
			return false
		}
		f.regs[in] = binop(st, in)
	default:
		simple(st, f, in)
	}
	return true
}

// compare lets the user of the engine split the path by a comparison.
func compare(st *State, f *Frame, in *ssa.BinOp, k Continuation) bool {
	h := st.run.hooks.Compare
	if h == nil || in.Op != token.EQL && in.Op != token.NEQ {
		return false
	}
	at := f.At
	f.At = in
	if h(st, in, f.Get(in.X), f.Get(in.Y), resumeWith(st, in, k)) {
		return true
	}
	f.At = at
	return false
}

// resumeWith continues with the value of an instruction.
func resumeWith(st *State, in ssa.Value, k Continuation) Continuation {
	return func(st *State, v *Value) {
		st.Top().regs[in] = v
		resume(st, k)
	}
}

// simple executes an instruction that neither branches nor calls.
func simple(st *State, f *Frame, in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Store:
		store(st, in)
	case *ssa.MapUpdate:
		mapUpdate(st, in)
	case *ssa.Send:
		send(st, in, f.Get(in.Chan), f.Get(in.X))
	case *ssa.Phi: // got its value with the edge
	case ssa.Value:
		f.regs[in] = evaluate(st, f, in)
	}
}

// leave returns from the innermost frame.
func leave(st *State, in *ssa.Return, k Continuation) {
	f := st.Top()
	var res *Value
	switch len(in.Results) {
	case 0:
		res = &Value{}
	case 1:
		res = f.Get(in.Results[0])
	default:
		res = &Value{Elems: make([]*Value, len(in.Results))}
		for i, r := range in.Results {
			res.Elems[i] = f.Get(r)
		}
	}
	st.frames = st.frames[:len(st.frames)-1]
	if h := st.run.hooks.Returned; h != nil {
		h(st, f, res)
	}
	k(st, res)
}

// runDefers calls what was deferred, the last first.
func runDefers(st *State, k Continuation) {
	f := st.Top()
	if len(f.defers) == 0 {
		resume(st, k)
		return
	}
	d := f.defers[len(f.defers)-1]
	f.defers = f.defers[:len(f.defers)-1]
	f.At = d
	call(st, d, func(st *State, _ *Value) { runDefers(st, k) })
}
