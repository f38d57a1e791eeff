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
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/result"
)

// Run analyses the packages asked for and everything their Imports hold. It
// returns the findings in the packages themselves, each once, how often the
// analysis widened its answer, and what kept a package from being analysed,
// except that one does not compile: that the program knows.
func Run(a *analysis.Analyzer, prog *load.Program) ([]finding.Finding, result.Widenings, []error) {
	var widened tally
	graph, err := checker.Analyze([]*analysis.Analyzer{widened.watch(frugal(a, prog))}, prog.Asked, nil)
	if err != nil {
		return nil, nil, []error{err}
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
	return finding.Sorted(out), widened.total(), failures(graph)
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

// A tally counts the widenings of a run: in every package that findings rest
// on, for the checker forgets the results of those that were not asked for.
type tally struct {
	mu sync.Mutex
	of map[string]result.Widenings // by import path: with its tests and without, a package counts once
}

// watch is a, of whose results the tally learns.
func (t *tally) watch(a *analysis.Analyzer) *analysis.Analyzer {
	b := *a
	b.Run = func(pass *analysis.Pass) (any, error) {
		res, err := a.Run(pass)
		if r, ok := res.(*result.Package); ok && r != nil {
			t.add(pass.Pkg.Path(), r.Widened)
		}
		return res, err
	}
	return &b
}

func (t *tally) add(path string, w result.Widenings) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[string]result.Widenings{}
	}
	t.of[path] = t.of[path].Or(w)
}

func (t *tally) total() result.Widenings {
	var all result.Widenings
	for _, w := range t.of {
		all = all.Plus(w)
	}
	return all
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

// severity asks the policy of the package.
func severity(act *checker.Action, rule string) string {
	if r, ok := act.Result.(*result.Package); ok && r != nil {
		return string(r.Policy.Severity(rule))
	}
	return finding.Error
}
