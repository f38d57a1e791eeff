package analyzer

import (
	"fmt"
	"reflect"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/report"
	"github.com/ciolint/ciolint/analyzer/internal/webhook"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/internal/result"
)

// Analyzer is ciolint with its flags at their defaults.
var Analyzer = New()

// New returns an analyzer with flags of its own, so that several can run in
// one program with different settings.
func New() *analysis.Analyzer {
	a, _ := newAnalyzer()
	return a
}

// NewWithPolicy is New with the policy that settings of the driver's own say,
// in place of the modules' policy files. They have the fields of the file;
// without one, the files hold. Anything else in them is an error that names
// it.
func NewWithPolicy(fields map[string]any) (*analysis.Analyzer, error) {
	a, s := newAnalyzer()
	if len(fields) == 0 {
		return a, nil
	}
	var err error
	if s.given, err = policy.FromSettings(fields); err != nil {
		return nil, err
	}
	return a, nil
}

func newAnalyzer() (*analysis.Analyzer, *settings) {
	s := &settings{}
	a := &analysis.Analyzer{
		Name: "ciolint",
		Doc:  Doc,
		URL:  "https://github.com/ciolint/ciolint",
		Run:  func(pass *analysis.Pass) (any, error) { return run(pass, s) },

		ResultType: reflect.TypeFor[*result.Package](),

		FactTypes: []analysis.Fact{new(flow.FuncFact), new(flow.VarFact), new(flow.WireFact), new(precede.Fact), new(webhook.Fact)},
	}
	s.flags(a)
	return a, s
}

// run analyses one package.
func run(pass *analysis.Pass, s *settings) (res *result.Package, err error) {
	if !relevant(pass) {
		return &result.Package{Policy: policy.Default()}, nil
	}
	pol, err := s.policyOf(pass)
	if err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error in package %s: %v\n%s", pass.Pkg.Path(), p, debug.Stack())
		}
	}()
	found, widened := judge(pass, pol)
	if pass.Report != nil {
		report.All(pass, suppressed(pass, pol, found), pol.Tests)
	}
	return &result.Package{Policy: pol, Widened: widened}, nil
}
