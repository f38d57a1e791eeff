// Package finding holds what the rules report and the reports print: the
// leaf type that rules, fixes and reports share.
package finding

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// A Finding is one problem at one place.
type Finding struct {
	Rule    string // the rule's name, the diagnostic's category
	Pos     token.Pos
	End     token.Pos // NoPos if unknown
	Message string    // one sentence: what leaks where, and what to do; never the value
	Path    []Step    // from source to sink, in order
	Fixes   []analysis.SuggestedFix
}

// A Step is one place on the way from a source to a sink.
type Step struct {
	Pos     token.Pos
	Message string
}

// Diagnostic returns f in the form that drivers print.
func (f Finding) Diagnostic() analysis.Diagnostic {
	d := analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Rule, Message: f.Message, SuggestedFixes: f.Fixes,
	}
	for _, s := range f.Path {
		if s.Pos.IsValid() {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.Pos, Message: s.Message})
		}
	}
	return d
}
