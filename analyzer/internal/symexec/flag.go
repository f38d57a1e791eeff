package symexec

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Paths that look alike may still differ in what they remember: a variable
// ready that one has set, and that an if asks for much later. Such variables
// are flags: phis that are still used, and whose value is a constant truth
// value or text, nil or not nil.

// flags prints the flags of all calls under way.
func flags(st *State) string {
	var b strings.Builder
	for _, f := range st.frames {
		for _, phi := range st.run.liveFlags(f.block) {
			if v := f.regs[phi]; v != nil {
				b.WriteString(flagValue(v))
			}
			b.WriteByte(',')
		}
		b.WriteByte(';')
	}
	return b.String()
}

func flagValue(v *Value) string {
	switch {
	case v.Const != nil && (v.Const.Kind() == constant.Bool || v.Const.Kind() == constant.String):
		return v.Const.ExactString()
	case v.Null == IsNil:
		return "nil"
	case v.Null == NotNil:
		return "set"
	}
	return ""
}

// liveFlags are the phis that may be flags and are used in a block or after
// it.
func (e *Engine) liveFlags(b *ssa.BasicBlock) []*ssa.Phi {
	if live, ok := e.live[b]; ok {
		return live
	}
	var live []*ssa.Phi
	for _, other := range b.Parent().Blocks {
		for _, in := range other.Instrs {
			phi, ok := in.(*ssa.Phi)
			if !ok {
				break
			}
			if isFlag(phi) && isUsedFrom(phi, b) {
				live = append(live, phi)
			}
		}
	}
	e.live[b] = live
	return live
}

func isFlag(phi *ssa.Phi) bool {
	t := phi.Type()
	return ssautil.IsBoolType(t) || ssautil.IsStringType(t) || refersToMemory(t)
}

func isUsedFrom(phi *ssa.Phi, b *ssa.BasicBlock) bool {
	for _, ref := range *phi.Referrers() {
		if _, debug := ref.(*ssa.DebugRef); !debug && ssautil.BlockReaches(b, ref.Block()) {
			return true
		}
	}
	return false
}
