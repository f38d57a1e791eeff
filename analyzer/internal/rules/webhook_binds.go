package rules

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// declare files the functions of a file, so that calls find them.
func (m *marks) declare(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fn, ok := m.info.Defs[n.Name].(*types.Func); ok && n.Recv != nil {
				m.methods[fn.Name()] = append(m.methods[fn.Name()], fn)
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i := range n.Lhs {
					m.nameLiteral(n.Lhs[i], n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			if len(n.Names) == len(n.Values) {
				for i := range n.Names {
					m.nameLiteral(n.Names[i], n.Values[i])
				}
			}
		}
		return true
	})
}

func (m *marks) nameLiteral(name, value ast.Expr) {
	if lit, ok := ast.Unparen(value).(*ast.FuncLit); ok {
		if o := m.object(name); o != nil {
			m.lits[o] = m.info.TypeOf(lit).(*types.Signature)
		}
	}
}

// collect makes the binds of a file.
func (m *marks) collect(f *ast.File) {
	var results []*types.Tuple // of the functions around, innermost last
	var stack []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			if m.signature(stack[len(stack)-1]) != nil {
				results = results[:len(results)-1]
			}
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		if s := m.signature(n); s != nil {
			results = append(results, s.Results())
		}
		if ret, ok := n.(*ast.ReturnStmt); ok && len(results) > 0 {
			m.returns(ret, results[len(results)-1])
		}
		m.node(n)
		return true
	})
}

// signature is the signature of a function declaration or literal.
func (m *marks) signature(n ast.Node) *types.Signature {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := m.info.Defs[n.Name].(*types.Func); ok {
			return fn.Signature()
		}
	case *ast.FuncLit:
		return m.info.TypeOf(n).(*types.Signature)
	}
	return nil
}

func (m *marks) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		m.assign(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		names := make([]ast.Expr, len(n.Names))
		for i, id := range n.Names {
			names[i] = id
		}
		if len(n.Values) > 0 {
			m.assign(names, n.Values)
		}
	case *ast.RangeStmt:
		for _, v := range []ast.Expr{n.Key, n.Value} {
			if v != nil {
				m.into(v, n.X)
			}
		}
	case *ast.TypeSwitchStmt:
		m.typeSwitch(n)
	case *ast.CompositeLit:
		m.fields(n)
	case *ast.SendStmt:
		m.into(n.Chan, n.Value)
	case *ast.CallExpr:
		m.arguments(n)
		m.writes(n)
	}
}

func (m *marks) returns(ret *ast.ReturnStmt, results *types.Tuple) {
	if len(ret.Results) == 1 && results.Len() > 1 {
		for i := range results.Len() {
			m.binds = append(m.binds, bind{dst: results.At(i), src: ret.Results[0], result: i})
		}
		return
	}
	for i, e := range ret.Results {
		m.binds = append(m.binds, bind{dst: results.At(i), src: e, result: -1})
	}
}

func (m *marks) assign(lhs, rhs []ast.Expr) {
	for i, l := range lhs {
		if len(lhs) != len(rhs) {
			for _, o := range m.roots(l) {
				m.binds = append(m.binds, bind{dst: o, src: rhs[0], result: i})
			}
			continue
		}
		m.into(l, rhs[i])
		if _, ok := ast.Unparen(l).(*ast.IndexExpr); ok && m.info.Types[rhs[i]].Value != nil {
			for _, o := range m.roots(l) { // text that is put together byte by byte
				m.of[o] |= unknown
			}
		}
		if isWriter(m.info.TypeOf(rhs[i])) {
			for _, o := range m.roots(rhs[i]) {
				for _, p := range m.roots(l) {
					m.alias(o, p)
				}
			}
		}
	}
}

// alias binds to o what is written through p.
func (m *marks) alias(o, p types.Object) {
	m.binds = append(m.binds, bind{dst: o, of: p})
}

func (m *marks) typeSwitch(n *ast.TypeSwitchStmt) {
	a, ok := n.Assign.(*ast.AssignStmt)
	if !ok {
		return
	}
	for _, clause := range n.Body.List {
		if o := m.info.Implicits[clause]; o != nil {
			m.binds = append(m.binds, bind{dst: o, src: a.Rhs[0], result: -1})
		}
	}
}

// fields binds the fields of a struct literal.
func (m *marks) fields(n *ast.CompositeLit) {
	t := m.info.TypeOf(n)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, el := range n.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			m.into(kv.Key, kv.Value)
		} else {
			m.binds = append(m.binds, bind{dst: s.Field(i).Origin(), src: el, result: -1})
		}
	}
}

// arguments binds the parameters of the functions that a call may execute.
func (m *marks) arguments(call *ast.CallExpr) {
	for _, s := range m.callees(call) {
		m.called[s] = true
		m.receiver(call, s)
		for i, a := range call.Args {
			p := param(s, i)
			if p == nil {
				break
			}
			if _, several := m.info.TypeOf(a).(*types.Tuple); several {
				for j := range s.Params().Len() {
					m.binds = append(m.binds, bind{dst: s.Params().At(j), src: a, result: j})
				}
				break
			}
			m.binds = append(m.binds, bind{dst: p, src: a, result: -1})
		}
	}
}

// receiver binds the receiver of a method, and what the method writes to it.
func (m *marks) receiver(call *ast.CallExpr, s *types.Signature) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || s.Recv() == nil || m.info.Selections[sel] == nil {
		return
	}
	m.binds = append(m.binds, bind{dst: s.Recv(), src: sel.X, result: -1})
	if isWriter(s.Recv().Type()) {
		for _, o := range m.roots(sel.X) {
			m.alias(o, s.Recv())
		}
	}
}

// outside marks what the package does not decide: parameters of functions it
// does not call, and fields and variables that it never sets.
func (m *marks) outside() {
	set := map[types.Object]bool{}
	for _, b := range m.binds {
		set[b.dst] = true
	}
	for _, o := range m.info.Defs {
		v, ok := o.(*types.Var)
		if !ok || set[v] {
			continue
		}
		switch t := v.Type(); {
		case isTime(t):
			m.of[v] |= fromClock | unknown
		case bytesOf(t) && slices.Contains([]string{"body", "rawbody", "payload"}, strings.ToLower(v.Name())):
			m.of[v] |= fromBody
		case m.decided(v):
		default:
			m.of[v] |= unknown & room(t)
		}
	}
}

// decided: a local variable that nothing is assigned to is empty, or filled
// by reference; what has neither text nor a number tells nothing.
func (m *marks) decided(v *types.Var) bool {
	b, basic := v.Type().Underlying().(*types.Basic)
	return v.Kind() == types.LocalVar || !isText(v.Type()) && !(basic && b.Info()&types.IsInteger != 0)
}

// emptiness returns what e compares with the empty string or nil, and whether
// e holds when it is empty.
func (m *marks) emptiness(e ast.Expr) (x ast.Expr, empty bool) {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok {
		return nil, false
	}
	switch b.Op {
	case token.EQL, token.LEQ:
		empty = true
	case token.NEQ, token.GTR:
	default:
		return nil, false
	}
	if call, ok := ast.Unparen(b.X).(*ast.CallExpr); ok && len(call.Args) == 1 {
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "len" && m.isZero(b.Y) {
			return call.Args[0], empty
		}
	}
	if m.isZero(b.Y) {
		return b.X, empty
	}
	return nil, false
}

func (m *marks) isZero(e ast.Expr) bool {
	tv := m.info.Types[e]
	if tv.IsNil() {
		return true
	}
	if tv.Value == nil {
		return false
	}
	switch tv.Value.Kind() {
	case constant.String:
		return constant.StringVal(tv.Value) == ""
	case constant.Int:
		return constant.Sign(tv.Value) == 0
	}
	return false
}
