package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// checker makes packages out of nodes.
type checker struct {
	dir     string
	fset    *token.FileSet
	sizes   types.Sizes
	exports *exports

	mu    sync.Mutex
	files map[string]*parsed // a package and its test variant share files
}

// parsed is a file that some packages wait for.
type parsed struct {
	waiting int
	once    sync.Once
	file    *ast.File
	err     error
}

func newChecker(dir string, sizes types.Sizes) *checker {
	fset := token.NewFileSet()
	return &checker{dir: dir, fset: fset, sizes: sizes, exports: newExports(fset), files: map[string]*parsed{}}
}

// prepare makes the package of a node whose imports are prepared.
func (c *checker) prepare(n *node) {
	p := &packages.Package{
		ID: n.ImportPath, Name: n.Name, PkgPath: n.path, Dir: n.Dir, Module: n.Module, ForTest: n.ForTest,
		Fset: c.fset, TypesSizes: c.sizes, Types: types.NewPackage(n.path, n.Name),
		IgnoredFiles: absolute(n.Dir, n.IgnoredGoFiles),
		Imports:      map[string]*packages.Package{},
	}
	n.pkg = p
	if n.Error != nil { // and the name may be missing
		p.Errors = append(p.Errors, packages.Error{Pos: n.Error.Pos, Msg: n.Error.Err, Kind: packages.ListError})
	}
	for path, imp := range n.imports {
		if imp.pkg != nil {
			p.Imports[path] = imp.pkg
		}
	}
	for _, name := range absolute(n.Dir, n.CompiledGoFiles) {
		if ext := filepath.Ext(name); ext != ".go" && ext != "" { // what cgo makes has none
			p.OtherFiles = append(p.OtherFiles, name)
			continue
		}
		p.CompiledGoFiles = append(p.CompiledGoFiles, name)
		if c.files[name] == nil {
			c.files[name] = new(parsed)
		}
		c.files[name].waiting++
	}
}

// check parses and type-checks a prepared package.
func (c *checker) check(n *node) {
	p := n.pkg
	p.IllTyped = n.Error != nil
	for _, imp := range p.Imports {
		p.IllTyped = p.IllTyped || imp.IllTyped
	}
	for _, name := range p.CompiledGoFiles {
		file, err := c.parse(name)
		if err != nil {
			fail(p, err)
		}
		if file != nil {
			p.Syntax = append(p.Syntax, file)
		}
	}
	c.typecheck(n)
}

// NewInfo returns what the type checker fills in, with all that analyzers may
// ask for.
func NewInfo() *types.Info {
	return &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Instances:    map[*ast.Ident]types.Instance{},
		Scopes:       map[ast.Node]*types.Scope{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}
}

func (c *checker) typecheck(n *node) {
	p := n.pkg
	p.TypesInfo = NewInfo()
	conf := &types.Config{
		Importer:         importer{c, n},
		Sizes:            c.sizes,
		Error:            func(err error) { fail(p, err) },
		IgnoreFuncBodies: !n.relevant && !n.asked,
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		conf.GoVersion = "go" + p.Module.GoVersion
	}
	err := types.NewChecker(conf, c.fset, p.Types, p.TypesInfo).Files(p.Syntax)
	if err != nil && !p.IllTyped {
		fail(p, err) // an error that did not pass conf.Error
	}
}

func (c *checker) parse(name string) (*ast.File, error) {
	c.mu.Lock()
	f := c.files[name]
	c.mu.Unlock()
	f.once.Do(func() {
		var src []byte
		if src, f.err = os.ReadFile(name); f.err == nil {
			f.file, f.err = parser.ParseFile(c.fset, name, src, parser.ParseComments|parser.AllErrors|parser.SkipObjectResolution)
		}
	})
	return f.file, f.err
}

// release says that a package does not need its files any more.
func (c *checker) release(names []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, name := range names {
		f := c.files[name]
		if f.waiting--; f.waiting == 0 {
			delete(c.files, name)
		}
	}
}

// fail records an error of a package. The type checker's word that an import
// is broken adds nothing to what is said of the import itself.
func fail(p *packages.Package, err error) {
	p.IllTyped = true
	var list scanner.ErrorList
	var typeError types.Error
	switch {
	case errors.As(err, &list):
		for _, e := range list {
			p.Errors = append(p.Errors, packages.Error{Pos: e.Pos.String(), Msg: e.Msg, Kind: packages.ParseError})
		}
	case errors.As(err, &typeError):
		if strings.Contains(typeError.Msg, errReported.Error()) {
			return
		}
		p.TypeErrors = append(p.TypeErrors, typeError)
		p.Errors = append(p.Errors, packages.Error{
			Pos: typeError.Fset.Position(typeError.Pos).String(), Msg: typeError.Msg, Kind: packages.TypeError,
		})
	default:
		p.Errors = append(p.Errors, packages.Error{Msg: err.Error()})
	}
}

func absolute(dir string, names []string) []string {
	var out []string
	for _, name := range names {
		if !filepath.IsAbs(name) {
			name = filepath.Join(dir, name)
		}
		out = append(out, name)
	}
	return out
}

// errReported is the type checker's error of an import with errors of its own.
var errReported = errors.New("its errors are reported elsewhere")

// importer resolves the imports of one package.
type importer struct {
	*checker
	n *node
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	imp := i.n.imports[path]
	switch {
	case imp == nil && i.n.Error != nil, imp != nil && imp.Error != nil:
		return nil, errReported
	case imp == nil:
		return nil, fmt.Errorf("the go command does not list it as an import of %s", i.n.ImportPath)
	case imp.source:
		return imp.pkg.Types, nil
	}
	return i.exports.read(imp)
}
