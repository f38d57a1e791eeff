package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// comparer has MACs compared in constant time.
type comparer struct{ *imports }

// EqualMAC returns the fix that compares two texts with hmac.Equal instead of
// with an operator or a function that stops at the first difference, or nil
// if n is no comparison that it knows how to write anew:
//
//	a == b, a != b                               strings
//	bytes.Equal(a, b), slices.Equal(a, b)        bytes
//	reflect.DeepEqual(a, b)                      strings or bytes
//	strings.Compare(a, b) == 0, bytes.Compare    and with !=
//
// It imports crypto/hmac if need be, and takes out an import that nothing
// uses any more.
func (x *comparer) EqualMAC(n ast.Node) []analysis.SuggestedFix {
	file := x.file(n.Pos())
	if file == nil {
		return nil
	}
	c, ok := comparisonOf(x.pass, file, n)
	if !ok {
		return nil
	}
	hmac, edits, ok := x.swapImport("crypto/hmac", c.whole.Pos(), c.x.Pos())
	if !ok {
		return nil
	}
	not := ""
	if c.negated {
		not = "!"
	}
	before, between, after := not+hmac+".Equal(", ", ", ")"
	if c.strings {
		before, between, after = before+"[]byte(", "), []byte(", "))"
	}
	edits = append(edits,
		analysis.TextEdit{Pos: c.whole.Pos(), End: c.x.Pos(), NewText: []byte(before)},
		analysis.TextEdit{Pos: c.x.End(), End: c.y.Pos(), NewText: []byte(between)},
		analysis.TextEdit{Pos: c.y.End(), End: c.whole.End(), NewText: []byte(after)},
	)
	return []analysis.SuggestedFix{{Message: "Compare with hmac.Equal", TextEdits: edits}}
}

// A comparison is what a fix writes anew.
type comparison struct {
	whole   ast.Expr
	x, y    ast.Expr
	negated bool
	strings bool
}

func comparisonOf(pass *analysis.Pass, file *ast.File, n ast.Node) (comparison, bool) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		ok := (n.Op == token.EQL || n.Op == token.NEQ) && isType(pass, n.X, types.Typ[types.String]) && isType(pass, n.Y, types.Typ[types.String])
		return comparison{whole: n, x: n.X, y: n.Y, negated: n.Op == token.NEQ, strings: true}, ok
	case *ast.CallExpr:
		return callOf(pass, file, n)
	}
	return comparison{}, false
}

func callOf(pass *analysis.Pass, file *ast.File, call *ast.CallExpr) (comparison, bool) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 2 || call.Ellipsis.IsValid() {
		return comparison{}, false
	}
	fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil {
		return comparison{}, false
	}
	c := comparison{whole: call, x: call.Args[0], y: call.Args[1]}
	switch {
	case c.both(pass, types.NewSlice(types.Typ[types.Byte])):
	case c.both(pass, types.Typ[types.String]):
		c.strings = true
	default:
		return comparison{}, false
	}
	switch fn.FullName() {
	case "bytes.Equal", "slices.Equal", "reflect.DeepEqual":
		return c, true
	case "bytes.Compare", "strings.Compare", "slices.Compare", "cmp.Compare":
		return comparedWithZero(file, c)
	}
	return comparison{}, false
}

func (c comparison) both(pass *analysis.Pass, t types.Type) bool {
	return isType(pass, c.x, t) && isType(pass, c.y, t)
}

func isType(pass *analysis.Pass, e ast.Expr, t types.Type) bool {
	got := pass.TypesInfo.TypeOf(e)
	return got != nil && types.Identical(got, t)
}

// comparedWithZero widens a call of Compare to the comparison of its result
// with zero.
func comparedWithZero(file *ast.File, c comparison) (comparison, bool) {
	around, _ := astutil.PathEnclosingInterval(file, c.whole.Pos(), c.whole.End())
	for _, n := range around {
		b, ok := n.(*ast.BinaryExpr)
		if !ok {
			if e, isExpr := n.(ast.Expr); isExpr && ast.Unparen(e) == c.whole {
				continue
			}
			return c, false
		}
		zero, isLit := ast.Unparen(b.Y).(*ast.BasicLit)
		if ast.Unparen(b.X) != c.whole || !isLit || zero.Value != "0" || b.Op != token.EQL && b.Op != token.NEQ {
			return c, false
		}
		c.whole, c.negated = b, b.Op == token.NEQ
		return c, true
	}
	return c, false
}
