package report

import (
	"fmt"
	"go/token"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestAll: in order, each once, none without a place, and those of tests only
// where they are wanted.
func TestAll(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	code, test := fset.AddFile("p.go", -1, 100), fset.AddFile("p_test.go", -1, 100)
	at := func(f *token.File, offset int, rule, message string) analysis.Diagnostic {
		return analysis.Diagnostic{Pos: f.Pos(offset), Category: rule, Message: message}
	}
	found := []analysis.Diagnostic{
		at(test, 1, "neversend", "in a test"),
		at(code, 7, "unsanitized", "b"),
		at(code, 7, "neversend", "z"),
		at(code, 7, "unsanitized", "a"),
		at(code, 3, "webhook", "first"),
		at(code, 7, "unsanitized", "a"), // seen from another call
		at(code, 8, "unsanitized", "a"), // the same words elsewhere
		{Category: "erasure", Message: "nowhere"},
	}
	want := []string{"webhook first", "neversend z", "unsanitized a", "unsanitized b", "unsanitized a"}
	for tests, want := range map[bool][]string{false: want, true: append(slices.Clone(want), "neversend in a test")} {
		var got []string
		pass := &analysis.Pass{Fset: fset, Report: func(d analysis.Diagnostic) { got = append(got, fmt.Sprint(d.Category, " ", d.Message)) }}
		All(pass, slices.Clone(found), tests)
		if !slices.Equal(got, want) {
			t.Errorf("with tests %v: %q, want %q", tests, got, want)
		}
	}
}

// TestFirstWins: of two findings that are one problem, the path and the fixes
// of the first are shown.
func TestFirstWins(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	pos := fset.AddFile("p.go", -1, 10).Pos(1)
	var got []analysis.Diagnostic
	pass := &analysis.Pass{Fset: fset, Report: func(d analysis.Diagnostic) { got = append(got, d) }}
	All(pass, []analysis.Diagnostic{
		{Pos: pos, Category: "neversend", Message: "m", SuggestedFixes: []analysis.SuggestedFix{{Message: "first"}}},
		{Pos: pos, Category: "neversend", Message: "m", SuggestedFixes: []analysis.SuggestedFix{{Message: "second"}}},
	}, true)
	if len(got) != 1 || got[0].SuggestedFixes[0].Message != "first" {
		t.Errorf("reported: %v", got)
	}
}
