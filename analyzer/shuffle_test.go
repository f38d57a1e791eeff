package analyzer

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// orderDependent are the findings that come and go with the order of the
// source, and why: places in the engine that end before they have seen
// everything. Each one is a fault. The list may only become shorter.
var orderDependent = map[located]string{}

// A located is a finding at its place in the file on the disk. In
// orderDependent the line does not count.
type located struct {
	file          string
	line          int
	rule, message string
}

func (l located) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", l.file, l.line, l.rule, l.message)
}

// TestOrderDoesNotMatter shuffles the declarations of each file of the corpus,
// the files of each package and the packages, and compares the findings with
// those of the source as it is: their rules, messages, and places in the
// unshuffled text.
func TestOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	c := readCorpus(t)
	loaded, err := c.load(c.fixtures)
	if err != nil {
		t.Fatal(err)
	}
	plain := newShuffled(t, c, loaded, nil)
	want := plain.findings()
	if len(want) < 1000 {
		t.Fatalf("only %d findings", len(want))
	}
	left := maps.Clone(orderDependent)
	for seed := range uint64(4) {
		s := newShuffled(t, c, loaded, rand.New(rand.NewPCG(seed, 0)))
		got := s.findings()
		if n := s.misplaced(); n < len(s.moved)/2 {
			t.Errorf("seed %d: only %d of %d files are in another order", seed, n, len(s.moved))
		}
		for _, l := range slices.Concat(difference(want, got), difference(got, want)) {
			known := located{l.file, 0, l.rule, l.message}
			delete(left, known)
			if orderDependent[known] == "" {
				t.Errorf("seed %d: found in one order and not in another: %s", seed, l)
			}
		}
	}
	for l, why := range left {
		t.Errorf("no longer depends on the order, take it from the list: %s (%s)", l, why)
	}
}

// difference returns what of xs is not in ys.
func difference(xs, ys []located) []located {
	have := map[located]int{}
	for _, y := range ys {
		have[y]++
	}
	var out []located
	for _, x := range xs {
		if have[x]--; have[x] < 0 {
			out = append(out, x)
		}
	}
	return out
}

// A shuffled is the corpus in another order. Only fixtures are shuffled.
type shuffled struct {
	t      *testing.T
	corpus *corpus
	rand   *rand.Rand // nil leaves everything where it is
	loaded map[string]*packages.Package
	made   map[string]*packages.Package
	moved  map[string][]chunk // by file
}

// A chunk is declarations that stay together, and where they stood.
type chunk struct {
	text       []byte
	start, was int // offsets in the shuffled file and in the file on the disk
}

func newShuffled(t *testing.T, c *corpus, pkgs []*packages.Package, r *rand.Rand) *shuffled {
	s := &shuffled{t: t, corpus: c, rand: r, loaded: map[string]*packages.Package{}, made: map[string]*packages.Package{}, moved: map[string][]chunk{}}
	for _, p := range pkgs {
		if p.ID == p.PkgPath { // without its tests
			s.loaded[p.PkgPath] = p
		}
	}
	return s
}

// findings returns the findings of the fixtures, each in its mode, with their
// places in the files on the disk.
func (s *shuffled) findings() []located {
	s.t.Helper()
	var out []located
	for _, mode := range modes {
		var roots []*packages.Package
		for _, f := range s.corpus.fixtures {
			if f.mode() == mode {
				roots = append(roots, s.pkg(f.path))
			}
		}
		shuffle(s.rand, roots)
		graph, err := checker.Analyze([]*analysis.Analyzer{analyzerFor(s.t, mode)}, roots, &checker.Options{Sequential: true})
		if err != nil {
			s.t.Fatal(err)
		}
		for _, act := range graph.Roots {
			if act.Err != nil {
				s.t.Error(act.Err)
			}
			for _, d := range act.Diagnostics {
				file, line := s.place(act.Package.Fset, d.Pos)
				out = append(out, located{file, line, d.Category, d.Message})
			}
		}
	}
	return out
}

// misplaced counts the files whose declarations have changed places.
func (s *shuffled) misplaced() int {
	n := 0
	for _, chunks := range s.moved {
		if !slices.IsSortedFunc(chunks, func(a, b chunk) int { return a.was - b.was }) {
			n++
		}
	}
	return n
}

// place is where pos is in the file on the disk.
func (s *shuffled) place(fset *token.FileSet, pos token.Pos) (name string, line int) {
	file := fset.File(pos)
	offset := file.Offset(pos)
	for _, c := range s.moved[file.Name()] {
		if c.start <= offset && offset < c.start+len(c.text) {
			offset += c.was - c.start
			break
		}
	}
	text, err := os.ReadFile(file.Name())
	if err != nil {
		s.t.Fatal(err)
	}
	return relative(file.Name()), 1 + bytes.Count(text[:offset], []byte("\n"))
}

// pkg returns a package in its new order, type-checked; what is no fixture, as
// it was loaded.
func (s *shuffled) pkg(path string) *packages.Package {
	s.t.Helper()
	if p := s.made[path]; p != nil {
		return p
	}
	old := s.loaded[path]
	if old == nil || !slices.ContainsFunc(s.corpus.fixtures, func(f *fixture) bool { return f.path == path }) {
		return old
	}
	p := &packages.Package{ID: old.ID, Name: old.Name, PkgPath: old.PkgPath, Fset: old.Fset, TypesSizes: old.TypesSizes, TypesInfo: newInfo(), Imports: maps.Clone(old.Imports)}
	for path := range p.Imports {
		if imp := s.pkg(path); imp != nil {
			p.Imports[path] = imp
		}
	}
	names := slices.Clone(old.CompiledGoFiles)
	shuffle(s.rand, names)
	for _, name := range names {
		p.Syntax = append(p.Syntax, s.file(p.Fset, name))
	}
	var err error
	if p.Types, err = (&types.Config{Importer: importsOf{p}, Sizes: p.TypesSizes}).Check(path, p.Fset, p.Syntax, p.TypesInfo); err != nil {
		s.t.Fatal(err)
	}
	s.made[path] = p
	return p
}

// importsOf imports what a package was loaded with.
type importsOf struct{ *packages.Package }

func (p importsOf) Import(path string) (*types.Package, error) {
	if imp := p.Imports[path]; imp != nil {
		return imp.Types, nil
	}
	return nil, fmt.Errorf("%s does not import %s", p.PkgPath, path)
}

// file parses a file with its declarations in a new order.
func (s *shuffled) file(fset *token.FileSet, name string) *ast.File {
	s.t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		s.t.Fatal(err)
	}
	head, chunks := declarations(s.t, name, text)
	shuffle(s.rand, chunks)
	out := slices.Clone(head)
	for i := range chunks {
		chunks[i].start = len(out)
		out = append(out, chunks[i].text...)
	}
	s.moved[name] = chunks
	f, err := parser.ParseFile(fset, name, out, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		s.t.Fatal(err)
	}
	return f
}

// declarations cuts a file into what comes before its declarations, imports
// among that, and the lines of each declaration with the comments above it.
func declarations(t *testing.T, name string, text []byte) (head []byte, chunks []chunk) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	lineEnd := func(pos token.Pos) int {
		at := fset.File(pos).Offset(pos)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			return at + i + 1
		}
		return len(text)
	}
	end := lineEnd(f.Name.End())
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			end = lineEnd(d.End())
		}
	}
	head = text[:end]
	for _, d := range f.Decls {
		if next := lineEnd(d.End()); next > end {
			chunks = append(chunks, chunk{text: append(slices.Clone(text[end:next]), '\n'), was: end})
			end = next
		}
	}
	return head, chunks
}

func shuffle[T any](r *rand.Rand, xs []T) {
	if r != nil {
		r.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	}
}
