package engine

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// ArgumentPos is the position of the i-th argument (receiver included) of a
// call in the source; of several variadic ones, the first.
func (a *Analysis) ArgumentPos(call ssa.CallInstruction, i int) token.Pos {
	if e := a.argumentExpr(call, i); e != nil {
		return e.Pos()
	}
	return token.NoPos
}

// ArgumentExpr returns the i-th argument of a call, the receiver counted, as
// it stands in the source; nil if it does not stand there, or is a list of
// variadic arguments.
func (a *Analysis) ArgumentExpr(call ssa.CallInstruction, i int) ast.Expr {
	c, src := call.Common(), a.CallExpr(call)
	if src == nil {
		return nil
	}
	last := len(ssautil.Args(c)) - 1
	if c.Signature().Variadic() && !src.Ellipsis.IsValid() && i == last && len(src.Args) != len(c.Args) {
		return nil
	}
	return a.argumentExpr(call, i)
}

func (a *Analysis) argumentExpr(call ssa.CallInstruction, i int) ast.Expr {
	e := a.CallExpr(call)
	if e == nil {
		return nil
	}
	if c := call.Common(); c.IsInvoke() || c.Signature().Recv() != nil && !ssautil.IsMethodExpr(c, e) {
		i--
	}
	if i < 0 {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return sel.X
		}
		return nil
	}
	if i < len(e.Args) {
		return e.Args[i]
	}
	return nil
}

// CallExpr returns the source of a call.
func (a *Analysis) CallExpr(call ssa.CallInstruction) *ast.CallExpr {
	if a.calls == nil {
		a.calls = map[token.Pos]*ast.CallExpr{}
		for _, f := range a.files {
			ast.Inspect(f, func(n ast.Node) bool {
				if c, ok := n.(*ast.CallExpr); ok {
					a.calls[c.Lparen] = c
				}
				return true
			})
		}
	}
	if c := a.calls[call.Pos()]; c != nil {
		return c
	}
	return a.calls[call.Common().Pos()]
}
