package symexec

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// branch takes an if, in both directions if it is not decided. It reports
// whether the state goes on with the next instruction.
func branch(st *State, in *ssa.If, k Continuation) bool {
	cond := st.Top().Get(in.Cond)
	key, negated := "", false
	if cond.About != nil {
		key, negated = cond.About.Key, cond.About.Negated
		decidedAt(st, key, in)
	}
	if b, ok := cond.AsBool(); ok {
		return take(st, in, b, false)
	}
	if b, ok := st.Facts[key]; ok {
		return take(st, in, b != negated, true)
	}
	other := st.Fork()
	if key != "" {
		st.Facts[key], other.Facts[key] = !negated, negated
	}
	if take(other, in, false, true) {
		resume(other, k)
	}
	return take(st, in, true, true)
}

// decidedAt keeps where a test was decided first, best in the source: the head
// of a loop over a list asks whether it is empty, too.
func decidedAt(st *State, key string, in *ssa.If) {
	if key == "" {
		return
	}
	if old := st.Sites[key]; old == nil || !InSource(old) && InSource(in) {
		st.Sites[key] = in
	}
}

// InSource reports whether the source has the condition of an if, which the
// head of a range statement has not.
func InSource(in *ssa.If) bool {
	if in.Cond.Pos().IsValid() {
		return true
	}
	return slices.ContainsFunc(in.Block().Instrs, func(i ssa.Instruction) bool {
		d, ok := i.(*ssa.DebugRef)
		return ok && d.X == in.Cond
	})
}

// take goes to one side of an if, and reports whether the path goes on there.
func take(st *State, in *ssa.If, side, open bool) bool {
	f := st.Top()
	f.Branches = append(f.Branches, Branch{in, st.steps, open})
	succ := f.block.Succs[1]
	if side {
		succ = f.block.Succs[0]
	}
	return (!open || mayBranch(st, succ)) && jump(st, succ)
}

// A branching is an unknown branch in one call, on paths of one group that
// remember the same.
type branching struct {
	group any
	flags string
	from  ssa.Instruction
	to    *ssa.BasicBlock
}

func mayBranch(st *State, to *ssa.BasicBlock) bool {
	b := branching{to: to, flags: flags(st)}
	if h := st.run.hooks.Group; h != nil {
		b.group = h(st)
	}
	if n := len(st.frames); n > 1 {
		b.from = st.frames[n-2].At
	}
	st.run.branched[b]++
	if st.run.branched[b] <= limit.SymexecBranches.Max {
		return true
	}
	st.widened(limit.SymexecBranches)
	return false
}
