package finding

import (
	"go/token"
	"testing"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
}

func TestExtent(t *testing.T) {
	pos := at("a.go", 3, 5)
	for end, want := range map[token.Position]token.Position{
		at("a.go", 3, 9): at("a.go", 3, 9),
		at("a.go", 4, 1): at("a.go", 4, 1),
		pos:              pos,
		{}:               pos, // unknown
		at("a.go", 3, 4): pos, // before the beginning
		at("a.go", 2, 9): pos,
		at("b.go", 9, 9): pos, // in another file, by a line directive
	} {
		f := Finding{Pos: pos, End: end}
		if got := f.Extent(); got != want {
			t.Errorf("end %v: extent %v, want %v", end, got, want)
		}
	}
}

func TestLevel(t *testing.T) {
	for severity, want := range map[string]string{Error: Error, Warning: Warning, Note: Note, "": Error, "fatal": Error} {
		f := Finding{Severity: severity}
		if got := f.Level(); got != want {
			t.Errorf("level of %q is %q, want %q", severity, got, want)
		}
	}
}

// TestSorted has two neighbours for each thing to sort by, in both orders.
func TestSorted(t *testing.T) {
	ordered := []Finding{
		{Pos: at("a.go", 9, 9), Rule: "z"},
		{Pos: at("b.go", 2, 9), Rule: "z"},
		{Pos: at("b.go", 10, 1), Rule: "z"},
		{Pos: at("b.go", 10, 11), Rule: "b", Message: "z"},
		{Pos: at("b.go", 10, 11), Rule: "c", Message: "a", Package: "q"},
		{Pos: at("b.go", 10, 11), Rule: "c", Message: "b", Package: "p"},
		{Pos: at("b.go", 10, 11), Rule: "c", Message: "b", Package: "q"},
	}
	for i := range len(ordered) - 1 {
		first, second := ordered[i], ordered[i+1]
		for _, fs := range [][]Finding{{first, second}, {second, first}} {
			got := Sorted(fs)
			if got[0].Pos != first.Pos || got[0].Rule != first.Rule || got[0].Message != first.Message || got[0].Package != first.Package {
				t.Errorf("%+v comes before %+v", got[0], got[1])
			}
		}
	}
}
