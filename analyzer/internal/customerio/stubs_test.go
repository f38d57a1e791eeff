package customerio

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// stubPackages are the stubs under testdata: the tree and the import path.
// The tree "legacy" holds the first generation of a path that "." has too.
var stubPackages = [][2]string{
	{"legacy/src", official},
	{"src", official},
	{"src", official + "/v2"},
	{"src", official + "/v3"},
	{"src", cdp},
	{"src", segment + "/v3"},
	{"src", segmentGopkgIn},
	{"src", mrz1836},
	{"src", joeshaw},
	{"src", runtimeWebhook}, // the package itself: testdata has a link to it
}

// stubs returns the type-checked stubs.
var stubs = sync.OnceValues(func() ([]*types.Package, error) {
	var all []*types.Package
	for _, s := range stubPackages {
		pkg, err := checkDir(filepath.Join("../../../testdata", s[0], s[1]), s[1])
		if err != nil {
			return nil, err
		}
		all = append(all, pkg)
	}
	return all, nil
})

func loadStubs(t testing.TB) []*types.Package {
	t.Helper()
	pkgs, err := stubs()
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// checkDir type-checks the files of a folder as the package of an import path.
func checkDir(dir, path string) (*types.Package, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no files in %s: %v", dir, err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || !builds(dir, name) {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: stubImporter{}}
	return conf.Check(path, fset, files, nil)
}

// A stubImporter imports the standard library and, for the runtime's packages,
// which testdata has a link to, the runtime.
type stubImporter struct{}

func (stubImporter) Import(path string) (*types.Package, error) {
	if strings.HasPrefix(path, "github.com/ciolint/ciolint/") {
		return checkDir(filepath.Join("../../../testdata/src", path), path)
	}
	return standardLibrary.Import(path)
}

// builds reports whether the file's build constraint holds here.
func builds(dir, name string) bool {
	ok, err := build.Default.MatchFile(dir, filepath.Base(name))
	return ok && err == nil
}

// checkSource type-checks one file as the package of an import path.
func checkSource(t *testing.T, path, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "src.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: standardLibrary}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

var standardLibrary = importer.Default()

// functions returns the exported functions, and the exported methods of
// exported types, of a package.
func functions(pkg *types.Package) []*types.Func {
	var all []*types.Func
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			all = append(all, obj)
		case *types.TypeName:
			named, ok := obj.Type().(*types.Named)
			if !ok || !obj.Exported() {
				continue
			}
			for m := range named.Methods() {
				all = append(all, m)
			}
			if i, ok := named.Underlying().(*types.Interface); ok {
				for m := range i.ExplicitMethods() {
					all = append(all, m)
				}
			}
		}
	}
	var exported []*types.Func
	for _, fn := range all {
		if fn.Exported() {
			exported = append(exported, fn)
		}
	}
	return exported
}

// function returns a package's function "F" or method "T.M".
func function(t testing.TB, pkg *types.Package, name string) *types.Func {
	t.Helper()
	recv, method, isMethod := strings.Cut(name, ".")
	for _, fn := range functions(pkg) {
		if !isMethod && receiver(fn) == "" && fn.Name() == name || isMethod && receiver(fn) == recv && fn.Name() == method {
			return fn
		}
	}
	t.Fatalf("%s has no %s", pkg.Path(), name)
	return nil
}
