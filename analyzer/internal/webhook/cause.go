package webhook

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// causeOf finds out why a path goes on with a bad verdict: its result is
// looked at nowhere, or not yet, or an if that looks at it does not leave. Nil
// if what decided cannot be told; undecided says that something unknown decided
// after it.
func causeOf(st *state, effect ssa.Instruction) (cause *Problem, undecided bool) {
	f, at := comparedIn(st)
	if f == nil {
		return nil, false
	}
	looking := ssautil.BranchesOn(f.Fn, at)
	call, _ := at.(*ssa.Call)
	maps.DeleteFunc(looking, func(b *ssa.If, _ bool) bool {
		return call != nil && !looksAtVerdict(b.Cond, call) && callsSomething(b.Cond, call, map[ssa.Value]bool{})
	})
	if len(looking) == 0 {
		return &Problem{Kind: Ignored, At: at}, false
	}
	var last *ssa.If
	for _, b := range f.Branches {
		switch {
		case b.Step < pathOf(st).comparedAt && f.At != at:
		case looking[b.At]:
			last, undecided = b.At, false
		case b.Open && last != nil && ssautil.NestedInBranch(last, b.At):
			undecided = true
		}
	}
	switch {
	case last == nil && decidedOpenly(st, f):
		return nil, true
	case last == nil:
		return &Problem{Kind: Before, At: effect}, false
	case call != nil && !looksAtVerdict(last.Cond, call):
		return nil, true // what comes beside the verdict may tell it
	}
	return &Problem{Kind: FallsThrough, At: last}, undecided
}

// looksAtVerdict reports whether a condition that derives from a call looks at
// the verdict among its results.
func looksAtVerdict(cond ssa.Value, call *ssa.Call) bool {
	if _, ok := call.Type().(*types.Tuple); !ok {
		return true
	}
	for _, ref := range *call.Referrers() {
		x, ok := ref.(*ssa.Extract)
		if ok && (ssautil.IsErrorType(x.Type()) || ssautil.IsBoolType(x.Type())) && ssautil.DerivesFrom(cond, x) {
			return true
		}
	}
	return false
}

// callsSomething reports whether a value is computed by a call, other than the
// one given and those of builtin functions.
func callsSomething(v ssa.Value, but *ssa.Call, seen map[ssa.Value]bool) bool {
	if seen[v] || v == but {
		return false
	}
	seen[v] = true
	if call, ok := v.(*ssa.Call); ok {
		if _, builtin := call.Call.Value.(*ssa.Builtin); !builtin {
			return true
		}
	}
	in, ok := v.(ssa.Instruction)
	return ok && slices.ContainsFunc(in.Operands(nil), func(op *ssa.Value) bool { return *op != nil && callsSomething(*op, but, seen) })
}

// decidedOpenly reports whether something unknown decided since the comparison,
// in a call or in those that it makes.
func decidedOpenly(st *state, in *symexec.Frame) bool {
	since := pathOf(st).comparedAt
	for _, f := range st.Frames() {
		if f.ID >= in.ID && slices.ContainsFunc(f.Branches, func(b symexec.Branch) bool { return b.Open && b.Step >= since }) {
			return true
		}
	}
	return false
}

// comparedIn is the innermost call under way that saw the comparison, and
// where it was in it.
func comparedIn(st *state) (*symexec.Frame, ssa.Instruction) {
	frames := st.Frames()
	for i := len(frames) - 1; i >= 0; i-- {
		for _, t := range pathOf(st).trace {
			if t.frame == frames[i].ID {
				return frames[i], t.at
			}
		}
	}
	return nil, nil
}
