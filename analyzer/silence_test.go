package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestOneFindingForOneProblem: a payload with a never-send key skips the
// sanitizer, too. That is one problem, unless the user has turned off the rule
// that tells it best.
func TestOneFindingForOneProblem(t *testing.T) {
	t.Parallel()
	const leak, plain = `c.Identify("u", map[string]any{"ssn": v})`, `c.Identify("u", map[string]any{"plan": v})`
	never, off := map[string]any{"require-sanitizer": "never"}, map[string]any{"rules": map[string]any{"neversend": "off"}}
	for _, c := range []struct {
		name, code string
		policy     map[string]any
		want       []string
	}{
		{"a leak", leak, nil, []string{"neversend"}},
		{"a leak where no sanitizer is required", leak, never, []string{"neversend"}},
		{"a leak without the rule", leak, off, []string{"unsanitized"}},
		{"no leak", plain, nil, []string{"unsanitized"}},
		{"no leak where no sanitizer is required", plain, never, nil},
		{"two calls, each judged by itself", leak + "\n" + plain, nil, []string{"neversend", "unsanitized"}},
	} {
		if got := reported(t, c.policy, c.code); !slices.Equal(got, c.want) {
			t.Errorf("%s: findings of %q, want %q", c.name, got, c.want)
		}
	}
}

// reported returns the rules of the findings in a function with the client c
// and the text v, under a policy.
func reported(t *testing.T, policy map[string]any, code string) []string {
	t.Helper()
	a, err := NewWithPolicy(policy)
	if err != nil {
		t.Fatal(err)
	}
	const path = "github.com/customerio/go-customerio/v3"
	fset := token.NewFileSet()
	_, client, _ := typed(t, fset, path, sdk, nil)
	f, pkg, info := typed(t, fset, "example.com/shop", "package shop\n\nimport customerio \""+path+"\"\n\nfunc f(c *customerio.CustomerIO, v string) {\n"+code+"\n}\n", mapImporter{path: client})
	var rules []string
	_, err = a.Run(&analysis.Pass{
		Analyzer: a, Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info,
		Report:            func(d analysis.Diagnostic) { rules = append(rules, d.Category) },
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func typed(t *testing.T, fset *token.FileSet, path, src string, imp types.Importer) (*ast.File, *types.Package, *types.Info) {
	t.Helper()
	name := filepath.Join(string(filepath.Separator), "nowhere", filepath.FromSlash(path)+".go") // where no policy is
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := newInfo()
	pkg, err := (&types.Config{Importer: imp}).Check(path, fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	return f, pkg, info
}
