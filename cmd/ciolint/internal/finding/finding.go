// Package finding holds what the command knows of a finding: the driver makes
// them of diagnostics, baseline tells known ones from new ones, report prints
// them.
package finding

import (
	"cmp"
	"go/token"
	"slices"
)

// A Finding is one problem at one place. File names are absolute, columns and
// offsets count bytes, as everywhere in go/token.
type Finding struct {
	Rule     string
	Severity string // Error, Warning or Note; empty means Error
	Message  string // one sentence, without any personal value or credential
	Package  string // import path, the same in the package's test variants
	Pos, End token.Position
	Path     []Step // from source to sink
	Fixes    []Fix  // alternatives; -fix applies the first
	Known    bool   // it is in the baseline
}

// The severities.
const (
	Error   = "error"
	Warning = "warning"
	Note    = "note"
)

// A Step is one place on the way from a source to a sink.
type Step struct {
	Pos     token.Position
	Message string
}

// A Fix is a change that makes the finding disappear.
type Fix struct {
	Message string // what it does: a verb phrase with a capital letter
	Edits   []Edit
}

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// Level returns the severity of f, which is Error if none is set: what nobody
// has judged must not look harmless.
func (f *Finding) Level() string {
	if f.Severity == Warning || f.Severity == Note {
		return f.Severity
	}
	return Error
}

// Extent returns the end of f, or its beginning if no end is known.
func (f *Finding) Extent() token.Position {
	if f.End.Filename != f.Pos.Filename || !f.End.IsValid() || before(f.End, f.Pos) {
		return f.Pos
	}
	return f.End
}

func before(a, b token.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// Sorted returns the findings by file, line, column, rule and message, so that
// a report does not depend on the order in which packages were analyzed.
func Sorted(fs []Finding) []Finding {
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Filename, b.Pos.Filename),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Package, b.Package),
		)
	})
	return fs
}
