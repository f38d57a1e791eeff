package rules

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/fix"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// wrapFix is the first fix: the payload goes through the sanitizer.
func (c *Check) wrapFix(inst *flow.Instance) []analysis.SuggestedFix {
	e := c.payloadExpr(inst)
	if e == nil {
		return nil
	}
	if !dataOf(inst).part.Role.IsPayload() {
		return nil
	}
	if len(inst.Sink.Path) > 0 && inst.Depth == 0 {
		if e = fieldValue(e, inst.Sink.Path); e == nil {
			return nil
		}
	}
	_, function, _ := strings.Cut(remedy(inst), ".")
	return fix.Wrap(c.Pass, e, function)
}

// fieldValue follows p into a composite literal.
func fieldValue(e ast.Expr, p flow.Path) ast.Expr {
	for _, s := range p {
		e = ast.Unparen(e)
		if u, ok := e.(*ast.UnaryExpr); ok {
			e = u.X
		}
		lit, ok := e.(*ast.CompositeLit)
		if !ok || s.Kind != flow.Field {
			return nil
		}
		if e = entryOf(lit, s.Name); e == nil {
			return nil
		}
	}
	return e
}

func entryOf(lit *ast.CompositeLit, name string) ast.Expr {
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}
