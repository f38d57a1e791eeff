package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// A linter runs the analyzer on programs that are not files.
type linter struct {
	imports  map[string]*types.Package
	fset     *token.FileSet
	analyzer *analysis.Analyzer
}

// imported are the packages that the programs of a linter import.
var imported = []string{"github.com/customerio/go-customerio/v3", "github.com/ciolint/ciolint/runtime/sanitize", "context"}

func newLinter(t *testing.T) *linter {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	l := &linter{imports: map[string]*types.Package{}, fset: token.NewFileSet(), analyzer: analyzerFor(t, "unless-clean")}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile, Dir: root, Fset: l.fset,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+root, "GOWORK=off", "GOFLAGS=", "GOPROXY=off"),
	}, imported...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, err := range p.Errors {
			t.Fatal(err)
		}
		l.imports[p.PkgPath] = p.Types
	}
	return l
}

// Import makes a linter a types.Importer.
func (l *linter) Import(path string) (*types.Package, error) { return l.imports[path], nil }

// run writes a program that sends the payloads, and returns the rules of the
// findings in it by line.
func (l *linter) run(t *testing.T, ps []*payload) map[int][]string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`package agree

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

`)
	line := strings.Count(b.String(), "\n") + 1
	for _, p := range ps {
		line = p.write(&b, line)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "agree.go", b.String(), parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: l}
	pkg, err := conf.Check("example.com/agree", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	found := map[int][]string{}
	_, err = l.analyzer.Run(&analysis.Pass{
		Analyzer: l.analyzer, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		Report: func(d analysis.Diagnostic) {
			n := fset.Position(d.Pos).Line
			found[n] = append(found[n], d.Category)
		},
		ReadFile:          os.ReadFile,
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
		ResultOf:          map[*analysis.Analyzer]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
