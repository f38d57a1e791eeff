package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// sanitizePath is the import path of the runtime's sanitizer; the linter
// names it and does not import it.
const sanitizePath = "github.com/ciolint/ciolint/runtime/sanitize"

// attributes is what the sanitizer takes and returns: map[string]any.
var attributes = types.NewMap(types.Typ[types.String], types.NewInterfaceType(nil, nil))

// wrapper passes payloads through the sanitizer.
type wrapper struct{ *imports }

// Wrap passes e through the given function of runtime/sanitize. It can be
// done if e is a map[string]any under whatever name, and what the sanitizer
// returns can stand in its place; where that asks for e's own type, it is
// converted back.
func (x *wrapper) Wrap(e ast.Expr, function string) ([]analysis.TextEdit, bool) {
	f := x.file(e.Pos())
	if f == nil || !x.Sanitizable(e) {
		return nil, false
	}
	t := x.pass.TypesInfo.TypeOf(e)
	name, edits, ok := x.Import(e.Pos(), sanitizePath)
	if !ok {
		return nil, false
	}
	open, end := name+"."+function+"(", ")"
	if texts := x.texts(e); texts != nil {
		edits = append(edits, x.loosened(f, texts))
	} else if x.needsType(f, e, t) {
		conv, ok := x.typeExpr(f, t, e.Pos())
		if !ok {
			return nil, false
		}
		open, end = conv+"("+open, "))"
	}
	if lit, ok := e.(*ast.CompositeLit); ok && lit.Type == nil {
		open += x.anyMap(e.Pos())
	}
	return Sorted(append(edits, x.enclose(f, e, open, end)...)), true
}

// Sanitizable reports whether the sanitizer takes e.
func (x *wrapper) Sanitizable(e ast.Expr) bool {
	tv, ok := x.pass.TypesInfo.Types[e]
	return ok && tv.IsValue() && !tv.IsNil() && types.AssignableTo(tv.Type, attributes) || x.texts(e) != nil
}

// enclose puts text around e. It replaces the first and the last byte, so
// that it conflicts with whatever else starts or ends in the same place.
func (x *wrapper) enclose(f *ast.File, e ast.Expr, open, end string) []analysis.TextEdit {
	text := x.source(f, e.Pos(), e.End())
	if len(text) == 1 {
		return []analysis.TextEdit{replace(e.Pos(), e.End(), open+text+end)}
	}
	return []analysis.TextEdit{
		replace(e.Pos(), e.Pos()+1, open+text[:1]),
		replace(e.End()-1, e.End(), text[len(text)-1:]+end),
	}
}

// needsType reports whether a map[string]any cannot take the place of e,
// which is of type t: it may have methods, or be looked for by its type.
func (x *wrapper) needsType(f *ast.File, e ast.Expr, t types.Type) bool {
	if types.Identical(t, attributes) {
		return false
	}
	want := x.expected(f, e)
	if want == nil || types.IsInterface(want) { // a type parameter is an interface, too
		return true
	}
	return !types.AssignableTo(attributes, want)
}

// expected returns the type that is asked for where e stands, as far as that
// does not depend on e: of a parameter, a field or a variable. Nil is unknown.
func (x *wrapper) expected(f *ast.File, e ast.Expr) types.Type {
	info := x.pass.TypesInfo
	path := around(f, e)
	for len(path) > 1 {
		if _, ok := path[1].(*ast.ParenExpr); !ok {
			break
		}
		path = path[1:]
	}
	if len(path) < 2 {
		return nil
	}
	child := path[0]
	switch p := path[1].(type) {
	case *ast.CallExpr:
		return x.parameter(p, child)
	case *ast.AssignStmt:
		for i, rhs := range p.Rhs {
			if rhs == child && p.Tok == token.ASSIGN && len(p.Lhs) == len(p.Rhs) {
				return info.TypeOf(p.Lhs[i])
			}
		}
	case *ast.CompositeLit:
		return elementType(info.TypeOf(p))
	case *ast.KeyValueExpr:
		lit, ok := path[2].(*ast.CompositeLit)
		if !ok || p.Value != child {
			return nil
		}
		if id, ok := p.Key.(*ast.Ident); ok {
			if v, ok := info.Uses[id].(*types.Var); ok && v.IsField() {
				return v.Type()
			}
		}
		return elementType(info.TypeOf(lit))
	}
	return nil
}

// elementType returns the type of the values in a literal of type t.
func elementType(t types.Type) types.Type {
	switch t := t.Underlying().(type) {
	case *types.Map:
		return t.Elem()
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	}
	return nil
}

// parameter returns the type of the parameter for an argument, unless it is
// inferred from the argument.
func (x *wrapper) parameter(call *ast.CallExpr, arg ast.Node) types.Type {
	sig, ok := x.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok || x.isGeneric(call.Fun) {
		return nil
	}
	for i, a := range call.Args {
		if a != arg {
			continue
		}
		last := sig.Params().Len() - 1
		if sig.Variadic() && i >= last && !call.Ellipsis.IsValid() {
			return sig.Params().At(last).Type().(*types.Slice).Elem()
		}
		if i <= last {
			return sig.Params().At(i).Type()
		}
	}
	return nil
}

func (x *wrapper) isGeneric(fun ast.Expr) bool {
	found := false
	ast.Inspect(fun, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if _, ok := x.pass.TypesInfo.Instances[id]; ok {
				found = true
			}
		}
		return !found
	})
	return found
}
