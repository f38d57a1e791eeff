package flow

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Calls returns the calls of the package, function by function.
func (a *Analysis) Calls() iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range slices.Concat(a.funcs, a.generics) {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(ssa.CallInstruction); ok && !yield(call) {
						return
					}
				}
			}
		}
	}
}

// Named returns the functions that a call names or, through an interface,
// stands for.
func (a *Analysis) Named(call ssa.CallInstruction) []*types.Func { return a.sinkFuncs(call) }

// Source is the call as it stands in the source, nil if it does not.
func (a *Analysis) Source(in ssa.Instruction) *ast.CallExpr {
	if call, ok := in.(ssa.CallInstruction); ok {
		return a.CallExpr(call)
	}
	return nil
}

// CalledName is the name by which the source calls something: of a function,
// a method, a variable or a field.
func (a *Analysis) CalledName(call ssa.CallInstruction) string {
	src := a.CallExpr(call)
	if src == nil {
		return ""
	}
	switch f := ast.Unparen(src.Fun).(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.IndexExpr: // with a type argument
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name
		}
	}
	return ""
}
