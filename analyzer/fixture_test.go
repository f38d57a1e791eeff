package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A corpus is what stands below testdata/src, a GOPATH.
type corpus struct {
	root     string // the absolute path of testdata
	fixtures []*fixture
	stubs    []*fixture // of packages of others, which import paths with a dot tell
}

// A fixture is one package, sorted by import path in its corpus.
type fixture struct {
	path    string // the import path
	mode    string
	files   []string // absolute names of the Go files, also of those that are not built
	imports []string
	doc     string
}

// modeLine is how a fixture names its mode.
var modeLine = regexp.MustCompile(`(?m)^// Mode: (.*)\.$`)

// readCorpus reads what the fixtures say of themselves. One that no mode
// covers is an error.
func readCorpus(t *testing.T) *corpus {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	c := &corpus{root: root}
	src := filepath.Join(root, "src")
	found := map[string]*fixture{}
	err = filepath.WalkDir(src, func(name string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		rel, err := filepath.Rel(src, filepath.Dir(name))
		if err != nil {
			return err
		}
		path := filepath.ToSlash(rel)
		if found[path] == nil {
			found[path] = &fixture{path: path}
		}
		return found[path].read(t, name)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(found)) {
		f := found[path]
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
			c.stubs = append(c.stubs, f)
			continue
		}
		if !slices.Contains(modes, f.mode) {
			t.Errorf("no mode covers the fixture %s (its mode is %q): start a file of it with // Mode: and one of %q", path, f.mode, modes)
		}
		c.fixtures = append(c.fixtures, f)
	}
	if len(c.fixtures) == 0 {
		t.Fatalf("no fixtures in %s", src)
	}
	return c
}

// read adds one file to what is known of f.
func (f *fixture) read(t *testing.T, name string) error {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return err
	}
	f.files = append(f.files, name)
	for _, m := range modeLine.FindAllSubmatch(text, -1) {
		if f.mode != "" {
			t.Errorf("%s: the fixture has several modes, want one", relative(name))
		}
		f.mode = string(m[1])
	}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		f.imports = append(f.imports, path)
	}
	if !ast.IsGenerated(file) {
		f.doc += file.Doc.Text()
	}
	return nil
}

// TestFixturesSayWhatTheyProve: each package of the corpus has a doc comment
// that says what it is there for, beyond its name.
func TestFixturesSayWhatTheyProve(t *testing.T) {
	t.Parallel()
	c := readCorpus(t)
	for _, f := range slices.Concat(c.fixtures, c.stubs) {
		doc := modeLine.ReplaceAllString("// "+strings.ReplaceAll(f.doc, "\n", "\n// "), "")
		if words := strings.Fields(doc); len(words) < 6 || !slices.Contains(words, "Package") {
			t.Errorf("%s has no doc comment that says what it proves", f.path)
		}
	}
}
