package plugin

import (
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestKeep: of each finding the first fix is kept, unless golangci-lint could
// not apply it.
func TestKeep(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	a, b := fset.AddFile("a.go", -1, 100), fset.AddFile("b.go", -1, 100)
	a.SetLines([]int{0, 50, 80})
	a.AddLineColumnInfo(80, "b.go", 3, 1)
	edit := func(f *token.File, from, to int, text string) analysis.TextEdit {
		return analysis.TextEdit{Pos: f.Pos(from), End: f.Pos(to), NewText: []byte(text)}
	}
	fix := func(message string, edits ...analysis.TextEdit) analysis.SuggestedFix {
		return analysis.SuggestedFix{Message: message, TextEdits: edits}
	}
	var x fixes
	for _, test := range []struct {
		what  string
		at    int // in a.go
		fixes []analysis.SuggestedFix
		want  string // the message of what is kept
	}{
		{"no fix", 10, nil, ""},
		{"two", 10, []analysis.SuggestedFix{fix("wrap", edit(a, 10, 11, "f(x"), edit(a, 1, 1, "import")), fix("remove", edit(a, 5, 20, ""))}, "wrap"},
		{"the same import", 30, []analysis.SuggestedFix{fix("other", edit(a, 30, 31, "f(y"), edit(a, 1, 1, "import"))}, "other"},
		{"another insertion there", 32, []analysis.SuggestedFix{fix("insert", edit(a, 1, 1, "import other"))}, "insert"},
		{"an overlap", 8, []analysis.SuggestedFix{fix("remove", edit(a, 8, 12, "")), fix("insert", edit(a, 8, 8, "x"))}, ""},
		{"the same place, another text", 10, []analysis.SuggestedFix{fix("wrap", edit(a, 10, 11, "g(x"))}, ""},
		{"beside one", 11, []analysis.SuggestedFix{fix("next", edit(a, 11, 12, "z"))}, "next"},
		{"no end", 40, []analysis.SuggestedFix{fix("insert", analysis.TextEdit{Pos: a.Pos(40), NewText: []byte("x")})}, "insert"},
		{"another file", 50, []analysis.SuggestedFix{fix("wrap", edit(a, 50, 51, "f("), edit(b, 50, 51, ")"))}, ""},
		{"nothing of it is made", 50, []analysis.SuggestedFix{fix("wrap", edit(a, 50, 51, "g("))}, "wrap"},
		{"a line directive", 85, []analysis.SuggestedFix{fix("wrap", edit(a, 85, 86, "f("))}, ""},
	} {
		got := x.keep(fset, analysis.Diagnostic{Pos: a.Pos(test.at), SuggestedFixes: test.fixes})
		if message := messageOf(got); message != test.want || len(got) > 1 {
			t.Errorf("%s: kept %q, want %q", test.what, message, test.want)
		}
	}
}

func messageOf(fixes []analysis.SuggestedFix) string {
	if len(fixes) == 0 {
		return ""
	}
	return fixes[0].Message
}
