// Package fix makes the suggested fixes.
//
// A fix is a list of edits of source text. It compiles, keeps gofmt's form
// (but for columns, which every driver aligns) and every comment that is not
// of what it removes, adds the import that it needs under a name that is free
// where it is used, and takes back an import that nothing uses any more.
//
//   - [Fixer.Wrap] passes an expression through the sanitizer where it stands,
//     and [Fixer.Resanitize] a field of a variable, just before it is used.
//   - [Fixer.Remove] leaves out an entry of a literal, a map or a chain.
//   - [Fixer.Getenv] reads a text from the environment.
//   - [Fixer.Import] and [Fixer.Unimport] are for other fixes, too.
//
// Each returns false where it cannot be sure of all that; then there is no
// fix. There is none in a generated file.
//
// Drivers apply the fixes of all findings at once: equal edits become one, a
// fix whose edits overlap another's is dropped. So fixes that must not meet
// overlap on purpose: Wrap replaces the first and the last byte of what it
// wraps, because two pairs of plain insertions at one place would be mixed.
package fix

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// A Fixer makes the fixes of one package.
type Fixer struct {
	pass    *analysis.Pass
	sources map[string][]byte
	tests   []*ast.File // see testFiles
}

// New returns the fixer of a pass.
func New(pass *analysis.Pass) *Fixer {
	return &Fixer{pass: pass, sources: map[string][]byte{}}
}

// Sorted returns edits in the order of the file, each once.
func Sorted(edits []analysis.TextEdit) []analysis.TextEdit {
	out := slices.SortedStableFunc(slices.Values(edits), func(a, b analysis.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
	})
	return slices.CompactFunc(out, func(a, b analysis.TextEdit) bool {
		return a.Pos == b.Pos && a.End == b.End && string(a.NewText) == string(b.NewText)
	})
}

// Disjoint reports whether no two of the sorted edits overlap: a driver
// refuses a fix in which they do.
func Disjoint(edits []analysis.TextEdit) bool {
	for i := 1; i < len(edits); i++ {
		if edits[i].Pos < edits[i-1].End {
			return false
		}
	}
	return true
}

// file returns the file at pos; nil if there is none to be edited there.
func (x *Fixer) file(pos token.Pos) *ast.File {
	for _, f := range x.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			if ast.IsGenerated(f) || x.text(f) == nil {
				return nil
			}
			return f
		}
	}
	return nil
}

// text returns the source of a file; nil if it cannot be read, or is not the
// one that was parsed.
func (x *Fixer) text(f *ast.File) []byte {
	tf := x.pass.Fset.File(f.FileStart)
	if text, ok := x.sources[tf.Name()]; ok {
		return text
	}
	var text []byte
	if x.pass.ReadFile != nil {
		text, _ = x.pass.ReadFile(tf.Name())
	}
	if len(text) != tf.Size() {
		text = nil
	}
	x.sources[tf.Name()] = text
	return text
}

// source returns the text from pos to end, both in f.
func (x *Fixer) source(f *ast.File, pos, end token.Pos) string {
	tf := x.pass.Fset.File(f.FileStart)
	return string(x.text(f)[tf.Offset(pos):tf.Offset(end)])
}

// line returns the number of the line that pos is on.
func (x *Fixer) line(pos token.Pos) int {
	return x.pass.Fset.PositionFor(pos, false).Line
}

// around returns n and the nodes that it is in, innermost first.
func around(f *ast.File, n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(f, n.Pos(), n.End())
	for i, p := range path {
		if p == n {
			return path[i:]
		}
	}
	return nil
}

// commentIn returns the first comment that overlaps the text from pos to end,
// or nil.
func commentIn(f *ast.File, pos, end token.Pos) *ast.Comment {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if c.Pos() < end && pos < c.End() {
				return c
			}
		}
	}
	return nil
}

// afterComment is the end of the comment that follows pos on its line, or pos.
func (x *Fixer) afterComment(f *ast.File, pos token.Pos) token.Pos {
	for _, g := range f.Comments {
		if g.Pos() >= pos && x.line(g.Pos()) == x.line(pos) {
			return g.List[0].End()
		}
	}
	return pos
}

func insert(pos token.Pos, text string) analysis.TextEdit { return replace(pos, pos, text) }

func replace(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}
