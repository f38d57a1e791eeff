package unit

import (
	"bytes"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
)

// path is the import path without the test that the package was made for.
func (u *unit) path() string {
	path, _, _ := strings.Cut(u.ImportPath, " [")
	return path
}

// module returns what the go command says of the module, in either of the two
// ways that it has had.
func (u *unit) module() analysis.Module {
	if u.Module != nil {
		return *u.Module
	}
	return analysis.Module{Path: u.ModulePath, Version: u.ModuleVersion, GoVersion: u.GoVersion}
}

// hasExports reports whether there is export data of every import.
func (u *unit) hasExports() bool {
	for _, path := range u.ImportMap {
		if path != "unsafe" && u.PackageFile[path] == "" {
			return false
		}
	}
	return len(u.ImportMap) > 0 // of what imports nothing nobody can tell
}

// check parses and type-checks the package, with the bodies of its functions
// or without. The other result is all packages that were read on the way.
func (u *unit) check(bodies bool) (*packages.Package, map[string]*types.Package, error) {
	fset := token.NewFileSet()
	m := u.module()
	p := &packages.Package{
		ID: u.ID, PkgPath: u.path(), Fset: fset, TypesSizes: types.SizesFor("gc", build.Default.GOARCH),
		OtherFiles: u.NonGoFiles, IgnoredFiles: u.IgnoredFiles,
		Module:    &packages.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion},
		TypesInfo: load.NewInfo(),
	}
	for _, name := range u.GoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		p.Syntax = append(p.Syntax, f)
	}
	imp := importer{u, fset, map[string]*types.Package{}}
	conf := &types.Config{Importer: imp, Sizes: p.TypesSizes, GoVersion: u.GoVersion, IgnoreFuncBodies: !bodies}
	var err error
	p.Types, err = conf.Check(p.PkgPath, fset, p.Syntax, p.TypesInfo)
	if err != nil {
		return nil, nil, err
	}
	p.Name = p.Types.Name()
	return p, imp.byPath, nil
}

// importer reads imports from export data.
type importer struct {
	u      *unit
	fset   *token.FileSet
	byPath map[string]*types.Package
}

func (i importer) Import(source string) (*types.Package, error) {
	path, ok := i.u.ImportMap[source]
	switch {
	case !ok:
		return nil, fmt.Errorf("can't resolve import %q", source)
	case path == "unsafe":
		return types.Unsafe, nil
	}
	if p := i.byPath[path]; p != nil && p.Complete() {
		return p, nil
	}
	r, err := i.open(path)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, i.fset, i.byPath, path)
}

// open finds export data in the compiler's output, else in the summary.
func (i importer) open(path string) (io.Reader, error) {
	if name := i.u.PackageFile[path]; name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		return load.ExportData(bytes.NewReader(data))
	}
	if s := i.u.deps[path]; s != nil && len(s.Types) > 0 {
		return bytes.NewReader(s.Types), nil
	}
	return nil, fmt.Errorf("no export data of %q", path)
}
