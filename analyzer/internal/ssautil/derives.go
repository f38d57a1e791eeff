package ssautil

import "golang.org/x/tools/go/ssa"

// BranchesOn returns the ifs of fn whose condition is computed from what an
// instruction yields.
func BranchesOn(fn *ssa.Function, at ssa.Instruction) map[*ssa.If]bool {
	v, ok := at.(ssa.Value)
	if !ok {
		return nil
	}
	out := map[*ssa.If]bool{}
	for _, b := range fn.Blocks {
		if in, ok := Last(b).(*ssa.If); ok && DerivesFrom(in.Cond, v) {
			out[in] = true
		}
	}
	return out
}

// DerivesFrom reports whether v is computed from w: from its value, through a
// local variable, or by a branch on it.
func DerivesFrom(v, w ssa.Value) bool {
	d := derivation{from: w, seen: map[ssa.Value]bool{}}
	return d.reaches(v)
}

// A derivation looks for one value behind others.
type derivation struct {
	from ssa.Value
	seen map[ssa.Value]bool
}

func (d derivation) reaches(v ssa.Value) bool {
	if v == d.from {
		return true
	}
	if d.seen[v] {
		return false
	}
	d.seen[v] = true
	switch v := v.(type) {
	case *ssa.Alloc:
		return d.storedIn(v)
	case *ssa.FieldAddr:
		return d.storedThrough(v) || d.reaches(v.X)
	case ssa.Instruction:
		for _, op := range v.Operands(nil) {
			if *op != nil && d.reaches(*op) {
				return true
			}
		}
		if phi, ok := v.(*ssa.Phi); ok { // valid = true in a branch
			return d.decides(phi)
		}
	}
	return false
}

// storedIn looks at what is stored in a variable or in its parts.
func (d derivation) storedIn(v *ssa.Alloc) bool {
	if d.storedThrough(v) {
		return true
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if d.reaches(ref.(ssa.Value)) {
				return true
			}
		}
	}
	return false
}

func (d derivation) storedThrough(addr ssa.Value) bool {
	for _, ref := range *addr.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == addr && d.reaches(s.Val) {
			return true
		}
	}
	return false
}

// decides reports whether the value of a phi depends on a branch on what is
// looked for.
func (d derivation) decides(phi *ssa.Phi) bool {
	idom := phi.Block().Idom()
	for _, p := range phi.Block().Preds {
		for b := p; b != nil && b != idom; b = b.Idom() {
			if d.branchesAt(b) {
				return true
			}
		}
	}
	return idom != nil && d.branchesAt(idom)
}

func (d derivation) branchesAt(b *ssa.BasicBlock) bool {
	in, ok := Last(b).(*ssa.If)
	return ok && d.reaches(in.Cond)
}
