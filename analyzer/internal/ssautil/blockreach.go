package ssautil

import "golang.org/x/tools/go/ssa"

// BlockReaches reports whether control flow can come from one block to
// another; a block reaches itself.
func BlockReaches(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, s := range b.Succs {
			if walk(s) {
				return true
			}
		}
		return false
	}
	return walk(from)
}

// NestedInBranch reports whether an if stands in one branch of another, which
// comes back to the other branch.
func NestedInBranch(outer, inner *ssa.If) bool {
	succs := outer.Block().Succs
	for i, s := range succs {
		other := succs[1-i]
		if len(s.Preds) == 1 && s.Dominates(inner.Block()) && !other.Dominates(inner.Block()) && BlockReaches(s, other) {
			return true
		}
	}
	return false
}

// FirstReturn is the first return of a function in the order of its blocks;
// nil if it has none.
func FirstReturn(fn *ssa.Function) ssa.Instruction {
	if fn == nil {
		return nil
	}
	for _, b := range fn.Blocks {
		if r, ok := Last(b).(*ssa.Return); ok {
			return r
		}
	}
	return nil
}
