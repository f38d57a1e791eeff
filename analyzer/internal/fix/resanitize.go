package fix

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Resanitize passes a field of a local variable through the given function of
// runtime/sanitize, in a statement before the one in which call passes arg:
// the variable, or its address. fields lead from the variable to the field.
func (x *wrapper) Resanitize(call *ast.CallExpr, arg ast.Expr, fields []string, function string) ([]analysis.TextEdit, bool) {
	f := x.file(call.Pos())
	v := variableOf(arg)
	if f == nil || v == nil || len(fields) == 0 {
		return nil, false
	}
	t := fieldType(x.pass.TypesInfo.TypeOf(v), fields)
	if t == nil || !types.AssignableTo(t, attributes) || !types.AssignableTo(attributes, t) {
		return nil, false
	}
	stmt := statement(f, call)
	obj, ok := x.pass.TypesInfo.Uses[v].(*types.Var)
	if stmt == nil || !ok || obj.IsField() || obj.Pos() >= stmt.Pos() && obj.Parent() != x.pass.Pkg.Scope() {
		return nil, false
	}
	name, edits, ok := x.Import(stmt.Pos(), sanitizePath)
	indent, own := x.indent(f, stmt)
	if !ok || !own {
		return nil, false
	}
	field := v.Name + "." + strings.Join(fields, ".")
	return Sorted(append(edits, insert(stmt.Pos(), field+" = "+name+"."+function+"("+field+")\n"+indent))), true
}

// variableOf returns the variable in v, &v or (v).
func variableOf(e ast.Expr) *ast.Ident {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	id, _ := e.(*ast.Ident)
	return id
}

// fieldType follows fields, through one pointer at the start: a pointer
// further in may be nil.
func fieldType(t types.Type, fields []string) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	for _, name := range fields {
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		t = nil
		for f := range s.Fields() {
			if f.Name() == name && f.Exported() {
				t = f.Type()
			}
		}
		if t == nil {
			return nil
		}
	}
	return t
}

// statement returns the statement of a block that certainly executes call,
// first of all and once; nil if there is none.
func statement(f *ast.File, call *ast.CallExpr) ast.Stmt {
	path := around(f, call)
	for i, n := range path {
		if i == 0 {
			continue
		}
		child := path[i-1]
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl, *ast.GoStmt, *ast.DeferStmt, *ast.LabeledStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SelectStmt:
			return nil
		case *ast.BinaryExpr:
			if child != n.X { // && and || may skip it
				return nil
			}
		case *ast.IfStmt:
			if child != n.Init && child != n.Cond || n.Init != nil && child == n.Cond {
				return nil
			}
			if j := i + 1; j < len(path) {
				if _, ok := path[j].(*ast.IfStmt); ok {
					return nil // else if
				}
			}
		case *ast.SwitchStmt:
			if child != n.Init && child != n.Tag || n.Init != nil && child == n.Tag {
				return nil
			}
		case *ast.CommClause:
			if child == n.Comm {
				return nil
			}
			return child.(ast.Stmt)
		case *ast.BlockStmt, *ast.CaseClause:
			stmt, _ := child.(ast.Stmt)
			return stmt
		}
	}
	return nil
}
