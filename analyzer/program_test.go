package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/internal/result"
)

// sdkPath is where programs that tests write import the stand-in for the SDK.
const sdkPath = "github.com/customerio/go-customerio/v3"

// A source is one package of a program that a test writes. What it imports comes
// before it.
type source struct{ path, text string }

// program type-checks the sources, over the stand-in for the SDK.
func program(t *testing.T, sources ...source) []*packages.Package {
	t.Helper()
	fset := token.NewFileSet()
	imp, byPath := mapImporter{}, map[string]*packages.Package{}
	var out []*packages.Package
	for _, s := range append([]source{{sdkPath, sdk}}, sources...) {
		f, pkg, info := typed(t, fset, s.path, s.text, imp)
		p := &packages.Package{
			ID: s.path, Name: pkg.Name(), PkgPath: s.path, Fset: fset, Module: &packages.Module{Path: "example.com"},
			Syntax: []*ast.File{f}, Types: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
			Imports: map[string]*packages.Package{},
		}
		for _, i := range pkg.Imports() {
			if known := byPath[i.Path()]; known != nil {
				p.Imports[i.Path()] = known
			}
		}
		imp[s.path], byPath[s.path] = pkg, p
		out = append(out, p)
	}
	return out
}

// findingsOf runs the analyzer under a policy over a program. It returns rules
// and messages, and how often each limit was crossed.
func findingsOf(t *testing.T, policy map[string]any, pkgs []*packages.Package) (found []string, crossed result.Widenings) {
	t.Helper()
	a, err := NewWithPolicy(policy)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("%s: %v", act.Package.PkgPath, act.Err)
		}
		for _, d := range act.Diagnostics {
			found = append(found, d.Category+": "+d.Message)
		}
		crossed = crossed.Plus(act.Result.(*result.Package).Widened)
	}
	slices.Sort(found)
	return found, crossed
}
