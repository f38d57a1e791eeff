// Package text reads what text a value is: constants, and the values between
// them. "https://track.customer.io/api/v1/customers/" + url.PathEscape(id) is a
// constant and the value id.
//
// A [Reader] looks through what puts texts together (concatenation, fmt,
// strings, net/url, functions of the package with one return) and asks the
// engine, its [Core], for the rest. An [Env] says through which calls the
// text is seen, so that a parameter is what those calls pass.
//
// A text that is not known is a hole: a [Piece] that has a value and no
// constant. Where reading ends at a bound, what is left is a hole.
package text

import (
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A Core is the engine that knows what values hold.
type Core interface {
	// Package is the package that is analysed.
	Package() *ssa.Package
	// Callees returns the functions of the package that a call may execute.
	Callees(call ssa.CallInstruction) []*ssa.Function
	// Content is what the part of v at p may hold at a moment, the zero Point
	// being any time.
	Content(v ssa.Value, p content.Path, at ssautil.Point) *content.Content
	// Passed is what a call passes for a part of a parameter of its callee.
	Passed(call ssa.CallInstruction, r content.Ref) *content.Content
	// FieldContent is what the package stores, anywhere, in the field of a
	// parameter that r starts with.
	FieldContent(r content.Ref) *content.Content
}

// A Piece is a part of a text: a constant or, if Value is not nil, a hole.
type Piece struct {
	Const   string
	Value   ssa.Value
	Escaped bool // a hole that went through url.PathEscape or the like
}

// A Text is what a value of text is made of, in order.
type Text []Piece

// Constant returns the text if it has no holes.
func (t Text) Constant() (string, bool) {
	for _, p := range t {
		if p.Value != nil {
			return "", false
		}
	}
	return t.Shape(""), len(t) > 0
}

// Shape is the text with hole in place of each hole.
func (t Text) Shape(hole string) string {
	var b strings.Builder
	for _, p := range t {
		if p.Value != nil {
			b.WriteString(hole)
		}
		b.WriteString(p.Const)
	}
	return b.String()
}

// Holes returns the values that are the holes of the text, in order.
func (t Text) Holes() []ssa.Value {
	var out []ssa.Value
	for _, p := range t {
		if p.Value != nil {
			out = append(out, p.Value)
		}
	}
	return out
}

// DependsOn reports whether a parameter of fn is a hole of the text: then the
// callers of fn know more of it.
func (t Text) DependsOn(fn *ssa.Function) bool {
	for _, v := range t.Holes() {
		if p, ok := v.(*ssa.Parameter); ok && p.Parent() == fn {
			return true
		}
	}
	return false
}
