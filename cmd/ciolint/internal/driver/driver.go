// Package driver runs the analyzer over a loaded program and makes findings
// of its diagnostics.
package driver

import (
	"errors"
	"fmt"
	"go/token"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/policy"
)

// Run analyses the packages asked for and everything their Imports hold. It
// returns the findings in the packages themselves, each once, and what kept a
// package from being analysed, except that one does not compile: that the
// program knows.
func Run(a *analysis.Analyzer, prog *load.Program) ([]finding.Finding, []error) {
	graph, err := checker.Analyze([]*analysis.Analyzer{frugal(a, prog)}, prog.Asked, nil)
	if err != nil {
		return nil, []error{err}
	}
	var out []finding.Finding
	seen := map[string]bool{} // files that are in two packages, of a test and not
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			f := convert(act, d)
			if key := fmt.Sprint(f.Pos, f.Rule, f.Message); !seen[key] {
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return finding.Sorted(out), failures(graph)
}

// frugal is a with two things that a driver owes the machine: no more packages
// at once than there are processors, and syntax only of these.
func frugal(a *analysis.Analyzer, prog *load.Program) *analysis.Analyzer {
	cpu := make(chan struct{}, runtime.GOMAXPROCS(0))
	b := *a
	b.Run = func(pass *analysis.Pass) (any, error) {
		cpu <- struct{}{}
		defer func() { <-cpu }()
		p, err := prog.Check(pass.Pkg)
		defer prog.Release(p)
		if err != nil {
			return nil, err
		}
		// In place, because pass.ReadFile looks there for what it may read.
		pass.Files, pass.TypesInfo = p.Syntax, p.TypesInfo
		defer func() { pass.Files, pass.TypesInfo = nil, nil }()
		findings, facts := prog.Wanted(pass.Pkg)
		if !findings {
			pass.Report = nil
		}
		if !facts {
			pass.ExportObjectFact = nil
		}
		return a.Run(pass)
	}
	return &b
}

// failures returns the errors of actions, one for each text.
func failures(graph *checker.Graph) []error {
	var out []error
	seen := map[string]bool{}
	for act := range graph.All() {
		if act.Err == nil || errors.Is(act.Err, load.ErrIllTyped) || strings.HasPrefix(act.Err.Error(), "failed prerequisites") {
			continue
		}
		if text := act.Err.Error(); !seen[text] {
			seen[text] = true
			out = append(out, act.Err)
		}
	}
	slices.SortFunc(out, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return out
}

func convert(act *checker.Action, d analysis.Diagnostic) finding.Finding {
	fset := act.Package.Fset
	f := finding.Finding{
		Rule: d.Category, Severity: severity(act, d.Category), Message: d.Message, Package: act.Package.PkgPath,
		Pos: fset.Position(d.Pos),
	}
	if d.End.IsValid() {
		f.End = fset.Position(d.End)
	}
	for _, r := range d.Related {
		f.Path = append(f.Path, finding.Step{Pos: fset.Position(r.Pos), Message: r.Message})
	}
	for _, s := range d.SuggestedFixes {
		f.Fixes = append(f.Fixes, finding.Fix{Message: s.Message, Edits: edits(fset, s.TextEdits)})
	}
	return f
}

func edits(fset *token.FileSet, list []analysis.TextEdit) []finding.Edit {
	var out []finding.Edit
	for _, e := range list {
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		file := fset.File(e.Pos)
		out = append(out, finding.Edit{File: file.Name(), Start: file.Offset(e.Pos), End: file.Offset(end), New: string(e.NewText)})
	}
	return out
}

// severity asks the result, which is the policy of the package.
func severity(act *checker.Action, rule string) string {
	if p, ok := act.Result.(*policy.Policy); ok && p != nil {
		return string(p.Severity(rule))
	}
	return finding.Error
}
