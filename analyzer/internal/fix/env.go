package fix

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// environment has credentials read from environment variables.
type environment struct{ *imports }

// Getenv puts os.Getenv(name) in the place of the constant text e, after
// scheme, which is how e starts: "Bearer ", or nothing.
//
// A constant that is declared on its own becomes a variable, if nothing in
// the package asks for a constant and no other package can see it; any other
// stays as it is. Then use, if not nil, is where the constant is used, and
// replaced.
func (x *environment) Getenv(e, use ast.Expr, scheme, name string) ([]analysis.TextEdit, bool) {
	f := x.file(e.Pos())
	if f == nil {
		return nil, false
	}
	var edits []analysis.TextEdit
	if decl := constDecl(around(f, e)); decl != nil {
		if !x.canVary(f, decl, e) {
			return x.getenvAt(use, scheme, name)
		}
		edits = append(edits, replace(decl.TokPos, decl.TokPos+token.Pos(len("const")), "var"))
	}
	if lit, ok := x.pass.TypesInfo.Types[e]; !ok || lit.Value == nil || isOperand(around(f, e)) {
		return nil, false
	}
	at, ok := x.getenv(f, e, scheme, name)
	return Sorted(append(edits, at...)), ok
}

// getenvAt is Getenv where a declared constant is used.
func (x *environment) getenvAt(use ast.Expr, scheme, name string) ([]analysis.TextEdit, bool) {
	if use == nil {
		return nil, false
	}
	f := x.file(use.Pos())
	if f == nil || x.pass.TypesInfo.Types[use].Value == nil || constDecl(around(f, use)) != nil {
		return nil, false
	}
	edits, ok := x.getenv(f, use, scheme, name)
	return Sorted(edits), ok
}

func (x *environment) getenv(f *ast.File, e ast.Expr, scheme, name string) ([]analysis.TextEdit, bool) {
	tv := x.pass.TypesInfo.Types[e]
	if tv.Value.Kind() != constant.String || !strings.HasPrefix(constant.StringVal(tv.Value), scheme) || commentIn(f, e.Pos(), e.End()) != nil {
		return nil, false
	}
	pkg, edits, ok := x.Import(e.Pos(), "os")
	gone, ok2 := x.Unimport(e.Pos(), e.End())
	if !ok || !ok2 {
		return nil, false
	}
	text := pkg + ".Getenv(" + strconv.Quote(name) + ")"
	if scheme != "" {
		text = strconv.Quote(scheme) + " + " + text
	}
	if !isString(tv.Type) {
		conv, ok := x.typeExpr(f, tv.Type, e.Pos())
		if !ok {
			return nil, false
		}
		text = conv + "(" + text + ")"
	}
	return append(append(edits, gone...), replace(e.Pos(), e.End(), text)), true
}

// isOperand: a part of a text that is put together is not the text.
func isOperand(path []ast.Node) bool {
	for _, n := range path[min(1, len(path)):] {
		switch n := n.(type) {
		case *ast.ParenExpr:
		case *ast.BinaryExpr:
			return n.Op == token.ADD
		default:
			return false
		}
	}
	return false
}

func isString(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// constDecl returns the declaration of constants that a path leads out of.
func constDecl(path []ast.Node) *ast.GenDecl {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				return n
			}
		case *ast.FuncLit, *ast.FuncDecl:
			return nil
		}
	}
	return nil
}

// canVary reports whether decl, a declaration of constants, may declare a
// variable instead: of one constant that is e, and that is text wherever it
// is used.
func (x *environment) canVary(f *ast.File, decl *ast.GenDecl, e ast.Expr) bool {
	if decl.Lparen.IsValid() || len(decl.Specs) != 1 {
		return false
	}
	spec := decl.Specs[0].(*ast.ValueSpec)
	if len(spec.Names) != 1 || len(spec.Values) != 1 || ast.Unparen(spec.Values[0]) != ast.Unparen(e) {
		return false
	}
	obj := x.pass.TypesInfo.Defs[spec.Names[0]]
	if obj == nil || obj.Exported() && x.pass.Pkg.Name() != "main" || !isString(obj.Type()) || x.usedInTests(f, obj) {
		return false
	}
	for id, o := range x.pass.TypesInfo.Uses {
		if o == obj && !x.mayVary(id) {
			return false
		}
	}
	return true
}

// usedInTests: test files that the driver does not show may ask for a constant.
func (x *environment) usedInTests(f *ast.File, obj types.Object) bool {
	return obj.Parent() == x.pass.Pkg.Scope() && x.mentionedInTests(f, obj.Name())
}

// mayVary reports whether a variable of type string can stand where id, a
// constant, is used.
func (x *environment) mayVary(id *ast.Ident) bool {
	f := x.file(id.Pos())
	if f == nil || !isString(x.pass.TypesInfo.TypeOf(id)) {
		return false
	}
	path := around(f, id)
	for _, n := range path {
		if _, ok := n.(*ast.ArrayType); ok {
			return false
		}
	}
	return constDecl(path) == nil
}
