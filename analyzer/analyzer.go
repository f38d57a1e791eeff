package analyzer

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"

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
			err = fmt.Errorf("internal error in package %s: %v", pass.Pkg.Path(), p)
		}
	}()
	c := rules.NewCheck(pass, pol, build(pass, pol))
	report.All(pass, c.Run(), pol.Tests)
	return nil
}

// relevant reports whether the package can reach an SDK through its imports.
// Nothing else is ever built for one that cannot.
func relevant(pass *analysis.Pass) bool {
	seen := map[*types.Package]bool{}
	var reaches func(p *types.Package) bool
	reaches = func(p *types.Package) bool {
		if seen[p] {
			return false
		}
		seen[p] = true
		for _, imp := range p.Imports() {
			if isSDK(imp.Path()) || reaches(imp) {
				return true
			}
		}
		return false
	}
	return !isSDK(pass.Pkg.Path()) && reaches(pass.Pkg)
}
