package rules

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

const notForTests = "credential.Static keeps a key in the program and is for tests only; use credential.Env, credential.File or a secret manager"

const credentialRuntime = "github.com/ciolint/ciolint/runtime/credential"

// staticSources reports uses of the runtime's Static where no test is: a call,
// or the function as a value.
func staticSources(c *Check) []analysis.Diagnostic {
	if !c.imports(credentialRuntime) {
		return nil
	}
	var out []analysis.Diagnostic
	for _, f := range c.Pass.Files {
		if c.isTestCode(f) {
			continue
		}
		var call *ast.CallExpr // around what is looked at, if that is what it calls
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				call = n
			case *ast.SelectorExpr, *ast.Ident:
				e := n.(ast.Expr)
				if !c.isStatic(e) {
					return true
				}
				if call != nil && ast.Unparen(call.Fun) == e {
					e = call
				}
				out = append(out, analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: notForTests})
				return false
			}
			return true
		})
	}
	return out
}

// isStatic reports whether e names the runtime's Static.
func (c *Check) isStatic(e ast.Expr) bool {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		e = sel.Sel
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	fn, ok := c.Pass.TypesInfo.Uses[id].(*types.Func)
	return ok && fn.Name() == "Static" && fn.Signature().Recv() == nil && fn.Pkg() != nil && strings.HasSuffix(fn.Pkg().Path(), credentialRuntime)
}

// isTestCode: a test, or what imports package testing to help tests.
func (c *Check) isTestCode(f *ast.File) bool {
	if strings.HasSuffix(c.Pass.Fset.Position(f.FileStart).Filename, "_test.go") {
		return true
	}
	for _, imp := range f.Imports {
		if path, err := strconv.Unquote(imp.Path.Value); err == nil && path == "testing" {
			return true
		}
	}
	return false
}
