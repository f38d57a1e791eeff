package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// prefix is the path of the module that the corpus becomes.
const prefix = "corpus.test/"

// newCorpus copies testdata/src, which is a GOPATH, to a module, because
// golangci-lint knows nothing else: packages import one another by way of the
// prefix, the stubs of SDKs and the runtime are vendored. Beside them stand
// the packages of testdata/variants, for what the loaders have to agree on:
// tests, cgo, build constraints, generated code and line directives.
func newCorpus(t *testing.T) *project {
	t.Helper()
	p := newModule(t)
	src := filepath.Join(repository(), "testdata", "src")
	own := map[string]bool{}
	var vendored []string
	for _, dir := range packageDirs(t, src) {
		if own[dir] = !isStub(dir); !own[dir] {
			p.copy(filepath.Join(src, dir), path.Join("vendor", dir), nil)
			vendored = append(vendored, dir)
		}
	}
	for _, room := range []string{"runtime", "internal/keyclass", "internal/keyname", "internal/fold"} { // with what it imports
		from, to := filepath.Join(repository(), filepath.FromSlash(room)), path.Join("github.com/ciolint/ciolint", room)
		if err := os.CopyFS(filepath.Join(p.dir, "vendor", to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		for _, dir := range packageDirs(t, from) {
			vendored = append(vendored, path.Join(to, dir))
		}
	}
	for dir, is := range own {
		if is {
			p.copy(filepath.Join(src, dir), dir, own)
		}
	}
	variants := filepath.Join("testdata", "variants")
	for _, dir := range packageDirs(t, variants) {
		p.copy(filepath.Join(variants, dir), path.Join("variants", dir), nil)
	}
	p.vendor(vendored)
	return p
}

// packageDirs returns the directories below root that have Go files, without
// those of other modules.
func packageDirs(t *testing.T, root string) []string {
	t.Helper()
	dirs := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, _ fs.DirEntry, err error) error {
		if _, stat := os.Stat(filepath.Join(name, "go.mod")); stat == nil {
			return filepath.SkipDir
		}
		if err == nil && filepath.Ext(name) == ".go" {
			var rel string
			rel, err = filepath.Rel(root, filepath.Dir(name))
			dirs[filepath.ToSlash(rel)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(dirs))
}

// isStub reports whether a package of testdata/src belongs to others.
func isStub(dir string) bool {
	first, _, _ := strings.Cut(dir, "/")
	return strings.Contains(first, ".")
}

// copy copies the files of one package, and what it embeds from directories below
// it. Imports of own packages get the prefix.
func (p *project) copy(from, to string, own map[string]bool) {
	p.t.Helper()
	entries, err := os.ReadDir(from)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(p.dir, to), 0o777); err != nil {
		p.t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			if below := filepath.Join(from, e.Name()); len(packageDirs(p.t, below)) == 0 {
				p.copy(below, path.Join(to, e.Name()), nil)
			}
			continue
		}
		text, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			p.t.Fatal(err)
		}
		if filepath.Ext(e.Name()) == ".go" {
			text = withPrefix(p.t, e.Name(), text, own)
		}
		p.write(path.Join(to, e.Name()), string(text))
	}
}

func withPrefix(t *testing.T, name string, text []byte, own map[string]bool) []byte {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range slices.Backward(f.Imports) {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if own[imported] {
			at := int(spec.Path.Pos()-f.FileStart) + 1
			text = slices.Insert(text, at, []byte(prefix)...)
		}
	}
	return text
}

// modules are the modules of the stubs.
var modules = []string{
	"github.com/caarlos0/env/v11 v11.0.0",
	"github.com/ciolint/ciolint v1.0.0",
	"github.com/customerio/cdp-analytics-go v1.0.0",
	"github.com/customerio/go-customerio v1.0.0",
	"github.com/customerio/go-customerio/v2 v2.0.0",
	"github.com/customerio/go-customerio/v3 v3.0.0",
	"github.com/example/go-customerio/v3 v3.0.0",
	"github.com/fatih/structs v1.0.0",
	"github.com/go-resty/resty/v2 v2.0.0",
	"github.com/hashicorp/go-retryablehttp v0.7.0",
	"github.com/joeshaw/customerio v1.0.0",
	"github.com/mitchellh/mapstructure v1.0.0",
	"github.com/mrz1836/go-customerio v1.0.0",
	"github.com/segmentio/analytics-go/v3 v3.0.0",
	"github.com/spf13/pflag v1.0.0",
	"github.com/spf13/viper v1.0.0",
	"golang.org/x/sync v0.1.0",
	"gopkg.in/segmentio/analytics-go.v3 v3.0.0",
	"gopkg.in/yaml.v3 v3.0.0",
}

// vendor writes go.mod and vendor/modules.txt.
func (p *project) vendor(pkgs []string) {
	p.t.Helper()
	left := slices.Clone(pkgs)
	var mod, list strings.Builder
	fmt.Fprintf(&mod, "module %s\n\ngo 1.26\n", strings.TrimSuffix(prefix, "/"))
	for _, m := range slices.Backward(modules) { // v3 before what it is below of
		fmt.Fprintf(&mod, "\nrequire %s\n", m)
		fmt.Fprintf(&list, "# %s\n## explicit; go 1.26\n", m)
		root, _, _ := strings.Cut(m, " ")
		left = slices.DeleteFunc(left, func(pkg string) bool {
			if pkg != root && !strings.HasPrefix(pkg, root+"/") {
				return false
			}
			fmt.Fprintln(&list, pkg)
			return true
		})
	}
	if len(left) > 0 {
		p.t.Fatalf("no module has the stubs %q", left)
	}
	p.write("go.mod", mod.String())
	p.write("vendor/modules.txt", list.String())
}
