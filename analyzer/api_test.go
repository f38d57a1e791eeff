package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAPI: what package analyzer exports is a promise to every driver. Nothing
// joins it by accident.
func TestAPI(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			got = append(got, exported(d)...)
		}
	}
	slices.Sort(got)
	if want := []string{"Analyzer", "Doc", "New", "NewWithPolicy"}; !slices.Equal(got, want) {
		t.Errorf("the package exports %q, want %q", got, want)
	}
}

// exported returns the names that a declaration exports. A method counts as
// its type: of a type that is not exported nobody sees it.
func exported(d ast.Decl) []string {
	var ids []*ast.Ident
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			ids = append(ids, d.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				ids = append(ids, s.Name)
			case *ast.ValueSpec:
				ids = append(ids, s.Names...)
			}
		}
	}
	var out []string
	for _, id := range ids {
		if id.IsExported() {
			out = append(out, id.Name)
		}
	}
	return out
}
