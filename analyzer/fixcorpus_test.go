package analyzer_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/analyzer"
)

// TestFixesOverTheCorpus applies the fixes of all findings in testdata/src as
// a driver does: the first one of each finding, all at once. What comes out
// compiles, is formatted, has every comment, and no finding that was not there
// before or had a fix. The other fixes are applied one by one and compile.
func TestFixesOverTheCorpus(t *testing.T) {
	for _, mode := range []string{"always", "never"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			c := newFixCorpus(t, mode)
			before := c.load(nil)
			found := c.findings(before)
			fixed, edits := c.applyFirst(found)
			c.checkText(fixed, edits)
			after := c.load(fixed)
			c.checkCompiles(after)
			c.checkFindings(found, c.findings(after))
			c.checkAlternatives(before, found)
		})
	}
}

// A fixCorpus is testdata/src in one mode.
type fixCorpus struct {
	t    *testing.T
	mode string
	root string
	pkgs []string
}

func newFixCorpus(t *testing.T, mode string) *fixCorpus {
	root, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	c := &fixCorpus{t: t, mode: mode, root: root}
	dirs := map[string]bool{}
	src := filepath.Join(root, "src")
	err = filepath.WalkDir(src, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") {
			rel, _ := filepath.Rel(src, filepath.Dir(path))
			dirs[filepath.ToSlash(rel)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c.pkgs = append(slices.Sorted(maps.Keys(dirs)), "github.com/ciolint/ciolint/runtime/sanitize", "os", "crypto/hmac")
	return c
}

// load loads the corpus with some of its files replaced.
func (c *fixCorpus) load(overlay map[string][]byte) []*packages.Package {
	c.t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax, Dir: c.root, Overlay: overlay,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+c.root, "GOWORK=off", "GOPROXY=off"),
	}, c.pkgs...)
	if err != nil {
		c.t.Fatal(err)
	}
	return pkgs
}

// A fixFinding is a finding of the corpus.
type fixFinding struct {
	analysis.Diagnostic
	pkg *packages.Package
}

// key names a finding wherever in its file it stands.
func (f *fixFinding) key() string {
	return filepath.Base(f.pkg.Fset.Position(f.Pos).Filename) + " " + f.pkg.PkgPath + ": " + f.Message
}

func (c *fixCorpus) findings(pkgs []*packages.Package) []*fixFinding {
	c.t.Helper()
	a := analyzer.New()
	if err := a.Flags.Set("require-sanitizer", c.mode); err != nil {
		c.t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	var out []*fixFinding
	for _, act := range graph.Roots {
		for _, err := range act.Package.Errors {
			c.t.Errorf("%s: %v", act.Package.PkgPath, err)
		}
		if act.Err != nil {
			c.t.Errorf("%s: %v", act.Package.PkgPath, act.Err)
		}
		for _, d := range act.Diagnostics {
			out = append(out, &fixFinding{d, act.Package})
		}
	}
	return out
}

// applyFirst applies the first fix of every finding.
func (c *fixCorpus) applyFirst(found []*fixFinding) (map[string][]byte, map[string][]textEdit) {
	c.t.Helper()
	edits := map[string][]textEdit{}
	fixes := 0
	for _, f := range found {
		if len(f.SuggestedFixes) == 0 {
			continue
		}
		fixes++
		for name, es := range editsOf(f.pkg.Fset, f.SuggestedFixes[0]) {
			if isGenerated(f.pkg, name) {
				c.t.Errorf("%s: the fix %q changes a generated file", f.pkg.Fset.Position(f.Pos), f.SuggestedFixes[0].Message)
			}
			merged, ok := mergeEdits(edits[name], es)
			if !ok {
				c.t.Errorf("%s: the fix %q conflicts with another", f.pkg.Fset.Position(f.Pos), f.SuggestedFixes[0].Message)
			}
			edits[name] = merged
		}
	}
	c.t.Logf("%d findings, %d with a fix, %d files", len(found), fixes, len(edits))
	if fixes == 0 {
		c.t.Error("no finding has a fix")
	}
	return applied(c.t, edits), edits
}

func isGenerated(p *packages.Package, name string) bool {
	return slices.ContainsFunc(p.Syntax, func(f *ast.File) bool {
		return p.Fset.File(f.FileStart).Name() == name && ast.IsGenerated(f)
	})
}

// checkText: what was formatted is, and no comment is lost but with an entry
// that is removed.
func (c *fixCorpus) checkText(fixed map[string][]byte, edits map[string][]textEdit) {
	c.t.Helper()
	for name, text := range fixed {
		old, err := os.ReadFile(name)
		if err != nil {
			c.t.Fatal(err)
		}
		checkFormat(c.t, name, old, text)
		if a, b := comments(old, edits[name]), comments(text, nil); !slices.Equal(a, b) {
			c.t.Errorf("%s: comments were %q, are %q", name, a, b)
		}
	}
}

// checkFormat: gofmt has nothing to change but where lines break and what is
// in one column. Drivers format what they write; blank lines and the order of
// imports they leave.
func checkFormat(t *testing.T, name string, old, text []byte) {
	t.Helper()
	want, err := format.Source(text)
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, text)
		return
	}
	if was, _ := format.Source(old); !bytes.Equal(was, old) {
		return // it was not formatted before
	}
	if a, b := paragraphs(text), paragraphs(want); !slices.Equal(a, b) {
		t.Errorf("%s is not formatted after its fixes: %s", name, firstDifference(a, b))
	}
}

// paragraphs returns what blank lines divide, without other white space.
func paragraphs(text []byte) []string {
	all := strings.Split(strings.ReplaceAll(string(text), "\r", ""), "\n\n")
	for i, p := range all {
		all[i] = strings.Join(strings.Fields(p), "")
	}
	return all
}

func firstDifference(as, bs []string) string {
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("%q should be %q", as[i], bs[i])
		}
	}
	return "the end is missing"
}

// comments returns the comments of a file, in alphabetical order, without
// those on lines that edits remove.
func comments(src []byte, edits []textEdit) []string {
	var s scanner.Scanner
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	s.Init(file, src, nil, scanner.ScanComments)
	var out []string
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			slices.Sort(out)
			return out
		}
		goes := func(e textEdit) bool {
			return e.start <= file.Offset(pos) && file.Offset(pos) < e.end && bytes.HasSuffix(src[:e.end], []byte("\n"))
		}
		if tok == token.COMMENT && !slices.ContainsFunc(edits, goes) {
			out = append(out, lit)
		}
	}
}

func (c *fixCorpus) checkCompiles(pkgs []*packages.Package) {
	c.t.Helper()
	for _, p := range pkgs {
		for _, err := range p.Errors {
			c.t.Errorf("%s after its fixes: %v", p.PkgPath, err)
		}
	}
}

// checkFindings: of each kind of finding, no more is left than had no fix.
func (c *fixCorpus) checkFindings(before, after []*fixFinding) {
	c.t.Helper()
	left := map[string]int{}
	for _, f := range before {
		if len(f.SuggestedFixes) == 0 {
			left[f.key()]++
		}
	}
	for _, f := range after {
		if f.Category == "ignore" {
			continue // a directive has nothing to silence any more
		}
		if f.Category == "webhook" && strings.Contains(f.Message, "which may be empty") {
			continue // a key that now comes from the environment, which nobody has asked for yet
		}
		if left[f.key()]--; left[f.key()] < 0 {
			c.t.Errorf("after the fixes: %s: %s", f.pkg.Fset.Position(f.Pos), f.Message)
		}
	}
}

// checkAlternatives type-checks a package with one of its fixes applied, for
// each fix that is not the first.
func (c *fixCorpus) checkAlternatives(pkgs []*packages.Package, found []*fixFinding) {
	c.t.Helper()
	imp := loaded{}
	for _, p := range pkgs {
		imp.add(p.Types)
	}
	n := 0
	for _, f := range found {
		for _, fix := range f.SuggestedFixes[min(1, len(f.SuggestedFixes)):] {
			n++
			fixed := applied(c.t, editsOf(f.pkg.Fset, fix))
			if err := typeCheck(f.pkg, fixed, imp); err != nil {
				c.t.Errorf("%s: after %q: %v", f.pkg.Fset.Position(f.Pos), fix.Message, err)
			}
			for name, text := range fixed {
				old, err := os.ReadFile(name)
				if err != nil {
					c.t.Fatal(err)
				}
				checkFormat(c.t, name, old, text)
			}
		}
	}
	c.t.Logf("%d alternative fixes", n)
}

// loaded finds the packages that were loaded.
type loaded map[string]*types.Package

func (imp loaded) add(p *types.Package) {
	if p == nil || imp[p.Path()] != nil {
		return
	}
	imp[p.Path()] = p
	for _, q := range p.Imports() {
		imp.add(q)
	}
}

func (imp loaded) Import(path string) (*types.Package, error) {
	if p := imp[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("package %s was not loaded", path)
}

// typeCheck checks a package with some of its files replaced.
func typeCheck(p *packages.Package, replaced map[string][]byte, imp loaded) error {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		var src any // read from disk
		if text, ok := replaced[name]; ok {
			src = text
		}
		f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	_, err := (&types.Config{Importer: imp}).Check(p.PkgPath, fset, files, nil)
	return err
}
