// Package report tells the driver of findings: in order, each once, and none
// in test files where the user wants none there. Everything else that a
// finding has to say fits into an [analysis.Diagnostic].
package report

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/suppress"
)

// All reports the findings of one package, by position, rule and message. Two
// that agree in all three are one problem, seen from two sides. One without a
// position has nowhere to be shown.
func All(pass *analysis.Pass, found []analysis.Diagnostic, tests bool) {
	slices.SortStableFunc(found, func(a, b analysis.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Category, b.Category), cmp.Compare(a.Message, b.Message))
	})
	type key struct {
		pos           token.Pos
		rule, message string
	}
	seen := map[key]bool{}
	for _, d := range found {
		k := key{d.Pos, d.Category, d.Message}
		if seen[k] || !d.Pos.IsValid() || !tests && suppress.IsTest(pass.Fset, d.Pos) {
			continue
		}
		seen[k] = true
		pass.Report(d)
	}
}
