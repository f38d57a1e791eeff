package fix

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// texts returns e as a literal map[string]string{...} that is encoded as JSON
// where it stands, or nil. With values of type any it says the same, and the
// sanitizer takes it.
func (x *wrapper) texts(e ast.Expr) *ast.CompositeLit {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	m, ok := lit.Type.(*ast.MapType)
	if !ok || !isString(x.pass.TypesInfo.TypeOf(m.Key)) || !isString(x.pass.TypesInfo.TypeOf(m.Value)) {
		return nil
	}
	f := x.file(e.Pos())
	if f == nil || !x.isEncoded(f, lit) {
		return nil
	}
	return lit
}

// isEncoded reports whether lit is an argument of a function of encoding/json.
func (x *wrapper) isEncoded(f *ast.File, lit *ast.CompositeLit) bool {
	path, _ := astutil.PathEnclosingInterval(f, lit.Pos(), lit.End())
	for _, n := range path {
		switch n := n.(type) {
		case *ast.CompositeLit, *ast.ParenExpr:
			if n != ast.Node(lit) && ast.Unparen(n.(ast.Expr)) != ast.Expr(lit) {
				return false
			}
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			if !ok {
				return false
			}
			fn, ok := x.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
			return ok && fn.Pkg() != nil && fn.Pkg().Path() == "encoding/json" && (strings.HasPrefix(fn.Name(), "Marshal") || fn.Name() == "Encode")
		default:
			return false
		}
	}
	return false
}

// loosened makes any of the values' type.
func (x *wrapper) loosened(f *ast.File, lit *ast.CompositeLit) analysis.TextEdit {
	m := lit.Type.(*ast.MapType)
	_, value, _ := strings.Cut(x.anyMap(m.Pos()), "]")
	return replace(m.Value.Pos(), m.Value.End(), value)
}
