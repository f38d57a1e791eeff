package ssautil

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// FunctionsUsed returns the functions that a function calls or takes as values,
// also behind wrappers (method values, method expressions) and instances.
func FunctionsUsed(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			for _, op := range in.Operands(nil) {
				if used, ok := (*op).(*ssa.Function); ok {
					out = append(out, used)
					out = append(out, behindWrapper(used)...)
				}
			}
		}
	}
	return out
}

func behindWrapper(fn *ssa.Function) []*ssa.Function {
	if o := fn.Origin(); o != nil {
		return []*ssa.Function{o}
	}
	if fn.Synthetic == "" {
		return nil
	}
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok {
				if used := call.Common().StaticCallee(); used != nil {
					out = append(out, used)
				}
			}
		}
	}
	return out
}

// InstructionKey tells instructions of a program apart; keys sort in the order
// of the source.
func InstructionKey(in ssa.Instruction) string {
	b := in.Block()
	return fmt.Sprintf("%09d %s %d %d", in.Pos(), in.Parent(), b.Index, slices.Index(b.Instrs, in))
}

// IsUnusedResult reports whether nothing but debug information looks at what
// an instruction yields.
func IsUnusedResult(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		if _, debug := ref.(*ssa.DebugRef); !debug {
			return false
		}
	}
	return true
}
