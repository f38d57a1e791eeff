package analyzer

import (
	"errors"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/policy"
	"github.com/ciolint/ciolint/analyzer/internal/rules"
	"github.com/ciolint/ciolint/analyzer/internal/suppress"
)

// A package with test files of its own is analysed with them, and by some
// drivers without them, too. go vet knows the first form only. Whether a
// directive is used is therefore judged in that form, for both.

// suppressed returns what is left of the findings of pass after directives.
func (s *settings) suppressed(pass *analysis.Pass, pol *policy.Policy, fs []finding.Finding) []finding.Finding {
	return suppress.Apply(pass, fs, suppress.Options{
		Rules: ruleNames(),
		Applies: func(rule string) bool {
			return pol.Enabled(rule) && (rule != "unsanitized" || pol.RequireSanitizer != policy.Never)
		},
		Tests:   pol.Tests,
		Without: func() []finding.Finding { return s.withoutTests(pass) },
		Partial: func() bool { return lacksTests(pass) },
	})
}

// withoutTests returns the findings of the package that pass is a test
// variant of. None are lost: they are what an importer would be told.
func (s *settings) withoutTests(pass *analysis.Pass) []finding.Finding {
	var files []*ast.File
	for _, f := range pass.Files {
		if !suppress.IsTest(pass.Fset, f.FileStart) {
			files = append(files, f)
		}
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: importsOf{pass.Pkg}, Sizes: pass.TypesSizes, GoVersion: pass.Pkg.GoVersion(), FakeImportC: true}
	pkg, err := conf.Check(pass.Pkg.Path(), pass.Fset, files, info)
	if err != nil {
		return nil // it does not compile without its tests: they are all there is to judge by
	}
	alone := *pass
	alone.Pkg, alone.Files, alone.TypesInfo = pkg, files, info
	pol, err := s.policyOf(&alone)
	if err != nil {
		return nil // already told of the package with its tests
	}
	return rules.NewCheck(&alone, pol, newWorld(&alone, pol).build()).Run()
}

// importsOf finds the packages that another one imports.
type importsOf struct{ *types.Package }

// Import returns an import of the package by its path, vendored or not.
func (p importsOf) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	for _, imp := range p.Imports() {
		if imp.Path() == path || strings.HasSuffix(imp.Path(), "/vendor/"+path) {
			return imp, nil
		}
	}
	return nil, errors.New("not imported")
}

// lacksTests reports whether the package has test files in its directory that
// pass was made without.
func lacksTests(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		if suppress.IsTest(pass.Fset, f.FileStart) {
			return false
		}
	}
	dir := packageDir(pass)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "_test.go") && isTestOf(pass.Pkg.Name(), dir, e.Name()) {
			return true
		}
	}
	return false
}

// isTestOf reports whether a test file is built, and into the package itself.
// Build tags that were given on a command line are not known here.
func isTestOf(pkg, dir, name string) bool {
	if ok, err := build.Default.MatchFile(dir, name); err != nil || !ok {
		return false
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.PackageClauseOnly)
	return err == nil && f.Name.Name == pkg
}
