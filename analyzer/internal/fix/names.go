package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// names knows what names mean at a place in the code, and which are free.
type names struct{ *code }

// lookup returns what name stands for at pos, nil if nothing.
func (x *names) lookup(name string, at token.Pos) types.Object {
	scope := x.pass.Pkg.Scope().Innermost(at)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, at)
	return obj
}

// taken reports whether name means something at pos, or anywhere that an
// import of f by this name would clash with.
func (x *names) taken(f *ast.File, name string, at token.Pos) bool {
	return x.lookup(name, at) != nil || x.pass.Pkg.Scope().Lookup(name) != nil ||
		x.pass.TypesInfo.Scopes[f].Lookup(name) != nil || x.declaredInTests(f, name)
}

// declared reports whether name is declared anywhere in f: then one name is
// free for all fixes of the file.
func (x *names) declared(f *ast.File, name string) bool {
	for id := range x.pass.TypesInfo.Defs {
		if id.Name == name && f.FileStart <= id.Pos() && id.Pos() < f.FileEnd {
			return true
		}
	}
	return false
}

// anyMap is how to write the type map[string]any at pos.
func (x *names) anyMap(pos token.Pos) string {
	if x.lookup("any", pos) == types.Universe.Lookup("any") {
		return "map[string]any"
	}
	return "map[string]interface{}"
}

// typeExpr is how to write t at pos; false if it cannot be named there.
func (x *names) typeExpr(f *ast.File, t types.Type, pos token.Pos) (string, bool) {
	switch t := t.(type) {
	case *types.Alias:
		return x.typeName(f, t.Obj(), t.TypeArgs(), pos)
	case *types.Named:
		return x.typeName(f, t.Obj(), t.TypeArgs(), pos)
	case *types.TypeParam:
		return t.Obj().Name(), x.lookup(t.Obj().Name(), pos) == types.Object(t.Obj())
	case *types.Basic:
		return t.Name(), x.lookup(t.Name(), pos) == types.Universe.Lookup(t.Name())
	case *types.Interface:
		return "interface{}", t.Empty()
	}
	return "", false
}

func (x *names) typeName(f *ast.File, obj *types.TypeName, args *types.TypeList, pos token.Pos) (string, bool) {
	name, ok := x.qualified(f, obj, pos)
	if !ok || args.Len() == 0 {
		return name, ok
	}
	var list []string
	for arg := range args.Types() {
		s, ok := x.typeExpr(f, arg, pos)
		if !ok {
			return "", false
		}
		list = append(list, s)
	}
	return name + "[" + strings.Join(list, ", ") + "]", true
}

// qualified is the name of a type at pos.
func (x *names) qualified(f *ast.File, obj *types.TypeName, pos token.Pos) (string, bool) {
	if x.lookup(obj.Name(), pos) == types.Object(obj) {
		return obj.Name(), true
	}
	for _, spec := range f.Imports {
		p := x.pass.TypesInfo.PkgNameOf(spec)
		if p != nil && p.Imported() == obj.Pkg() && obj.Exported() && x.lookup(p.Name(), pos) == types.Object(p) {
			return p.Name() + "." + obj.Name(), true
		}
	}
	return "", false
}
