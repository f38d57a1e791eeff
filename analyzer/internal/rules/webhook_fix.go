package rules

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// equalFix puts hmac.Equal in the place of bytes.Equal, where both packages
// are imported and bytes has another use, so that no import changes.
func (v *verification) equalFix(cmp comparison) []analysis.SuggestedFix {
	call, ok := cmp.at.(*ast.CallExpr)
	if !ok || !cmp.bytes || cmp.how != "bytes.Equal" {
		return nil
	}
	name := v.imported(call, "crypto/hmac")
	if name == "" || v.uses(call, "bytes") < 2 {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   "Compare with hmac.Equal",
		TextEdits: []analysis.TextEdit{{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte(name + ".Equal")}},
	}}
}

// imported is the name by which the package path can be used at n.
func (v *verification) imported(n ast.Node, path string) string {
	scope := v.pass.Pkg.Scope().Innermost(n.Pos())
	for _, imp := range v.file(n.Pos()).Imports {
		p := v.info.PkgNameOf(imp)
		if p == nil || p.Imported().Path() != path || scope == nil {
			continue
		}
		if _, o := scope.LookupParent(p.Name(), n.Pos()); o == types.Object(p) {
			return p.Name()
		}
	}
	return ""
}

// uses counts how often the file around n uses the package path.
func (v *verification) uses(n ast.Node, path string) int {
	count := 0
	ast.Inspect(v.file(n.Pos()), func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if p, ok := v.info.Uses[id].(*types.PkgName); ok && p.Imported().Path() == path {
				count++
			}
		}
		return true
	})
	return count
}
