package plugin

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// fixes are the edits of one package that golangci-lint is left to make.
//
// Other drivers apply the first fix of a finding, in all of its files, and
// leave out one that overlaps another. golangci-lint with --fix applies all
// fixes of a finding at once, but only the edits in the file that the finding
// is in, and to the file that a line directive names. If two edits of a file
// overlap, it applies none there and shows none of the findings. So it gets
// only what cannot go wrong; a finding that is left without a fix stays.
type fixes struct{ edits []analysis.TextEdit }

// keep returns what is left of the fixes of d: one or none.
func (x *fixes) keep(fset *token.FileSet, d analysis.Diagnostic) []analysis.SuggestedFix {
	if len(d.SuggestedFixes) == 0 {
		return nil
	}
	first := d.SuggestedFixes[0]
	file := fset.File(d.Pos)
	if file == nil || file.Name() != fset.Position(d.Pos).Filename {
		return nil
	}
	for _, e := range first.TextEdits {
		if fset.File(e.Pos) != file || slices.ContainsFunc(x.edits, func(other analysis.TextEdit) bool { return overlap(e, other) }) {
			return nil
		}
	}
	x.edits = append(x.edits, first.TextEdits...)
	return []analysis.SuggestedFix{first}
}

// overlap reports whether two edits cannot both be made. Equal ones are one.
func overlap(a, b analysis.TextEdit) bool {
	if a.Pos == b.Pos && end(a) == end(b) {
		return a.Pos != end(a) && string(a.NewText) != string(b.NewText)
	}
	return a.Pos < end(b) && b.Pos < end(a)
}

func end(e analysis.TextEdit) token.Pos {
	if e.End.IsValid() {
		return e.End
	}
	return e.Pos
}
