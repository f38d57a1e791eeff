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

// Import returns the name by which the package of the given import path can
// be used at pos, and the edit that imports it, if none does so yet. The
// package's own name must be the last element of its path.
//
// If the name stands for something else there, in the file or in the package
// (its tests included), the new import gets another one.
func (x *Fixer) Import(at token.Pos, pkg string) (name string, edits []analysis.TextEdit, ok bool) {
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

// lookup returns what name stands for at pos, nil if nothing.
func (x *Fixer) lookup(name string, at token.Pos) types.Object {
	scope := x.pass.Pkg.Scope().Innermost(at)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, at)
	return obj
}

// taken reports whether name means something at pos, or anywhere that an
// import of f by this name would clash with.
func (x *Fixer) taken(f *ast.File, name string, at token.Pos) bool {
	return x.lookup(name, at) != nil || x.pass.Pkg.Scope().Lookup(name) != nil ||
		x.pass.TypesInfo.Scopes[f].Lookup(name) != nil || x.declaredInTests(f, name)
}

// declared reports whether name is declared anywhere in f: then one name is
// free for all fixes of the file.
func (x *Fixer) declared(f *ast.File, name string) bool {
	for id := range x.pass.TypesInfo.Defs {
		if id.Name == name && f.FileStart <= id.Pos() && id.Pos() < f.FileEnd {
			return true
		}
	}
	return false
}

// importEdit inserts an import where gofmt leaves it: in order in the group
// of its kind that is most like it, in a group of its own, or as a
// declaration.
func (x *Fixer) importEdit(f *ast.File, pkg, name string) analysis.TextEdit {
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
func (x *Fixer) onOneLine(decl *ast.GenDecl) bool {
	return len(decl.Specs) > 0 && (x.line(decl.Rparen) == x.line(decl.Specs[len(decl.Specs)-1].End()) || x.line(decl.Lparen) == x.line(decl.Specs[0].Pos()))
}

// groupFor returns the imports that stand together and that pkg belongs with:
// of the same kind, and with the longest common start of a path.
func (x *Fixer) groupFor(decl *ast.GenDecl, pkg string) []*ast.ImportSpec {
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
func (x *Fixer) Unimport(pos, end token.Pos) ([]analysis.TextEdit, bool) {
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

func (x *Fixer) withoutImport(f *ast.File, spec *ast.ImportSpec) (analysis.TextEdit, bool) {
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

// withoutLines removes the lines from pos to end, which must have nothing
// else on them, and a blank line that would be one too many.
func (x *Fixer) withoutLines(f *ast.File, pos, end token.Pos) (analysis.TextEdit, bool) {
	text, base := string(x.text(f)), int(f.FileStart)
	from, to := int(pos)-base, int(end)-base
	from = strings.LastIndexByte(text[:from], '\n') + 1
	if i := strings.IndexByte(text[to:], '\n'); i >= 0 {
		to += i + 1
	} else {
		to = len(text)
	}
	if strings.TrimSpace(text[from:int(pos)-base]) != "" || strings.TrimSpace(text[int(end)-base:to]) != "" {
		return analysis.TextEdit{}, false
	}
	before := strings.HasSuffix(text[:from], "\n\n") || strings.HasSuffix(text[:from], "(\n") || strings.HasSuffix(text[:from], "{\n")
	if before && strings.HasPrefix(text[to:], "\n") {
		to++
	} else if rest := strings.TrimLeft(text[to:], "\t"); strings.HasSuffix(text[:from], "\n\n") && (strings.HasPrefix(rest, "}") || strings.HasPrefix(rest, ")")) {
		from--
	}
	return replace(token.Pos(from+base), token.Pos(to+base), ""), true
}
