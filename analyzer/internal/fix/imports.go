package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// imports adds imports and takes them back.
type imports struct{ *names }

// Import returns the name by which the package of the given import path can
// be used at pos, and the edit that imports it, if none does so yet. The
// package's own name must be the last element of its path.
//
// If the name stands for something else there, in the file or in the package
// (its tests included), the new import gets another one.
func (x *imports) Import(at token.Pos, pkg string) (name string, edits []analysis.TextEdit, ok bool) {
	f := x.file(at)
	if f == nil {
		return "", nil, false
	}
	for _, spec := range f.Imports {
		p := x.pass.TypesInfo.PkgNameOf(spec)
		if p != nil && p.Imported().Path() == pkg && x.lookup(p.Name(), at) == types.Object(p) {
			return p.Name(), nil, true
		}
	}
	name = path.Base(pkg)
	if !x.taken(f, name, at) {
		return name, []analysis.TextEdit{x.importEdit(f, pkg, "")}, true
	}
	for name = "cio" + name; x.taken(f, name, at) || x.declared(f, name); {
		name = "cio" + name
	}
	return name, []analysis.TextEdit{x.importEdit(f, pkg, name)}, true
}

// importEdit inserts an import where gofmt leaves it: in order in the group
// of its kind that is most like it, in a group of its own, or as a
// declaration.
func (x *imports) importEdit(f *ast.File, pkg, name string) analysis.TextEdit {
	text := strings.TrimSpace(name + " " + strconv.Quote(pkg))
	decl := importDecl(f)
	switch {
	case decl == nil:
		return insert(x.afterComment(f, f.Name.End()), "\n\nimport "+text)
	case !decl.Lparen.IsValid() || x.onOneLine(decl):
		return insert(x.afterComment(f, decl.End()), "\nimport "+text)
	case len(decl.Specs) == 0:
		return insert(decl.Lparen+1, "\n\t"+text+"\n")
	}
	group := x.groupFor(decl, pkg)
	for _, s := range group {
		if p := importPath(s); p > pkg || p == pkg && importName(s) > name {
			return insert(specStart(s), text+"\n\t")
		}
	}
	switch {
	case len(group) > 0:
		return insert(x.afterComment(f, group[len(group)-1].End()), "\n\t"+text)
	case isStandard(pkg):
		return insert(x.afterComment(f, decl.Lparen+1), "\n\t"+text+"\n")
	default:
		return insert(decl.Rparen, "\n\t"+text+"\n")
	}
}

// onOneLine: import ("fmt") has no line to add to.
func (x *imports) onOneLine(decl *ast.GenDecl) bool {
	return len(decl.Specs) > 0 && (x.line(decl.Rparen) == x.line(decl.Specs[len(decl.Specs)-1].End()) || x.line(decl.Lparen) == x.line(decl.Specs[0].Pos()))
}

// groupFor returns the imports that stand together and that pkg belongs with:
// of the same kind, and with the longest common start of a path.
func (x *imports) groupFor(decl *ast.GenDecl, pkg string) []*ast.ImportSpec {
	var groups [][]*ast.ImportSpec
	last := 0
	for _, s := range decl.Specs {
		s := s.(*ast.ImportSpec)
		if len(groups) == 0 || x.line(specStart(s)) > last+1 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], s)
		last = x.line(s.End())
	}
	var best []*ast.ImportSpec
	most := -1
	for _, g := range groups {
		for _, s := range g {
			if p := importPath(s); isStandard(p) == isStandard(pkg) && commonElements(p, pkg) > most {
				best, most = g, commonElements(p, pkg)
			}
		}
	}
	return best
}

func specStart(s *ast.ImportSpec) token.Pos {
	if s.Doc != nil {
		return s.Doc.Pos()
	}
	return s.Pos()
}

func importPath(s *ast.ImportSpec) string {
	p, _ := strconv.Unquote(s.Path.Value)
	return p
}

func importName(s *ast.ImportSpec) string {
	if s.Name == nil {
		return ""
	}
	return s.Name.Name
}

// isStandard: only paths of the standard library have no dot in their first
// element, as far as the layout of imports goes.
func isStandard(pkg string) bool {
	first, _, _ := strings.Cut(pkg, "/")
	return !strings.Contains(first, ".")
}

func commonElements(p, q string) int {
	n := 0
	ps, qs := strings.Split(p, "/"), strings.Split(q, "/")
	for n < len(ps) && n < len(qs) && ps[n] == qs[n] {
		n++
	}
	return n
}

// importDecl returns the declaration to add an import to: the first with
// parentheses, else the last; nil if there is none. That of cgo, which a
// comment belongs to, does not count.
func importDecl(f *ast.File) *ast.GenDecl {
	var last *ast.GenDecl
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT || len(g.Specs) == 1 && importPath(g.Specs[0].(*ast.ImportSpec)) == "C" {
			continue
		}
		last = g
		if g.Lparen.IsValid() {
			return g
		}
	}
	return last
}

// Unimport returns the edits that take back the imports of which every use in
// the file lies between pos and end, which is about to be removed. It returns
// false if a comment would go with one.
func (x *imports) Unimport(pos, end token.Pos) ([]analysis.TextEdit, bool) {
	f := x.file(pos)
	if f == nil {
		return nil, false
	}
	used, kept := map[*types.PkgName]bool{}, map[*types.PkgName]bool{}
	for id, obj := range x.pass.TypesInfo.Uses {
		if p, ok := obj.(*types.PkgName); ok && f.FileStart <= id.Pos() && id.Pos() < f.FileEnd {
			if pos <= id.Pos() && id.Pos() < end {
				used[p] = true
			} else {
				kept[p] = true
			}
		}
	}
	var edits []analysis.TextEdit
	for _, spec := range f.Imports {
		if p := x.pass.TypesInfo.PkgNameOf(spec); p == nil || !used[p] || kept[p] {
			continue
		}
		e, ok := x.withoutImport(f, spec)
		if !ok {
			return nil, false
		}
		edits = append(edits, e)
	}
	return edits, true
}

func (x *imports) withoutImport(f *ast.File, spec *ast.ImportSpec) (analysis.TextEdit, bool) {
	var n ast.Node = spec
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Pos() <= spec.Pos() && spec.End() <= g.End() && len(g.Specs) == 1 {
			n = g
		}
	}
	if spec.Doc != nil || spec.Comment != nil || commentIn(f, n.Pos(), n.End()) != nil {
		return analysis.TextEdit{}, false
	}
	return x.withoutLines(f, n.Pos(), n.End())
}

// swapImport returns the name of the package pkg at pos, and the edits that
// import it and take back what only the code from pos to end uses.
func (x *imports) swapImport(pkg string, pos, end token.Pos) (string, []analysis.TextEdit, bool) {
	name, add, ok := x.Import(pos, pkg)
	if !ok {
		return "", nil, false
	}
	drop, ok := x.Unimport(pos, end)
	if !ok {
		return "", nil, false
	}
	edits := Sorted(append(add, drop...))
	if len(add) == 0 || len(drop) != 1 || Disjoint(edits) {
		return name, edits, true
	}
	// The new import comes where the old one was.
	f := x.file(pos)
	for _, spec := range f.Imports {
		if drop[0].Pos <= spec.Pos() && spec.End() <= drop[0].End {
			return name, []analysis.TextEdit{replace(spec.Pos(), spec.End(), importSpec(pkg, name))}, true
		}
	}
	return "", nil, false
}

func importSpec(pkg, name string) string {
	if name == path.Base(pkg) {
		return strconv.Quote(pkg)
	}
	return name + " " + strconv.Quote(pkg)
}
