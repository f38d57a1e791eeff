package fix

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// A program is a package of one file that a fix is made for. In its source,
// the marks « and » stand around the expression that the fix is about.
type program struct {
	t        *testing.T
	pass     *analysis.Pass
	file     *ast.File
	src      string
	pos, end token.Pos
}

// read type-checks a source, which must compile. The file lies in a folder
// that does not exist unless dir names one.
func read(t *testing.T, src, dir string) *program {
	t.Helper()
	if dir == "" {
		dir = filepath.Join("no", "such", "folder")
	}
	before, rest, _ := strings.Cut(src, "«")
	inside, after, _ := strings.Cut(rest, "»")
	p := &program{t: t, src: before + inside + after}
	fset, name := token.NewFileSet(), filepath.Join(dir, "p.go")
	file, pkg, info, err := check(fset, name, p.src)
	if err != nil {
		t.Fatalf("%v in\n%s", err, p.src)
	}
	p.file = file
	p.pass = &analysis.Pass{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info,
		ReadFile: func(string) ([]byte, error) { return []byte(p.src), nil },
	}
	p.pos = file.FileStart + token.Pos(len(before))
	p.end = p.pos + token.Pos(len(inside))
	return p
}

func (p *program) fixer() *Fixer { return New(p.pass) }

// marked returns the largest expression between the marks.
func (p *program) marked() ast.Expr {
	p.t.Helper()
	path, exact := astutil.PathEnclosingInterval(p.file, p.pos, p.end)
	var found ast.Expr
	for _, n := range path {
		if e, ok := n.(ast.Expr); ok && exact && e.Pos() == p.pos && e.End() == p.end {
			found = e
		}
	}
	if found == nil {
		p.t.Fatalf("the marks stand around no expression in\n%s", p.src)
	}
	return found
}

// with returns the source after edits. They must leave it compiling, and
// gofmt no more to do than to align columns.
func (p *program) with(edits []analysis.TextEdit) string {
	p.t.Helper()
	edits = Sorted(edits)
	if !Disjoint(edits) {
		p.t.Fatalf("edits overlap: %v", edits)
	}
	out := p.src
	for _, e := range slices.Backward(edits) {
		out = out[:e.Pos-p.file.FileStart] + string(e.NewText) + out[e.End-p.file.FileStart:]
	}
	formatted, err := format.Source([]byte(out))
	if err != nil {
		p.t.Fatalf("%v in\n%s", err, out)
	}
	if strings.Join(strings.Fields(string(formatted)), " ") != strings.Join(strings.Fields(out), " ") || bytes.Count(formatted, []byte("\n")) != strings.Count(out, "\n") {
		p.t.Errorf("gofmt changes more than columns of\n%s", out)
	}
	if _, _, _, err := check(token.NewFileSet(), "p.go", string(formatted)); err != nil {
		p.t.Errorf("%v in\n%s", err, formatted)
	}
	return string(formatted)
}

// An example is a source with a mark, and what a fix makes of it: "" if there
// must be none.
type example struct{ name, src, want string }

// run applies a fix to each example.
func run(t *testing.T, examples []example, fix func(p *program) ([]analysis.TextEdit, bool)) {
	t.Helper()
	for _, x := range examples {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			p := read(t, x.src, "")
			edits, ok := fix(p)
			if ok != (x.want != "") {
				t.Fatalf("there is a fix: %v; want one: %v", ok, x.want != "")
			}
			if !ok {
				return
			}
			if got := p.with(edits); got != x.want {
				t.Errorf("got\n%s\nwant\n%s", got, x.want)
			}
		})
	}
}

func check(fset *token.FileSet, name, src string) (*ast.File, *types.Package, *types.Info, error) {
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, nil, err
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	pkg, err := (&types.Config{Importer: &imported}).Check(f.Name.Name, fset, []*ast.File{f}, info)
	return f, pkg, info, err
}

// imported serves the sanitizer, as far as fixes name it, and the standard
// library.
var imported stubs

type stubs struct {
	sync.Mutex
	standard types.Importer
}

func (s *stubs) Import(path string) (*types.Package, error) {
	s.Lock()
	defer s.Unlock()
	if s.standard == nil {
		s.standard = importer.Default()
	}
	if path != sanitizePath {
		return s.standard.Import(path)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "sanitize.go", `package sanitize
func Attributes(m map[string]any) map[string]any { return m }
func MessageData(m map[string]any) map[string]any { return m }
`, 0)
	if err != nil {
		return nil, fmt.Errorf("the stub: %w", err)
	}
	return new(types.Config).Check(path, fset, []*ast.File{f}, nil)
}
