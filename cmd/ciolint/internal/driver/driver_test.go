package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/internal/result"
	"github.com/ciolint/ciolint/internal/scratch"
)

// program loads a module of files.
func program(t *testing.T, files map[string]string) (*load.Program, string) {
	t.Helper()
	dir := scratch.Module(t, files)
	p, err := load.Load(t.Context(), &load.Config{Dir: dir, Env: scratch.Env(), Patterns: []string{"./..."}})
	if err != nil {
		t.Fatal(err)
	}
	return p, dir
}

// A fact makes the driver run the analyzer on dependencies, too.
type fact struct{}

func (*fact) AFact() {}

// analyzer has a finding of the rule neversend in the name of every function,
// and fails in packages that are called so. saw is told what the driver wants
// of each package.
func analyzer(pol *policy.Policy, saw func(path string, report, export bool)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "fake", Doc: "fake", ResultType: reflect.TypeFor[*result.Package](), FactTypes: []analysis.Fact{new(fact)},
		Run: func(pass *analysis.Pass) (any, error) {
			saw(pass.Pkg.Path(), pass.Report != nil, pass.ExportObjectFact != nil)
			if pass.Pkg.Name() == "failing" {
				return nil, errors.New("the policy is wrong")
			}
			for _, f := range pass.Files {
				for _, d := range f.Decls {
					if fn, ok := d.(*ast.FuncDecl); ok && pass.Report != nil {
						pass.Report(about(fn))
					}
				}
			}
			return &result.Package{Policy: pol, Widened: result.Widenings{"path": 1}}, nil
		},
	}
}

func about(fn *ast.FuncDecl) analysis.Diagnostic {
	return analysis.Diagnostic{
		Pos: fn.Name.Pos(), End: fn.Name.End(), Category: "neversend", Message: "m",
		Related: []analysis.RelatedInformation{{Pos: fn.Body.Pos(), Message: "from here"}},
		SuggestedFixes: []analysis.SuggestedFix{{Message: "rename", TextEdits: []analysis.TextEdit{
			{Pos: fn.Pos(), NewText: []byte("// g is.\n")}, {Pos: fn.Name.Pos(), End: fn.Name.End(), NewText: []byte("g")},
		}}},
	}
}

// TestRun: findings of what was asked for, each once and in order, with all
// that a diagnostic and the policy say, and the widenings.
func TestRun(t *testing.T) {
	t.Parallel()
	prog, dir := program(t, map[string]string{
		"b/b.go":      "package b\n\nimport \"example.com/shop/a\"\n\nfunc f() { a.F() }\n",
		"a/a.go":      "package a\n\nfunc F() {}\n",
		"a/a_test.go": "package a\n\nfunc inTest() {}\n",
	})
	pol, err := policy.Parse("p.yml", []byte("rules: {neversend: note}"))
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	wanted := map[string][]string{}
	found, widened, failed := Run(analyzer(pol, func(path string, report, export bool) {
		mu.Lock()
		defer mu.Unlock()
		wanted[path] = append(wanted[path], fmt.Sprintf("findings %v facts %v", report, export))
	}), prog)
	if len(failed) > 0 {
		t.Fatal(failed)
	}
	var got []string
	for _, f := range found {
		name, _ := filepath.Rel(dir, f.Pos.Filename)
		got = append(got, fmt.Sprintf("%s:%d:%d", filepath.ToSlash(name), f.Pos.Line, f.Pos.Column))
	}
	if want := []string{"a/a.go:3:6", "a/a_test.go:3:6", "b/b.go:5:6"}; !slices.Equal(got, want) {
		t.Fatalf("findings at %q, want %q", got, want)
	}
	f := found[0]
	if f.Rule != "neversend" || f.Severity != "note" || f.Message != "m" || f.Package != "example.com/shop/a" || f.End.Column != 7 {
		t.Errorf("the finding is %+v", f)
	}
	if len(f.Path) != 1 || f.Path[0].Message != "from here" || f.Path[0].Pos.Column != 10 {
		t.Errorf("its path is %+v", f.Path)
	}
	if want := []finding.Edit{{File: f.Pos.Filename, Start: 11, End: 11, New: "// g is.\n"}, {File: f.Pos.Filename, Start: 16, End: 17, New: "g"}}; len(f.Fixes) != 1 || !slices.Equal(f.Fixes[0].Edits, want) {
		t.Errorf("its fixes are %+v", f.Fixes)
	}
	if got := widened.String(); got != "path 2" {
		t.Errorf("widened: %s, want path 2: once in a, whose variants are the same code, and once in b", got)
	}
	// Of a, the variant with tests has the findings, and the one that b imports
	// the facts.
	slices.Sort(wanted["example.com/shop/a"])
	if want := []string{"findings false facts true", "findings true facts false"}; !slices.Equal(wanted["example.com/shop/a"], want) {
		t.Errorf("of a, the driver wants %q", wanted["example.com/shop/a"])
	}
}

// TestFailures: what fails is told once, and neither what imports it nor what
// does not compile, of which the program knows.
func TestFailures(t *testing.T) {
	t.Parallel()
	prog, _ := program(t, map[string]string{
		"failing/f.go": "package failing\n\nfunc F() {}\n",
		"above/a.go":   "package above\n\nimport \"example.com/shop/failing\"\n\nfunc f() { failing.F() }\n",
		"broken/b.go":  "package broken\n\nvar X int = \"\"\n",
		"fine/f.go":    "package fine\n\nfunc F() {}\n",
	})
	found, _, failed := Run(analyzer(policy.Default(), func(string, bool, bool) {}), prog)
	if len(failed) != 1 || !strings.Contains(failed[0].Error(), "the policy is wrong") {
		t.Errorf("failures: %v", failed)
	}
	if len(found) != 1 || found[0].Package != "example.com/shop/fine" || found[0].Severity != finding.Error {
		t.Errorf("findings: %+v", found)
	}
	if errs := prog.Errors(); len(errs) != 1 || !strings.Contains(errs[0].Pos, "b.go:3:13") {
		t.Errorf("errors: %v", errs)
	}
}
