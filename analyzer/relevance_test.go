package analyzer_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer"
)

// TestNothingIsBuiltForIrrelevantPackages gives the analyzer no type
// information, without which SSA cannot be built: a package that has nothing
// to do with Customer.io must not notice.
func TestNothingIsBuiltForIrrelevantPackages(t *testing.T) {
	const irrelevant = "package p\n\nimport \"fmt\"\n\nfunc F() { fmt.Println() }\n"
	for _, module := range []*analysis.Module{
		{Path: "std"},
		{Path: "example.com/dependency", Version: "v1.2.3"},
	} {
		if err := runWithoutInfo(t, module, irrelevant); err != nil {
			t.Errorf("package of %s: %v", module.Path, err)
		}
	}
	// The proof needs a relevant package that does notice. It is an error with
	// the package's name, and no panic.
	const relevant = "package p\n\nimport \"github.com/customerio/go-customerio/v3\"\n\nfunc F() { customerio.X() }\n"
	err := runWithoutInfo(t, &analysis.Module{Path: "example.com/dependency", Version: "v1.2.3"}, relevant)
	if err == nil || !strings.Contains(err.Error(), "internal error in package example.com/p") {
		t.Errorf("relevant package: got error %v, want an internal error with the package's name", err)
	}
}

func runWithoutInfo(t *testing.T, module *analysis.Module, source string) error {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: sdkImporter{importer.Default()}}).Check("example.com/p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := analyzer.New()
	_, err = a.Run(&analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, Module: module})
	return err
}

// sdkImporter adds an SDK with one function.
type sdkImporter struct{ types.Importer }

func (imp sdkImporter) Import(path string) (*types.Package, error) {
	if path != "github.com/customerio/go-customerio/v3" {
		return imp.Importer.Import(path)
	}
	pkg := types.NewPackage(path, "customerio")
	pkg.Scope().Insert(types.NewFunc(token.NoPos, pkg, "X", types.NewSignatureType(nil, nil, nil, nil, nil, false)))
	pkg.MarkComplete()
	return pkg, nil
}
