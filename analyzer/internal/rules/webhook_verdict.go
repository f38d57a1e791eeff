package rules

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// trust finds the functions whose result is the verdict: they compare, or
// call one that does, and take nothing to answer the request with.
func (v *verification) trust() {
	for again := true; again; {
		again = false
		for _, f := range v.pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				s := v.signature(n)
				if s == nil || !v.judges(n, s) {
					return true
				}
				for r := range s.Results().Variables() {
					if !v.trusted[s] && (isBool(r.Type()) || isError(r.Type())) {
						v.of[r] |= isVerdict
						again = true
					}
				}
				v.trusted[s] = true
				return true
			})
		}
		v.spread()
	}
}

// judges reports whether the function n compares signatures and can do
// nothing else.
func (v *verification) judges(n ast.Node, s *types.Signature) bool {
	for p := range s.Params().Variables() {
		if !plain(p.Type()) {
			return false
		}
	}
	found := false
	ast.Inspect(n, func(in ast.Node) bool {
		if _, lit := in.(*ast.FuncLit); lit && in != n {
			return false
		}
		if e, ok := in.(ast.Expr); ok && v.judgement(e) {
			found = true
		}
		return true
	})
	return found
}

// judgement reports whether e is a comparison of the signature, or calls a
// function that makes one.
func (v *verification) judgement(e ast.Expr) bool {
	for _, c := range v.compared {
		if c.at == e {
			return true
		}
	}
	call, ok := e.(*ast.CallExpr)
	return ok && v.judging(call)
}

// judging reports whether a call is of one of the package's functions that
// judge.
func (v *verification) judging(call *ast.CallExpr) bool {
	sigs := v.callees(call)
	for _, s := range sigs {
		if !v.trusted[s] || v.verdictOf(s) < 0 {
			return false
		}
	}
	return len(sigs) > 0
}

// verdictOf is the index of the result that is the verdict, or -1.
func (v *verification) verdictOf(s *types.Signature) int {
	for i := s.Results().Len() - 1; i >= 0; i-- {
		if v.of[s.Results().At(i)]&isVerdict != 0 {
			return i
		}
	}
	return -1
}

// plain reports whether a parameter of type t is data, a request or a context.
func plain(t types.Type) bool {
	if isRequest(t) || isTime(t) || types.TypeString(t, nil) == "context.Context" || isText(t) {
		return true
	}
	_, basic := t.Underlying().(*types.Basic)
	return basic
}

// verdicts reports verdicts that nothing follows from.
func (v *verification) verdicts() {
	for _, f := range v.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ExprStmt:
				if e := ast.Unparen(n.X); v.judgement(e) {
					v.ignored(e)
				}
			case *ast.AssignStmt:
				v.blank(n)
			case *ast.BlockStmt:
				v.goesOn(f, n.List)
			case *ast.CaseClause:
				v.goesOn(f, n.Body)
			}
			return true
		})
	}
}

func (v *verification) ignored(n ast.Node) {
	v.report(n, "the verdict on the signature of a Customer.io webhook is ignored; refuse the request on a bad one, or use runtime/webhook")
}

// blank reports a verdict that is assigned to nothing.
func (v *verification) blank(n *ast.AssignStmt) {
	if len(n.Rhs) != 1 || !v.judgement(ast.Unparen(n.Rhs[0])) {
		return
	}
	i := 0
	if call := ast.Unparen(n.Rhs[0]).(ast.Expr); len(n.Lhs) > 1 {
		i = v.verdictOf(v.callees(call.(*ast.CallExpr))[0])
	}
	if i < len(n.Lhs) && isBlank(n.Lhs[i]) {
		v.ignored(n)
	}
}

// goesOn reports an if that finds the signature bad, tells so, and does not
// leave.
func (v *verification) goesOn(f *ast.File, list []ast.Stmt) {
	for i, s := range list {
		s, ok := s.(*ast.IfStmt)
		if !ok || s.Else != nil || i+1 == len(list) || !v.refuses(s) || !v.onlyReports(s.Body) {
			continue
		}
		if fn := enclosing(f, s.Pos()); fn != nil && v.acts(list[i+1:]) && !v.usedLater(fn, s) {
			v.report(s.Cond, "a Customer.io webhook with a bad signature is handled all the same, as this if does not return; return, or use runtime/webhook")
		}
	}
}

// refuses reports whether the condition of s holds for a bad signature.
func (v *verification) refuses(s *ast.IfStmt) bool {
	switch cond := ast.Unparen(s.Cond).(type) {
	case *ast.UnaryExpr:
		return cond.Op == token.NOT && v.isVerdict(cond.X)
	case *ast.BinaryExpr:
		switch {
		case cond.Op != token.NEQ:
			return false
		case v.info.Types[cond.Y].IsNil():
			return isError(v.info.TypeOf(cond.X)) && v.isVerdict(cond.X)
		}
		return v.judgement(cond) || v.isVerdict(cond.X) && v.info.Types[cond.Y].Value != nil && !v.isZero(cond.Y)
	}
	return false
}

// isVerdict reports whether e says nothing but whether the signature is good.
func (v *verification) isVerdict(e ast.Expr) bool {
	e = ast.Unparen(e)
	return v.judgement(e) || v.eval(e)&isVerdict != 0 && v.object(e) != nil && v.onlyVerdict(v.object(e))
}

// onlyVerdict: an error variable may hold other errors, too.
func (v *verification) onlyVerdict(o types.Object) bool {
	for _, b := range v.binds {
		if b.dst == o && (b.src == nil || !v.judgement(ast.Unparen(b.src))) {
			return false
		}
	}
	return true
}

// onlyReports reports whether a block only logs and answers.
func (v *verification) onlyReports(b *ast.BlockStmt) bool {
	for _, s := range b.List {
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			return false
		}
		call, ok := e.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		fn, _ := typeutil.Callee(v.info, call).(*types.Func)
		if fn == nil || !onlyTells(fn.Name()) || len(v.callees(call)) > 0 {
			return false
		}
	}
	return true
}

// acts reports whether statements call something.
func (v *verification) acts(list []ast.Stmt) bool {
	found := false
	for _, s := range list {
		ast.Inspect(s, func(n ast.Node) bool {
			_, call := n.(*ast.CallExpr)
			found = found || call
			return true
		})
	}
	return found
}

// usedLater reports whether what the condition of s names is looked at again.
func (v *verification) usedLater(fn ast.Node, s *ast.IfStmt) bool {
	var named []types.Object
	ast.Inspect(s.Cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if o, ok := v.info.Uses[id].(*types.Var); ok && (isBool(o.Type()) || isError(o.Type())) {
				named = append(named, o)
			}
		}
		return true
	})
	later := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Pos() > s.End() {
			for _, o := range named {
				later = later || v.info.Uses[id] == o
			}
		}
		return true
	})
	return later
}
