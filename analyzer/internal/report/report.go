// Package report turns findings into diagnostics: in order, one for each
// problem, and none where the user has said that there is none.
package report

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/finding"
)

// All reports the findings of one package.
func All(pass *analysis.Pass, fs []finding.Finding, tests bool) {
	slices.SortStableFunc(fs, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	type key struct {
		pos           token.Pos
		rule, message string
	}
	seen := map[key]bool{}
	for _, f := range fs {
		k := key{f.Pos, f.Rule, f.Message}
		if seen[k] || !f.Pos.IsValid() || !tests && inTest(pass.Fset, f.Pos) {
			continue
		}
		seen[k] = true
		pass.Report(f.Diagnostic())
	}
}

func inTest(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}
