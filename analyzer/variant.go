package analyzer

import (
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/rules"
	"github.com/ciolint/ciolint/analyzer/internal/suppress"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/internal/result"
)

// A package with test files of its own is analysed with them, and by some
// drivers without them, too. go vet knows the first form only, so that form
// has every finding of the second: tests may add a caller, or another value of
// a variable, which hides what production code does without them.

// judge returns the findings of a package and the widenings on the way to
// them, and exports its facts. What tests do counts only if the policy says so,
// and never less than production code.
func judge(pass *analysis.Pass, pol *policy.Policy) ([]analysis.Diagnostic, result.Widenings) {
	production := withoutTests(pass)
	if !pol.Tests {
		if len(production.Files) == 0 {
			return nil, nil // an external test
		}
		return judgeFiles(production, pol)
	}
	found, widened := judgeFiles(pass, pol)
	if n := len(production.Files); 0 < n && n < len(pass.Files) {
		production.ExportObjectFact, production.ExportPackageFact = nil, nil // told already, of all files
		more, again := judgeFiles(production, pol)
		found, widened = append(found, more...), widened.Or(again)
	}
	return found, widened
}

func judgeFiles(pass *analysis.Pass, pol *policy.Policy) ([]analysis.Diagnostic, result.Widenings) {
	w := newWorld(pass, pol)
	c := rules.NewCheck(pass, pol, w.build())
	found := c.Run()
	if pass.ExportObjectFact != nil {
		w.export(c)
	}
	return found, c.Flow.Tally().Counts()
}

// withoutTests returns a pass over the files of a package that are not tests.
// Its types are those of all files: no others can have facts. What tests
// declare has no code then, and the rest does not mention it.
func withoutTests(pass *analysis.Pass) *analysis.Pass {
	out, info := *pass, *pass.TypesInfo
	out.Files, info.InitOrder = nil, nil
	for _, f := range pass.Files {
		if !suppress.IsTest(pass.Fset, f.FileStart) {
			out.Files = append(out.Files, f)
		}
	}
	for _, in := range pass.TypesInfo.InitOrder {
		if !suppress.IsTest(pass.Fset, in.Rhs.Pos()) {
			info.InitOrder = append(info.InitOrder, in)
		}
	}
	out.TypesInfo = &info
	return &out
}

// suppressed returns what is left of the findings of pass after directives.
func suppressed(pass *analysis.Pass, pol *policy.Policy, found []analysis.Diagnostic) []analysis.Diagnostic {
	return suppress.Apply(pass, found, suppress.Options{
		Applies: pol.Applies,
		Tests:   pol.Tests,
		Partial: func() bool { return pol.Tests && lacksTests(pass) },
	})
}

// lacksTests reports whether the package has test files in its directory that
// pass was made without.
func lacksTests(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		if suppress.IsTest(pass.Fset, f.FileStart) {
			return false
		}
	}
	dir := packageDir(pass)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "_test.go") && isTestOf(pass.Pkg.Name(), dir, e.Name()) {
			return true
		}
	}
	return false
}

// isTestOf reports whether a test file is built, and into the package itself.
// Build tags that were given on a command line are not known here.
func isTestOf(pkg, dir, name string) bool {
	if ok, err := build.Default.MatchFile(dir, name); err != nil || !ok {
		return false
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.PackageClauseOnly)
	return err == nil && f.Name.Name == pkg
}
