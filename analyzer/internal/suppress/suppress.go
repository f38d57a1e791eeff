// Package suppress obeys the directive
//
//	//ciolint:ignore RULE[,RULE] REASON
//
// at the end of a line, or on a line of its own above: it silences the
// findings of the rules on that line, and in the statement or the entry of a
// literal that begins there, function literals in it excepted. It silences
// what is reported and nothing else: what functions do, as callers in other
// packages learn it, stays as it is, so that a finding there is theirs to
// judge.
//
// A directive that is wrong is a finding itself, of the rule [catalog.Ignore]: without
// a reason, with an unknown rule, or one that silences nothing. One without
// effect is not obeyed either. So is a struct tag pii with a value that does not
// exist.
//
// Whether a directive silences something may depend on the test files that a
// package is analysed with: they may add a caller, or a finding, see
// [Options].
package suppress

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/ciolint/ciolint/internal/catalog"
)

// rule is the one whose findings are about directives.
var rule = catalog.Ignore

// Options are what [Apply] needs to know of a run.
type Options struct {
	Applies func(rule string) bool // a directive for a rule that does not apply is not missed
	Tests   bool                   // findings in test files are reported

	// Partial says that test files belong to the package that are not at hand:
	// whether a directive is used is then judged where they are.
	Partial func() bool
}

// Apply returns the findings that no directive silences, and those about
// directives and struct tags.
func Apply(pass *analysis.Pass, fs []analysis.Diagnostic, o Options) []analysis.Diagnostic {
	s := &state{pass: pass, o: o, files: map[*token.File]*file{}}
	for _, f := range pass.Files {
		s.enter(f)
	}
	left := fs
	if s.count > 0 {
		left = slices.DeleteFunc(slices.Clone(fs), s.silenced)
	}
	if o.Applies(rule.Name) {
		left = append(left, s.tags()...)
		left = append(left, s.wrong()...)
		left = append(left, s.unused()...)
	}
	return left
}

type state struct {
	pass  *analysis.Pass
	o     Options
	files map[*token.File]*file
	order []*file
	count int // of directives
}

type file struct {
	syntax     *ast.File
	directives []*directive
}

// enter reads the directives of a file. Those of a test file mean nothing if
// nothing is reported there.
func (s *state) enter(f *ast.File) {
	tf := s.pass.Fset.File(f.FileStart)
	if tf == nil {
		return
	}
	if !s.o.Tests && IsTest(s.pass.Fset, f.FileStart) {
		return
	}
	x := &file{syntax: f, directives: directivesOf(s.pass.Fset, f)}
	s.count += len(x.directives)
	s.files[tf] = x
	s.order = append(s.order, x)
}

// IsTest reports whether pos is in a test file.
func IsTest(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}

// silenced reports whether a directive silences f, and notes that it does.
func (s *state) silenced(f analysis.Diagnostic) bool {
	x := s.files[s.pass.Fset.File(f.Pos)]
	if x == nil || len(x.directives) == 0 {
		return false
	}
	lines := s.lines(x.syntax, f.Pos)
	silenced := false
	for _, d := range x.directives {
		if slices.Contains(d.rules, f.Category) && slices.Contains(lines, d.line) {
			d.used[f.Category] = true
			silenced = true
		}
	}
	return silenced
}

// lines returns the line of pos and those on which the statements, and the
// entries of literals, around it begin.
func (s *state) lines(f *ast.File, pos token.Pos) []int {
	out := []int{lineOf(s.pass.Fset, pos)}
	path, _ := astutil.PathEnclosingInterval(f, pos, pos)
	for _, n := range path {
		switch n.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause, *ast.FuncLit, *ast.FuncDecl:
			return out
		case ast.Stmt, ast.Spec, *ast.GenDecl, *ast.KeyValueExpr:
			out = append(out, lineOf(s.pass.Fset, n.Pos()))
		}
	}
	return out
}

// wrong returns the findings about what directives say.
func (s *state) wrong() []analysis.Diagnostic {
	var out []analysis.Diagnostic
	for _, x := range s.order {
		for _, d := range x.directives {
			for _, message := range d.wrong {
				out = append(out, about(d, message))
			}
		}
	}
	return out
}

// unused returns the findings about directives that silence nothing.
func (s *state) unused() []analysis.Diagnostic {
	if !s.anyUnused() || s.o.Partial() {
		return nil
	}
	var out []analysis.Diagnostic
	for _, x := range s.order {
		for _, d := range x.directives {
			for _, name := range s.idle(d) {
				out = append(out, about(d, fmt.Sprintf("this directive suppresses no finding of the rule %s; remove it", name)))
			}
		}
	}
	return out
}

func (s *state) anyUnused() bool {
	for _, x := range s.order {
		for _, d := range x.directives {
			if len(s.idle(d)) > 0 {
				return true
			}
		}
	}
	return false
}

// idle returns the rules of d that apply, and of which it silences nothing.
func (s *state) idle(d *directive) []string {
	var out []string
	for _, name := range d.rules {
		if !d.used[name] && s.o.Applies(name) {
			out = append(out, name)
		}
	}
	return out
}

func about(d *directive, message string) analysis.Diagnostic {
	return analysis.Diagnostic{Category: rule.Name, Pos: d.comment.Pos(), End: d.comment.End(), Message: message}
}
