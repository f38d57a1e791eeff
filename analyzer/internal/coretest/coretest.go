// Package coretest has a core for tests of the rooms above the engine: it
// knows what a reader of a short program knows, and no more. [Build] makes it
// from source text; what that imports are stubs, see [Stubs].
package coretest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// Stubs are the packages that a program may import, by path: what tests call
// of them, without bodies.
var Stubs = map[string]string{
	"context":       "package context\n type Context interface{ Err() error }",
	"errors":        "package errors\n func Is(err, target error) bool\n func New(string) error",
	"fmt":           "package fmt\n func Sprintf(string, ...any) string\n func Sprint(...any) string\n func Errorf(string, ...any) error",
	"log":           "package log\n func Print(...any)",
	"strings":       "package strings\n func TrimRight(s, cutset string) string\n func ToLower(string) string\n func Join([]string, string) string\n type Reader struct{}\n func (*Reader) Read([]byte) (int, error)\n func NewReader(string) *Reader",
	"path":          "package path\n func Join(...string) string",
	"net/url":       "package url\n func PathEscape(string) string\n func JoinPath(string, ...string) (string, error)",
	"bytes":         "package bytes\n type Reader struct{}\n func (*Reader) Read([]byte) (int, error)\n func NewReader([]byte) *Reader",
	"encoding/json": "package json\n func Marshal(any) ([]byte, error)",
	"net/http": `package http
		type Reader interface{ Read([]byte) (int, error) }
		type Header map[string][]string
		func (Header) Set(k, v string)
		type Request struct{ Header Header }
		func (*Request) SetBasicAuth(user, password string)
		type Response struct{}
		func NewRequest(method, url string, body Reader) (*Request, error)
		func Post(url, contentType string, body Reader) (*Response, error)
		type Client struct{}
		func (*Client) Do(*Request) (*Response, error)`,
	"golang.org/x/sync/errgroup": `package errgroup
		import "context"
		type Group struct{ n int }
		func WithContext(context.Context) (*Group, context.Context)
		func (*Group) Go(func() error)
		func (*Group) Wait() error`,
}

// Build makes the SSA of a program of one package p from its source.
func Build(t testing.TB, src string) *Core {
	t.Helper()
	b := &builder{t: t, fset: token.NewFileSet(), pkgs: map[string]*types.Package{}}
	file, err := parser.ParseFile(b.fset, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := (&types.Config{Importer: b}).Check("example.com/p", b.fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	prog := ssa.NewProgram(b.fset, ssa.GlobalDebug|ssa.InstantiateGenerics|ssa.BareInits)
	for _, p := range b.pkgs {
		prog.CreatePackage(p, nil, nil, true)
	}
	built := prog.CreatePackage(pkg, []*ast.File{file}, info, false)
	built.Build()
	return newCore(built)
}

// A builder imports stubs.
type builder struct {
	t    testing.TB
	fset *token.FileSet
	pkgs map[string]*types.Package
}

func (b *builder) Import(path string) (*types.Package, error) {
	if p := b.pkgs[path]; p != nil {
		return p, nil
	}
	src, ok := Stubs[path]
	if !ok {
		b.t.Fatalf("no stub of package %s", path)
	}
	file, err := parser.ParseFile(b.fset, path+".go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	p, err := (&types.Config{Importer: b}).Check(path, b.fset, []*ast.File{file}, nil)
	b.pkgs[path] = p
	return p, err
}
