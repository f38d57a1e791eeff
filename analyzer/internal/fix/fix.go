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
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Fixer makes the fixes of one package. Each kind of fix has a type and a
// file of its own. They share what they know of the code, of the names in it
// and of its imports.
type Fixer struct {
	*imports
	wrapper
	remover
	environment
	comparer
}

// New returns the fixer of a pass.
func New(pass *analysis.Pass) *Fixer {
	c := &code{pass: pass, sources: map[string][]byte{}}
	i := &imports{&names{c}}
	return &Fixer{
		imports: i, wrapper: wrapper{i}, remover: remover{i, purity{c}}, environment: environment{i}, comparer: comparer{i},
	}
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

func insert(pos token.Pos, text string) analysis.TextEdit { return replace(pos, pos, text) }

func replace(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}
