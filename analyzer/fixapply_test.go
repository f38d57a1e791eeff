package analyzer_test

import (
	"bytes"
	"go/token"
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// A textEdit is an analysis.TextEdit in bytes of a file.
type textEdit struct {
	start, end int
	text       string
}

func editsOf(fset *token.FileSet, fix analysis.SuggestedFix) map[string][]textEdit {
	out := map[string][]textEdit{}
	for _, e := range fix.TextEdits {
		f := fset.File(e.Pos)
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		out[f.Name()] = append(out[f.Name()], textEdit{f.Offset(e.Pos), f.Offset(end), string(e.NewText)})
	}
	return out
}

// mergeEdits joins two lists of edits. Equal edits are one; edits that overlap
// are a conflict, and the first list wins.
func mergeEdits(xs, ys []textEdit) ([]textEdit, bool) {
	out := slices.Clone(xs)
	for _, y := range ys {
		if slices.Contains(xs, y) {
			continue
		}
		for _, x := range xs {
			if x.start < y.end && y.start < x.end || x.start < y.start && y.start < x.end || y.start < x.start && x.start < y.end {
				return xs, false
			}
		}
		out = append(out, y)
	}
	slices.SortStableFunc(out, func(a, b textEdit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end
	})
	return out, true
}

func applied(t *testing.T, edits map[string][]textEdit) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, es := range edits {
		old, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		at := 0
		for _, e := range es {
			b.Write(old[at:e.start])
			b.WriteString(e.text)
			at = e.end
		}
		b.Write(old[at:])
		out[name] = b.Bytes()
	}
	return out
}
