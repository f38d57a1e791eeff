package verify

import (
	"golang.org/x/tools/go/ssa"
)

// blame finds out why a path goes on with a bad verdict: its result is looked
// at nowhere, or an if that looks at it does not leave. Nil if what decided
// cannot be told.
func (st *state) blame() (p *Problem, opened bool) {
	f, at := st.judgedIn()
	if f == nil {
		return nil, false
	}
	looked := branchesOn(f.fn, at)
	if len(looked) == 0 {
		return &Problem{Kind: Ignored, At: at}, false
	}
	var last *ssa.If
	for _, d := range f.ifs {
		switch {
		case d.step < st.judgedAt && f.at != at:
		case looked[d.at]:
			last, opened = d.at, false
		case d.open && last != nil && nested(last, d.at):
			opened = true
		}
	}
	if last == nil {
		return nil, true
	}
	return &Problem{Kind: FallsThrough, At: last}, opened
}

// judgedIn is the innermost frame under way that saw the comparison, and
// where it was in it.
func (st *state) judgedIn() (*frame, ssa.Instruction) {
	for i := len(st.frames) - 1; i >= 0; i-- {
		for _, s := range st.trace {
			if s.frame == st.frames[i].id {
				return st.frames[i], s.at
			}
		}
	}
	return nil, nil
}

// nested reports whether an if stands in a branch of another.
func nested(outer, inner *ssa.If) bool {
	for _, s := range outer.Block().Succs {
		if len(s.Preds) == 1 && s.Dominates(inner.Block()) {
			other := outer.Block().Succs[0]
			if other == s {
				other = outer.Block().Succs[1]
			}
			if !other.Dominates(inner.Block()) && reachesBlock(s, other) {
				return true
			}
		}
	}
	return false
}

// reachesBlock reports whether b can come to c.
func reachesBlock(b, c *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if b == c {
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
	return walk(b)
}

// branchesOn are the ifs of fn that look at what an instruction yields.
func branchesOn(fn *ssa.Function, at ssa.Instruction) map[*ssa.If]bool {
	v, ok := at.(ssa.Value)
	if !ok {
		return nil
	}
	out := map[*ssa.If]bool{}
	for _, b := range fn.Blocks {
		if in, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && derives(in.Cond, v, map[ssa.Value]bool{}) {
			out[in] = true
		}
	}
	return out
}

// derives reports whether v is computed from w.
func derives(v, w ssa.Value, seen map[ssa.Value]bool) bool {
	if v == w {
		return true
	}
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Alloc:
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == v && derives(ref.Val, w, seen) {
					return true
				}
			case *ssa.FieldAddr, *ssa.IndexAddr:
				if derives(ref.(ssa.Value), w, seen) {
					return true
				}
			}
		}
		return false
	case *ssa.FieldAddr:
		for _, ref := range *v.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == v && derives(s.Val, w, seen) {
				return true
			}
		}
		return derives(v.X, w, seen)
	case ssa.Instruction:
		for _, op := range v.Operands(nil) {
			if *op != nil && derives(*op, w, seen) {
				return true
			}
		}
		if phi, ok := v.(*ssa.Phi); ok { // valid = true in a branch
			return decidedBy(phi, w, seen)
		}
	}
	return false
}

// decidedBy reports whether the value of a phi depends on a branch on w.
func decidedBy(phi *ssa.Phi, w ssa.Value, seen map[ssa.Value]bool) bool {
	for _, p := range phi.Block().Preds {
		for b := p; b != nil && b != phi.Block().Idom(); b = b.Idom() {
			if in, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && derives(in.Cond, w, seen) {
				return true
			}
		}
	}
	if d := phi.Block().Idom(); d != nil {
		if in, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If); ok && derives(in.Cond, w, seen) {
			return true
		}
	}
	return false
}
