package analyzer

import (
	"fmt"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/policy"
	"github.com/ciolint/ciolint/analyzer/internal/report"
	"github.com/ciolint/ciolint/analyzer/internal/rules"
)

// Analyzer is ciolint with its flags at their defaults.
var Analyzer = New()

// New returns an analyzer with flags of its own, so that several can run in
// one program with different settings.
func New() *analysis.Analyzer {
	pol := policy.Default()
	a := &analysis.Analyzer{
		Name: "ciolint",
		Doc:  Doc,
		URL:  "https://github.com/ciolint/ciolint",
		Run:  func(pass *analysis.Pass) (any, error) { return nil, run(pass, pol) },

		FactTypes: []analysis.Fact{new(flow.FuncFact), new(flow.VarFact)},
	}
	a.Flags.Var(&pol.RequireSanitizer, "require-sanitizer", "which payloads must pass the sanitizer: always, unless-clean or never")
	a.Flags.BoolVar(&pol.Tests, "tests", false, "report findings in _test.go files, too")
	return a
}

func run(pass *analysis.Pass, pol *policy.Policy) (err error) {
	if !relevant(pass) {
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error in package %s: %v\n%s", pass.Pkg.Path(), p, debug.Stack())
		}
	}()
	w := newWorld(pass)
	c := rules.NewCheck(pass, pol, w.build(pol))
	if pass.Report != nil {
		report.All(pass, c.Run(), pol.Tests)
	}
	if pass.ExportObjectFact != nil {
		w.export(c.Flow)
	}
	return nil
}
