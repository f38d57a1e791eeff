package fix

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
)

// testFiles returns the tests in the package beside f. A driver may show the
// package without them; they are compiled with it nevertheless.
func (x *code) testFiles(f *ast.File) []*ast.File {
	if x.tests != nil {
		return x.tests
	}
	x.tests = []*ast.File{}
	dir := filepath.Dir(x.pass.Fset.File(f.FileStart).Name())
	names, _ := filepath.Glob(filepath.Join(dir, "*_test.go"))
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		t, _ := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if t != nil && t.Name.Name == x.pass.Pkg.Name() {
			x.tests = append(x.tests, t)
		}
	}
	return x.tests
}

// declaredInTests reports whether a test file declares name for the package.
func (x *code) declaredInTests(f *ast.File, name string) bool {
	for _, t := range x.testFiles(f) {
		for _, d := range t.Decls {
			if declares(d, name) {
				return true
			}
		}
	}
	return false
}

func declares(d ast.Decl, name string) bool {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Recv == nil && d.Name.Name == name
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.Name == name {
					return true
				}
			case *ast.ValueSpec:
				for _, id := range s.Names {
					if id.Name == name {
						return true
					}
				}
			}
		}
	}
	return false
}

// mentionedInTests reports whether a test file has the identifier name.
func (x *code) mentionedInTests(f *ast.File, name string) bool {
	found := false
	for _, t := range x.testFiles(f) {
		ast.Inspect(t, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name == name {
				found = true
			}
			return !found
		})
	}
	return found
}
