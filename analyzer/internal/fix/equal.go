package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

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
func EqualMAC(pass *analysis.Pass, n ast.Node) []analysis.SuggestedFix {
	file := fileOf(pass, n.Pos())
	if file == nil {
		return nil
	}
	c, ok := comparisonOf(pass, file, n)
	if !ok {
		return nil
	}
	hmac, edits, ok := swapImports(pass, file, "crypto/hmac", "hmac", c.pkg, n.Pos())
	if !ok {
		return nil
	}
	not := ""
	if c.negated {
		not = "!"
	}
	before, between, after := ", ", ", ", ")"
	before = not + hmac + ".Equal("
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
	pkg     string // path of the package whose function is called, if one is
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
	c := comparison{whole: call, x: call.Args[0], y: call.Args[1], pkg: fn.Pkg().Path()}
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
	path, _ := astutil.PathEnclosingInterval(file, c.whole.Pos(), c.whole.End())
	for _, n := range path {
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

// swapImports returns the name of the package path in file at pos, and the
// edits that import it and take out the import of unused, if its one use goes
// away.
func swapImports(pass *analysis.Pass, file *ast.File, path, want, unused string, pos token.Pos) (string, []analysis.TextEdit, bool) {
	name, add := importName(pass, file, path, want, pos)
	drop := onlyUse(pass, file, unused)
	if drop == nil {
		return name, add, true
	}
	del, ok := removal(file, drop)
	if !ok {
		return "", nil, false
	}
	if len(add) == 0 {
		return name, []analysis.TextEdit{del}, true
	}
	// In the place of what goes away, if no order is disturbed; else both.
	if add[0].Pos == drop.End() || add[0].Pos == drop.Pos() || sole(file, drop) {
		text := strings.TrimSpace(strings.TrimPrefix(string(add[0].NewText), "\nimport "))
		return name, []analysis.TextEdit{{Pos: drop.Pos(), End: drop.End(), NewText: []byte(text)}}, true
	}
	if add[0].Pos > del.Pos && add[0].Pos < del.End {
		return "", nil, false
	}
	return name, append(add, del), true
}

// sole reports whether an import is all that its declaration has.
func sole(file *ast.File, spec *ast.ImportSpec) bool {
	d := declOf(file, spec)
	return d != nil && len(d.Specs) == 1
}

func declOf(file *ast.File, spec *ast.ImportSpec) *ast.GenDecl {
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Pos() <= spec.Pos() && spec.End() <= g.End() {
			return g
		}
	}
	return nil
}

// onlyUse is the import of path if file uses it once, and under a name.
func onlyUse(pass *analysis.Pass, file *ast.File, path string) *ast.ImportSpec {
	if path == "" {
		return nil
	}
	uses := 0
	var name *types.PkgName
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if p, ok := pass.TypesInfo.Uses[id].(*types.PkgName); ok && p.Imported().Path() == path {
				uses++
				name = p
			}
		}
		return true
	})
	if uses != 1 {
		return nil
	}
	for _, s := range file.Imports {
		if pass.TypesInfo.PkgNameOf(s) == name {
			return s
		}
	}
	return nil
}

// removal takes out the line of an import.
func removal(file *ast.File, spec *ast.ImportSpec) (analysis.TextEdit, bool) {
	d := declOf(file, spec)
	if d == nil || spec.Doc != nil || spec.Comment != nil {
		return analysis.TextEdit{}, false
	}
	if len(d.Specs) == 1 {
		return analysis.TextEdit{Pos: d.Pos(), End: d.End()}, true
	}
	for i, s := range d.Specs {
		if s != ast.Spec(spec) {
			continue
		}
		if i+1 < len(d.Specs) { // up to the next, whose place it takes
			next := d.Specs[i+1].(*ast.ImportSpec)
			if next.Doc != nil {
				return analysis.TextEdit{}, false
			}
			return analysis.TextEdit{Pos: spec.Pos(), End: next.Pos()}, true
		}
		prev := d.Specs[i-1].(*ast.ImportSpec)
		if prev.Comment != nil {
			return analysis.TextEdit{}, false
		}
		return analysis.TextEdit{Pos: prev.End(), End: spec.End()}, true
	}
	return analysis.TextEdit{}, false
}
