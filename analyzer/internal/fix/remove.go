package fix

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// remover leaves entries out.
type remover struct {
	*imports
	purity
}

// An Entry is what writes one key, as it stands in the source.
type Entry struct {
	file *ast.File
	node ast.Node   // *ast.KeyValueExpr, *ast.AssignStmt or *ast.CallExpr
	path []ast.Node // node and what it is in
}

// Entry returns what writes key at pos, which is the colon of an entry of a
// literal, the bracket of an assignment or the parenthesis of a method call.
// It returns nil if what stands there writes something else, or several keys.
func (x *remover) Entry(pos token.Pos, key string) *Entry {
	if !pos.IsValid() {
		return nil
	}
	f := x.file(pos)
	if f == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(f, pos, pos+1)
	for i, n := range path {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if n.Colon == pos && (x.isField(n.Key) || x.spells(n.Key, key)) {
				return &Entry{f, n, path[i:]}
			}
		case *ast.IndexExpr:
			if n.Lbrack == pos && x.spells(n.Index, key) && i+1 < len(path) {
				a, ok := path[i+1].(*ast.AssignStmt)
				if ok && a.Tok == token.ASSIGN && len(a.Lhs) == 1 && a.Lhs[0] == n && len(a.Rhs) == 1 {
					return &Entry{f, a, path[i+1:]}
				}
			}
		case *ast.CallExpr:
			if n.Lparen == pos && len(n.Args) == 2 && x.spells(n.Args[0], key) && x.chains(n) {
				return &Entry{f, n, path[i:]}
			}
		}
	}
	return nil
}

func (x *remover) isField(key ast.Expr) bool {
	id, ok := key.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := x.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && v.IsField()
}

func (x *remover) spells(e ast.Expr, key string) bool {
	v := x.pass.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == key
}

// chains: what the method returns can stand for what it is called on.
func (x *remover) chains(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && types.Identical(x.pass.TypesInfo.TypeOf(sel.X), x.pass.TypesInfo.TypeOf(call))
}

// Literal returns the composite literal that e is an entry of, or nil.
func (e *Entry) Literal() *ast.CompositeLit {
	if _, ok := e.node.(*ast.KeyValueExpr); !ok || len(e.path) < 2 {
		return nil
	}
	lit, _ := e.path[1].(*ast.CompositeLit)
	return lit
}

// Remove leaves out an entry, with the comment behind it. It does not where
// its value may do more than be read, where a variable would be left unused,
// or where other comments would go, too.
func (x *remover) Remove(e *Entry) ([]analysis.TextEdit, bool) {
	edit, gone, ok := x.without(e)
	if !ok || !x.keepsUses(e.file, gone) {
		return nil, false
	}
	imports, ok := x.Unimport(gone.pos, gone.end)
	return Sorted(append(imports, edit)), ok
}

// A span is a part of a file.
type span struct{ pos, end token.Pos }

func (s span) has(pos token.Pos) bool { return s.pos <= pos && pos < s.end }

// without returns the edit that removes e, and the code that goes with it.
func (x *remover) without(e *Entry) (analysis.TextEdit, span, bool) {
	switch n := e.node.(type) {
	case *ast.KeyValueExpr:
		if lit := e.Literal(); lit != nil && x.pure(n.Key) && x.pure(n.Value) {
			edit, ok := x.withoutElement(e.file, lit, n)
			return edit, span{n.Pos(), n.End()}, ok
		}
	case *ast.AssignStmt:
		if x.pure(n.Lhs[0]) && x.pure(n.Rhs[0]) {
			return x.withoutStatement(e.file, n, e.path)
		}
	case *ast.CallExpr:
		return x.withoutCall(e, n)
	}
	return analysis.TextEdit{}, span{}, false
}

// withoutElement removes one element of a literal, and its line if it has
// one to itself.
func (x *remover) withoutElement(f *ast.File, lit *ast.CompositeLit, el ast.Expr) (analysis.TextEdit, bool) {
	i := slices.Index(lit.Elts, el)
	if i < 0 || commentIn(f, el.Pos(), el.End()) != nil {
		return analysis.TextEdit{}, false
	}
	line := x.line(el.End())
	from, next := lit.Lbrace+1, lit.Rbrace
	if i > 0 {
		from = lit.Elts[i-1].End()
	}
	if i+1 < len(lit.Elts) {
		next = lit.Elts[i+1].Pos()
	}
	end := x.afterComment(f, el.End())
	ownComment := end > el.End() && x.line(end) == line && end <= next
	if !ownComment {
		end = el.End()
	}
	switch {
	case len(lit.Elts) == 1:
		return replace(lit.Lbrace+1, lit.Rbrace, ""), commentIn(f, lit.Lbrace, el.Pos()) == nil && commentIn(f, end, lit.Rbrace) == nil
	case x.line(from) < x.line(el.Pos()) && x.line(next) > line:
		if !ownComment {
			end = el.End() + token.Pos(strings.IndexByte(x.source(f, el.End(), next), ',')+1)
		}
		return x.withoutLines(f, el.Pos(), end)
	case i+1 < len(lit.Elts) && (i == 0 || x.line(from) < x.line(el.Pos())):
		return replace(el.Pos(), next, ""), commentIn(f, el.End(), next) == nil
	}
	return replace(from, el.End(), ""), commentIn(f, from, el.Pos()) == nil
}

// withoutStatement removes a statement, and the if around it if that has no
// other purpose.
func (x *remover) withoutStatement(f *ast.File, s ast.Stmt, path []ast.Node) (analysis.TextEdit, span, bool) {
	if len(path) < 4 || commentIn(f, s.Pos(), s.End()) != nil {
		return analysis.TextEdit{}, span{}, false
	}
	switch p := path[1].(type) {
	case *ast.CaseClause, *ast.CommClause:
	case *ast.BlockStmt:
		if cond, ok := path[2].(*ast.IfStmt); ok && len(p.List) == 1 && p == cond.Body && x.onlyGuards(f, cond, s, path[3]) {
			s = cond
		}
	default:
		return analysis.TextEdit{}, span{}, false
	}
	end := x.afterComment(f, s.End())
	if x.line(end) != x.line(s.End()) {
		return analysis.TextEdit{}, span{}, false
	}
	edit, ok := x.withoutLines(f, s.Pos(), end)
	return edit, span{s.Pos(), s.End()}, ok
}

// onlyGuards: an if without else, the condition of which does nothing, and no
// comment in it but the statement's own.
func (x *remover) onlyGuards(f *ast.File, cond *ast.IfStmt, s ast.Stmt, around ast.Node) bool {
	_, isElse := around.(*ast.IfStmt)
	return cond.Init == nil && cond.Else == nil && !isElse && x.pure(cond.Cond) &&
		commentIn(f, cond.Pos(), s.Pos()) == nil && commentIn(f, x.afterComment(f, s.End()), cond.End()) == nil
}

// withoutCall removes a link of a chain, or the statement if that is all.
func (x *remover) withoutCall(e *Entry, call *ast.CallExpr) (analysis.TextEdit, span, bool) {
	none := analysis.TextEdit{}
	sel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	for _, arg := range call.Args {
		if !x.pure(arg) {
			return none, span{}, false
		}
	}
	if x.pure(sel.X) && len(e.path) > 2 {
		switch p := e.path[1].(type) {
		case *ast.ExprStmt:
			return x.withoutStatement(e.file, p, e.path[1:])
		case *ast.AssignStmt:
			if len(p.Lhs) == 1 && p.Tok == token.ASSIGN && types.ExprString(p.Lhs[0]) == types.ExprString(sel.X) {
				return x.withoutStatement(e.file, p, e.path[1:])
			}
		}
	}
	if _, statement := e.path[1].(*ast.ExprStmt); statement {
		if _, ok := ast.Unparen(sel.X).(*ast.CallExpr); !ok {
			return none, span{}, false
		}
	}
	if commentIn(e.file, sel.X.End(), call.End()) != nil {
		return none, span{}, false
	}
	return replace(sel.X.End(), call.End(), ""), span{sel.X.End(), call.End()}, true
}

// keepsUses reports whether each local variable that is used in gone has a
// use elsewhere: the compiler wants one.
func (x *remover) keepsUses(f *ast.File, gone span) bool {
	used, kept := map[types.Object]bool{}, map[types.Object]bool{}
	stores := map[*ast.Ident]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := ast.Unparen(lhs).(*ast.Ident); ok && n.Tok == token.ASSIGN {
					stores[id] = true
				}
			}
		case *ast.Ident:
			v, ok := x.pass.TypesInfo.Uses[n].(*types.Var)
			switch {
			case !ok || v.IsField() || v.Parent() == x.pass.Pkg.Scope() || stores[n]:
			case gone.has(n.Pos()):
				used[v] = true
			default:
				kept[v] = true
			}
		}
		return true
	})
	for v := range used {
		if !kept[v] && !gone.has(v.Pos()) && !x.isParameter(f, v) {
			return false
		}
	}
	return true
}

// isParameter: parameters, results and receivers may go unused.
func (x *remover) isParameter(f *ast.File, v types.Object) bool {
	path, _ := astutil.PathEnclosingInterval(f, v.Pos(), v.Pos()+1)
	for _, n := range path {
		switch n.(type) {
		case *ast.FieldList:
			return true
		case ast.Stmt:
			return false
		}
	}
	return false
}
