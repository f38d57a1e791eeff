// Package ssatest builds SSA from source text, for tests of what works on it.
package ssatest

import (
	"cmp"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// Build is Package, with the functions of the package in the order of the
// source: methods, instances and function literals among them.
func Build(t testing.TB, source string) (*ssa.Package, []*ssa.Function) {
	t.Helper()
	pkg, _ := Package(t, source)
	return pkg, functions(pkg)
}

// Package type-checks a file, whose imports must be of the standard library or
// among others, and builds its SSA in the way the analyzer does. An error ends
// the test.
func Package(t testing.TB, source string, others ...*types.Package) (*ssa.Package, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "source.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: among{others}}
	pkg, err := conf.Check(f.Name.Name, fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	prog := ssa.NewProgram(fset, ssa.GlobalDebug|ssa.InstantiateGenerics|ssa.BareInits)
	for _, p := range pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	built := prog.CreatePackage(pkg, []*ast.File{f}, info, false)
	built.Build()
	return built, f
}

func functions(pkg *ssa.Package) []*ssa.Function {
	var out []*ssa.Function
	for fn := range ssautil.AllFunctions(pkg.Prog) {
		if fn.Blocks == nil {
			continue
		}
		if o := fn.Origin(); fn.Pkg == pkg || o != nil && o.Pkg == pkg {
			out = append(out, fn)
		}
	}
	slices.SortFunc(out, func(a, b *ssa.Function) int {
		return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.String(), b.String()))
	})
	return out
}

// among imports some packages by their paths, and else those of the standard
// library.
type among struct{ packages []*types.Package }

func (a among) Import(path string) (*types.Package, error) {
	for _, p := range a.packages {
		if p.Path() == path {
			return p, nil
		}
	}
	return standard.Import(path)
}

// standard imports the packages of the standard library for all tests.
var standard = &sharedImporter{importer: importer.Default()}

type sharedImporter struct {
	mu       sync.Mutex
	importer types.Importer
}

func (i *sharedImporter) Import(path string) (*types.Package, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.importer.Import(path)
}
