package symexec

import (
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// rounds is how often a call came to a block.
type rounds struct {
	all  int
	open int // by a branch that something unknown decided
}

// jump goes on in block b, and reports whether the path does; open says that
// something unknown decided so.
func (st *State) jump(b *ssa.BasicBlock, open bool) bool {
	f := st.Top()
	r := f.rounds[b]
	r.all++
	if open {
		r.open++
	}
	f.rounds[b] = r
	switch {
	case r.all > limit.SymexecKnownRounds.Max:
		return false
	case r.open > limit.SymexecRounds.Max:
		return false
	}
	f.goTo(b)
	return true
}
