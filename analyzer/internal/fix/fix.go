// Package fix makes the suggested fixes. A fix compiles, keeps gofmt, adds
// the import that it needs under a name that is free, and makes the finding
// disappear.
package fix

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// sanitizePath is the import path of the runtime's sanitizer; the linter
// names it and does not import it.
const sanitizePath = "github.com/ciolint/ciolint/runtime/sanitize"

// Wrap returns the fix that passes e through the given function of
// runtime/sanitize, or nil if e cannot be wrapped: it is no map[string]any.
func Wrap(pass *analysis.Pass, e ast.Expr, function string) []analysis.SuggestedFix {
	file := fileOf(pass, e.Pos())
	if file == nil || !isAttributes(pass.TypesInfo.TypeOf(e)) {
		return nil
	}
	name, edits := importName(pass, file, sanitizePath, "sanitize", e.Pos())
	edits = append(edits,
		analysis.TextEdit{Pos: e.Pos(), End: e.Pos(), NewText: []byte(name + "." + function + "(")},
		analysis.TextEdit{Pos: e.End(), End: e.End(), NewText: []byte(")")},
	)
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Wrap the payload in sanitize.%s", function),
		TextEdits: edits,
	}}
}

// isAttributes reports whether t is map[string]any, under whatever name.
func isAttributes(t types.Type) bool {
	if t == nil {
		return false
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	k, ok := m.Key().(*types.Basic)
	v, isIface := m.Elem().Underlying().(*types.Interface)
	return ok && k.Kind() == types.String && isIface && v.Empty()
}

func fileOf(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// importName returns the name by which file refers to the package path, and
// the edit that imports it if it does not yet.
func importName(pass *analysis.Pass, file *ast.File, path, want string, at token.Pos) (string, []analysis.TextEdit) {
	for _, spec := range file.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p != path {
			continue
		}
		name := want
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if means(pass, name, path, at) {
			return name, nil
		}
	}
	name := want
	for taken(pass, file, name, at) {
		name = "cio" + name
	}
	text := strconv.Quote(path)
	if name != want {
		text = name + " " + text
	}
	return name, []analysis.TextEdit{importEdit(file, path, text)}
}

// means reports whether name stands for the package path at pos: it may be
// shadowed there.
func means(pass *analysis.Pass, name, path string, at token.Pos) bool {
	scope := pass.Pkg.Scope().Innermost(at)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(name, at)
	pkg, ok := obj.(*types.PkgName)
	return ok && pkg.Imported().Path() == path
}

// taken reports whether name means something at pos, or anywhere in the file
// where the new import would change what it means.
func taken(pass *analysis.Pass, file *ast.File, name string, at token.Pos) bool {
	if scope := pass.Pkg.Scope().Innermost(at); scope != nil {
		if _, obj := scope.LookupParent(name, at); obj != nil {
			return true
		}
	}
	return pass.Pkg.Scope().Lookup(name) != nil || pass.TypesInfo.Scopes[file].Lookup(name) != nil
}

// importEdit inserts an import spec where gofmt leaves it: in order among the
// imports of the same kind, in a group of its own, or as a declaration.
func importEdit(file *ast.File, path, text string) analysis.TextEdit {
	decl := importDecl(file)
	if decl == nil {
		return insert(afterComment(file, file.Name.End()), "\n\nimport "+text)
	}
	if !decl.Lparen.IsValid() {
		return insert(afterComment(file, decl.End()), "\nimport "+text)
	}
	var after ast.Spec
	for _, s := range decl.Specs {
		p, _ := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
		if isThirdParty(p) != isThirdParty(path) {
			continue
		}
		if after == nil && p > path {
			return insert(s.Pos(), text+"\n\t")
		}
		if after == nil || p < path {
			after = s
		}
	}
	if after != nil {
		return insert(afterComment(file, after.End()), "\n\t"+text)
	}
	if len(decl.Specs) == 0 {
		return insert(decl.Lparen+1, "\n\t"+text+"\n")
	}
	if !isThirdParty(path) {
		return insert(decl.Specs[0].Pos(), text+"\n\n\t")
	}
	return insert(afterComment(file, decl.Specs[len(decl.Specs)-1].End()), "\n\n\t"+text)
}

// isThirdParty tells an import path of a module from one of the standard
// library: gofmt users keep them in groups of their own.
func isThirdParty(path string) bool { return strings.Contains(firstElement(path), ".") }

// afterComment is the end of the comment that follows pos on its line, or pos.
func afterComment(file *ast.File, pos token.Pos) token.Pos {
	for _, g := range file.Comments {
		// One space lies between code and its comment in gofmt's form; in a
		// block of aligned comments there are more.
		const aligned = 64
		if d := g.Pos() - pos; d >= 0 && d < aligned && strings.HasPrefix(g.List[0].Text, "//") && !startsLine(file, g, pos) {
			return g.List[0].End()
		}
	}
	return pos
}

// startsLine reports whether something else that g documents comes after it:
// then g stands on a line of its own.
func startsLine(file *ast.File, g *ast.CommentGroup, pos token.Pos) bool {
	for _, s := range file.Imports {
		if s.Doc == g {
			return true
		}
		if s.Comment == g {
			return s.End() != pos
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			if d.Doc == g {
				return true
			}
		case *ast.FuncDecl:
			if d.Doc == g {
				return true
			}
		}
	}
	return false
}

func firstElement(path string) string {
	first, _, _ := strings.Cut(path, "/")
	return first
}

func importDecl(file *ast.File) *ast.GenDecl {
	var last *ast.GenDecl
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			continue
		}
		if len(g.Specs) == 1 && g.Specs[0].(*ast.ImportSpec).Path.Value == `"C"` {
			continue // cgo's comment belongs to it
		}
		last = g
		if g.Lparen.IsValid() {
			return g
		}
	}
	return last
}

func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}
