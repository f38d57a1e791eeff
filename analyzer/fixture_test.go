package analyzer

import (
	"fmt"
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
	root     string     // the absolute path of testdata
	fixtures []*fixture // sorted by import path
	stubs    []*fixture // packages of others: the first element of their path has a dot
}

// A fixture is one package.
type fixture struct {
	path    string   // the import path
	modes   []string // one, if all is well
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
	src, err := filepath.Abs(filepath.Join("..", "testdata", "src"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpusIn(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.fixtures {
		if problem := f.problem(); problem != "" {
			t.Error(problem)
		}
	}
	return c
}

// corpusIn reads the corpus below src.
func corpusIn(src string) (*corpus, error) {
	found := map[string]*fixture{}
	err := filepath.WalkDir(src, func(name string, _ os.DirEntry, err error) error {
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
		return found[path].read(name)
	})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no Go files below %s", src)
	}
	c := &corpus{root: filepath.Dir(src)}
	for _, path := range slices.Sorted(maps.Keys(found)) {
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
			c.stubs = append(c.stubs, found[path])
		} else {
			c.fixtures = append(c.fixtures, found[path])
		}
	}
	return c, nil
}

// read adds one file to what is known of f.
func (f *fixture) read(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return err
	}
	f.files = append(f.files, name)
	f.doc += file.Doc.Text()
	for _, m := range modeLine.FindAllSubmatch(text, -1) {
		f.modes = append(f.modes, string(m[1]))
	}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		f.imports = append(f.imports, path)
	}
	return nil
}

// mode is how f is analysed, "" if it does not say.
func (f *fixture) mode() string {
	if len(f.modes) == 0 {
		return ""
	}
	return f.modes[0]
}

// problem says why no mode covers f, or several do; "" if all is well.
func (f *fixture) problem() string {
	switch {
	case len(f.modes) > 1:
		return fmt.Sprintf("the fixture %s has several modes, %q: leave one", f.path, f.modes)
	case !slices.Contains(modes, f.mode()):
		return fmt.Sprintf("no mode covers the fixture %s, its mode is %q: begin a file of it with // Mode: and one of %q, and a full stop", f.path, f.mode(), modes)
	}
	return ""
}

// TestFixturesSayWhatTheyProve: each package of the corpus has a doc comment
// that says what it is there for, beyond its name.
func TestFixturesSayWhatTheyProve(t *testing.T) {
	t.Parallel()
	c := readCorpus(t)
	for _, f := range slices.Concat(c.fixtures, c.stubs) {
		if words := strings.Fields(f.doc); len(words) < 5 || !slices.Contains(words, "Package") {
			t.Errorf("%s has no doc comment that says what it proves, but %q", f.path, f.doc)
		}
	}
}
