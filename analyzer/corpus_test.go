// The tests of this package read fixtures: the packages of testdata/src, but
// for the stubs of SDKs and libraries. A fixture says in one of its files how
// it is analysed:
//
//	// Mode: never.
//
// The modes are the values of -require-sanitizer (always, unless-clean, never)
// and probe, see below. Beside the code stands what is expected of it:
//
//	c.Identify(id, m) // want `never-send key "ssn" reaches`
//	func Send(id string) {} // want Send:"sends p0"
//
// A pattern is a regular expression that a finding on the line matches, or,
// after a name and a colon, a fact of what is declared there under that name.
// Each finding needs a want of its own, and each want a finding; facts need no
// want. A number moves a want: want +2 is about the line two below.
//
// In a fixture of mode probe nothing is sent. It declares probe and places, and
// calls them where it wants to know what the engine believes:
//
//	func probe(any)  {}
//	func places(any) {}
//
//	probe(m)  // want content:"raw {plan: \"pro\"}"
//	places(m) // want places:"map m"
//
// The texts are compared as a whole and are no regular expressions:
// [content.Print] has the grammar of a content, [flow.Analysis.PlacesAt] that of a
// place; several places are joined by " | ", none is "nowhere".
//
// TestCorpus runs a fixture as a subtest:
//
//	go test ./analyzer -run 'TestCorpus/unless-clean/webhook/stale'
package analyzer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// TestCorpus compares each fixture with its wants, in a subtest of its own.
// What -run selects of a mode is loaded once, together.
func TestCorpus(t *testing.T) {
	t.Parallel()
	corpus := readCorpus(t)
	for _, mode := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			b := &batch{corpus: corpus, analyzer: analyzerFor(t, mode)}
			for _, f := range corpus.fixtures {
				if f.mode() != mode {
					continue
				}
				t.Run(f.path, func(t *testing.T) {
					b.selected = append(b.selected, f)
					t.Parallel() // goes on when all that -run selects is in the batch
					b.check(t, f)
				})
			}
		})
	}
}

// modes are the ways to analyse a fixture.
var modes = []string{"always", "unless-clean", "never", "probe"}

// analyzerFor returns what analyses the fixtures of a mode.
func analyzerFor(t *testing.T, mode string) *analysis.Analyzer {
	t.Helper()
	if mode == "probe" {
		return newProbe(reportProbes)
	}
	a := New()
	if err := a.Flags.Set("require-sanitizer", mode); err != nil {
		t.Fatal(err)
	}
	return a
}

// A batch is the fixtures of one mode that are loaded and analysed together.
type batch struct {
	corpus   *corpus
	analyzer *analysis.Analyzer
	selected []*fixture

	once    sync.Once
	actions map[string][]*checker.Action // by import path: a package may be built with its tests, too
	err     error
}

// check compares the wants of f with what the analyzer says.
func (b *batch) check(t *testing.T, f *fixture) {
	t.Helper()
	b.once.Do(b.run)
	if b.err != nil {
		t.Fatal(b.err)
	}
	actions := b.actions[f.path]
	if len(actions) == 0 {
		t.Fatalf("%s was not loaded", f.path)
	}
	looked := map[string]bool{}
	for _, act := range actions {
		for _, err := range act.Package.Errors {
			t.Errorf("the fixture has to compile: %v", err)
		}
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		for _, file := range act.Package.Syntax {
			looked[act.Package.Fset.File(file.FileStart).Name()] = true
		}
		for _, problem := range compare(act) {
			t.Error(problem)
		}
	}
	for _, name := range f.files {
		if !looked[name] && hasWants(t, name) {
			t.Errorf("%s has a want that nobody looks at: the file is not built here", relative(name))
		}
	}
}

// hasWants reports whether there is a want in a file, looked at or not.
func hasWants(t *testing.T, name string) bool {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(text), "// want")
}

// run loads and analyses the batch.
func (b *batch) run() {
	pkgs, err := b.corpus.load(b.selected)
	if err != nil {
		b.err = err
		return
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{b.analyzer}, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		b.err = err
		return
	}
	b.actions = map[string][]*checker.Action{}
	for _, act := range graph.Roots {
		path := strings.TrimSuffix(act.Package.PkgPath, "_test") // an external test belongs to what it tests
		b.actions[path] = append(b.actions[path], act)
	}
}

// analysed returns fixtures as a analyses them, whatever their modes are.
func analysed(t *testing.T, a *analysis.Analyzer, paths ...string) []*checker.Action {
	t.Helper()
	b := &batch{corpus: readCorpus(t), analyzer: a}
	for _, f := range b.corpus.fixtures {
		if slices.Contains(paths, f.path) {
			b.selected = append(b.selected, f)
		}
	}
	if b.run(); b.err != nil {
		t.Fatal(b.err)
	}
	var out []*checker.Action
	for _, path := range paths {
		if len(b.actions[path]) == 0 {
			t.Fatalf("there is no fixture %s", path)
		}
		out = append(out, b.actions[path]...)
	}
	return out
}

// TestStubsWantNothing: nobody compares the wants of stubs.
func TestStubsWantNothing(t *testing.T) {
	t.Parallel()
	for _, f := range readCorpus(t).stubs {
		for _, name := range f.files {
			if hasWants(t, name) {
				t.Errorf("%s has a want: what imports the stub can have it", relative(name))
			}
		}
	}
}

// load loads fixtures, and what of testdata/src they import, whose facts they
// need: everything else comes from export data.
func (c *corpus) load(fs []*fixture) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax, Dir: c.root, Tests: true,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+c.root, "GOWORK=off", "GOFLAGS=", "GOPROXY=off"),
	}, c.closure(fs)...)
	if err != nil {
		return nil, fmt.Errorf("load the corpus: %w", err)
	}
	return slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return strings.HasSuffix(p.ID, ".test") }), nil
}

// closure returns the import paths of fixtures and of the packages of
// testdata/src that they import, each once.
func (c *corpus) closure(fs []*fixture) []string {
	known := map[string]*fixture{}
	for _, f := range slices.Concat(c.fixtures, c.stubs) {
		known[f.path] = f
	}
	var out []string
	var add func(*fixture)
	add = func(f *fixture) {
		if f == nil || slices.Contains(out, f.path) {
			return
		}
		out = append(out, f.path)
		for _, path := range f.imports {
			add(known[path])
		}
	}
	for _, f := range fs {
		add(f)
	}
	return out
}

// relative makes a file's name what a developer can click on from the root of
// the repository.
func relative(name string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(filepath.Dir(wd), name); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return name
}
