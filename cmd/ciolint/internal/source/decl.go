package source

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// decl is a declaration at the top level of a file.
type decl struct {
	first, last token.Position
	name        string
}

// Decl names the top-level declaration around a place (column in bytes, from
// 1): "Register", "(*Service).Register", "Store.Get", or "var client" and
// "const key" for what is outside of functions. Function literals count as the
// declaration they stand in; type parameters are left out. It returns "" for
// a file that cannot be read or has no declaration there.
func (s *Files) Decl(name string, line, column int) string {
	f := s.open(name)
	if f == nil {
		return ""
	}
	f.parse()
	for _, d := range f.decls {
		if !after(d.first, line, column) && after(d.last, line, column) {
			return d.name
		}
	}
	return ""
}

// after reports whether p comes after the place.
func after(p token.Position, line, column int) bool {
	return p.Line > line || p.Line == line && p.Column > column
}

// parse finds the declarations. What does not parse leaves those that do.
func (f *file) parse() {
	if f.read {
		return
	}
	f.read = true
	fset := token.NewFileSet()
	tree, _ := parser.ParseFile(fset, "", f.text, parser.SkipObjectResolution)
	if tree == nil {
		return
	}
	add := func(n ast.Node, name string) {
		// Positions of the file as it is, whatever a line directive says.
		f.decls = append(f.decls, decl{fset.PositionFor(n.Pos(), false), fset.PositionFor(n.End(), false), name})
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			add(d, funcName(d))
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) > 0 {
					add(v, d.Tok.String()+" "+v.Names[0].Name)
				}
			}
		}
	}
}

func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	t := ast.Unparen(d.Recv.List[0].Type)
	star, pointer := t.(*ast.StarExpr)
	if pointer {
		t = ast.Unparen(star.X)
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	recv := "?"
	if id, ok := t.(*ast.Ident); ok {
		recv = id.Name
	}
	if pointer {
		recv = "(*" + recv + ")"
	}
	return recv + "." + d.Name.Name
}
