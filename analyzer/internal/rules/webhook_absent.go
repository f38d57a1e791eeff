package rules

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// absence reports requests that are accepted because there is no key to
// verify them with, or no signature.
func (v *verification) absence() {
	keys := v.keys()
	missing := func(x ast.Expr) string {
		if x == nil {
			return ""
		}
		if v.eval(x)&fromSignature != 0 {
			return "without a signature"
		}
		if roots := v.roots(x); len(roots) > 0 && keys[roots[len(roots)-1]] {
			return "if no signing key is configured"
		}
		return ""
	}
	for _, f := range v.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.IfStmt)
			if !ok {
				return true
			}
			x, empty := v.emptiness(s.Cond)
			if when := missing(x); when != "" && empty && v.accepts(f, s.Body) {
				v.accepted(s.Cond, when)
			}
			if when := missing(v.onlyIfPresent(s.Cond)); when != "" && s.Else == nil && returns(s.Body) {
				v.accepted(s.Cond, when)
			}
			return true
		})
	}
}

func (v *verification) accepted(n ast.Node, when string) {
	v.report(n, "a Customer.io webhook is accepted "+when+"; refuse it, or use runtime/webhook")
}

// keys are the variables that the key of a MAC comes from.
func (v *verification) keys() map[types.Object]bool {
	keys := map[types.Object]bool{}
	add := func(e ast.Expr) bool {
		roots := v.roots(e)
		if len(roots) == 0 || keys[roots[len(roots)-1]] || !isText(roots[len(roots)-1].Type()) {
			return false
		}
		keys[roots[len(roots)-1]] = true
		return true
	}
	for _, call := range v.macs {
		add(call.Args[1])
	}
	for again := true; again; {
		again = false
		for _, b := range v.binds {
			if b.src != nil && keys[b.dst] && add(b.src) {
				again = true
			}
		}
	}
	return keys
}

// onlyIfPresent returns what must not be empty for cond to look at the
// verdict: key in key != "" && !hmac.Equal(...).
func (v *verification) onlyIfPresent(cond ast.Expr) ast.Expr {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.LAND {
		return nil
	}
	x, empty := v.emptiness(b.X)
	if x == nil || empty || !v.refuses(&ast.IfStmt{Cond: b.Y}) {
		return nil
	}
	return x
}

// accepts reports whether a block lets the request pass: it returns true or
// no error from a function that judges, or calls the next handler.
func (v *verification) accepts(f *ast.File, b *ast.BlockStmt) bool {
	if !returns(b) {
		return false
	}
	ret := b.List[len(b.List)-1].(*ast.ReturnStmt)
	if v.passesOn(b) {
		return true
	}
	s := v.signature(enclosing(f, b.Pos()))
	if len(ret.Results) != 1 || s.Results().Len() != 1 || !v.trusted[s] || v.verdictOf(s) < 0 || !v.onlyReports(&ast.BlockStmt{List: b.List[:len(b.List)-1]}) {
		return false
	}
	tv := v.info.Types[ret.Results[0]]
	return tv.IsNil() || tv.Value != nil && tv.Value.String() == "true"
}

// passesOn reports whether a block calls the next handler: its ServeHTTP, a
// context's Next, or a function value that is given what a handler is given.
func (v *verification) passesOn(b *ast.BlockStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch fn := typeutil.Callee(v.info, call).(type) {
		case *types.Func:
			found = found || fn.Name() == "ServeHTTP" || fn.Name() == "Next" && len(call.Args) == 0
		case *types.Var:
			found = found || fn.Name() == "next"
		}
		return true
	})
	return found
}
