// Package plugin makes ciolint a linter of golangci-lint, by its module
// plugin system: https://golangci-lint.run/docs/plugins/module-plugins/.
//
// .custom-gcl.yml at the root of this repository builds a golangci-lint that
// has it, .golangci.example.yml runs it. The linter's settings are a policy,
// with the fields of .ciolint.yml; without settings the .ciolint.yml of each
// module holds.
//
// Findings are the same as elsewhere, if golangci-lint is told not to drop any
// (the example tells it). It has no place for the rule and for the path from
// source to sink, a severity is its own to set, and a finding in a file that
// is not Go's, because a line directive says so, it shows in the Go file.
package plugin

import (
	"fmt"
	"reflect"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/internal/policy"
)

// Name is what the linter is called in golangci-lint's configuration, and
// behind //nolint.
const Name = "ciolint"

func init() { register.Plugin(Name, New) }

// New returns the linter for settings that golangci-lint has decoded. What is
// wrong with them is an error that names the field.
func New(settings any) (register.LinterPlugin, error) {
	fields, err := fieldsOf(settings)
	if err != nil {
		return nil, err
	}
	a, err := analyzer.NewWithPolicy(fields)
	if err != nil {
		return nil, err
	}
	return &linter{a, len(fields) == 0}, nil
}

func fieldsOf(settings any) (map[string]any, error) {
	switch m := settings.(type) {
	case nil:
		return nil, nil
	case map[string]any:
		return m, nil
	case map[any]any:
		fields := map[string]any{}
		for k, v := range m {
			fields[fmt.Sprint(k)] = v
		}
		return fields, nil
	}
	return nil, fmt.Errorf("the settings of %s are a %T, want a mapping with the fields of .ciolint.yml", Name, settings)
}

type linter struct {
	analyzer  *analysis.Analyzer
	hasPolicy bool // from files, see [linter.BuildAnalyzers]
}

// GetLoadMode asks for types.
func (*linter) GetLoadMode() string { return register.LoadModeTypesInfo }

// found is what the analyzer reports of one package.
type found struct{ diagnostics []analysis.Diagnostic }

// BuildAnalyzers returns two analyzers: one that works, and one called as the
// linter is that reports what the other found.
//
// golangci-lint keeps findings and facts of a package by the names of the
// analyzers, until its configuration or the package changes. It knows nothing
// of policy files, so the name of the first has their digest: what was found
// under another policy is not found again. The second drops the related
// places of a finding, which golangci-lint would print as findings, and the
// fixes that it would spoil, see [fixes].
func (l *linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	digest := "settings" // golangci-lint watches these itself
	if l.hasPolicy {
		var err error
		if digest, err = policy.Digest("."); err != nil {
			return nil, err
		}
	}
	work := *l.analyzer
	run := work.Run
	work.Name = Name + "_" + digest
	work.ResultType = reflect.TypeFor[*found]()
	work.Run = func(pass *analysis.Pass) (any, error) {
		var f found
		p := *pass
		p.Report = func(d analysis.Diagnostic) { f.diagnostics = append(f.diagnostics, d) }
		_, err := run(&p)
		return &f, err
	}
	report := &analysis.Analyzer{
		Name: Name, Doc: work.Doc, URL: work.URL,
		Requires: []*analysis.Analyzer{&work},
		Run: func(pass *analysis.Pass) (any, error) {
			var applied fixes
			for _, d := range pass.ResultOf[&work].(*found).diagnostics {
				d.Related = nil
				d.SuggestedFixes = applied.keep(pass.Fset, d)
				pass.Report(d)
			}
			return nil, nil
		},
	}
	return []*analysis.Analyzer{report, &work}, nil
}
