package rules

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/types/typeutil"
)

// A mark says what a value of a webhook's verification is made of. Marks only
// grow on the way: they are collected without regard to the order of
// statements.
type mark uint16

const (
	fromSignature mark = 1 << iota // the header X-CIO-Signature, or its decoded bytes
	fromTimestamp                  // the header X-CIO-Timestamp, or what is computed from it
	fromBody                       // the request's body
	fromVersion                    // text that holds v0
	fromClock                      // the time of day
	isDigest                       // a MAC, or its sum
	isVerdict                      // what a comparison of signatures says
	unknown                        // anything, also what the marks above stand for
)

// A bind says that dst may hold what src evaluates to.
type bind struct {
	dst    types.Object
	src    ast.Expr
	result int          // of several results of src, this one; else -1
	of     types.Object // instead of src: what is written through this variable
}

// marks are what is known of the variables, fields, parameters and results
// of one package.
type marks struct {
	info    *types.Info
	of      map[types.Object]mark
	binds   []bind
	called  map[*types.Signature]bool         // has a caller in the package
	lits    map[types.Object]*types.Signature // function literals by their variable
	methods map[string][]*types.Func          // the package's methods by name
	own     *types.Package
	fresh   bool // the timestamp meets the clock somewhere, or leaves the package
	changed bool
}

// newMarks collects the marks of a package.
func newMarks(pkg *types.Package, info *types.Info, files []*ast.File) *marks {
	m := &marks{
		info: info, own: pkg, of: map[types.Object]mark{}, called: map[*types.Signature]bool{},
		lits: map[types.Object]*types.Signature{}, methods: map[string][]*types.Func{},
	}
	for _, f := range files {
		m.declare(f)
	}
	for _, f := range files {
		m.collect(f)
	}
	m.outside()
	m.spread()
	return m
}

// spread carries the marks along the binds until nothing changes.
func (m *marks) spread() {
	for m.changed = true; m.changed; {
		m.changed = false
		for _, b := range m.binds {
			if b.of != nil {
				m.add(b.dst, m.of[b.of])
			} else {
				m.add(b.dst, m.result(b.src, b.result))
			}
		}
	}
}

// add marks what o holds.
func (m *marks) add(o types.Object, k mark) {
	if o == nil {
		return
	}
	k &= room(o.Type())
	if m.of[o]|k != m.of[o] {
		m.of[o] |= k
		m.changed = true
	}
}

// room is what a value of type t has room for: a verdict is all that an
// error or a truth value tells.
func room(t types.Type) mark {
	if isBool(t) || isError(t) {
		return isVerdict
	}
	return ^isVerdict
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// result is the mark of e, or of its i-th result if i is not negative.
func (m *marks) result(e ast.Expr, i int) mark {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || i < 0 {
		return m.eval(e)
	}
	return m.call(call, i)
}

// eval is the mark of an expression.
func (m *marks) eval(e ast.Expr) mark {
	tv, ok := m.info.Types[e]
	if ok && tv.Value != nil {
		return constantMark(tv.Value)
	}
	switch e := e.(type) {
	case *ast.Ident:
		return m.of[m.object(e)]
	case *ast.SelectorExpr:
		if isRequestBody(m.object(e)) {
			return fromBody
		}
		return m.of[m.object(e)]
	case *ast.ParenExpr:
		return m.eval(e.X)
	case *ast.StarExpr:
		return m.eval(e.X)
	case *ast.SliceExpr:
		return m.eval(e.X)
	case *ast.TypeAssertExpr:
		return m.eval(e.X)
	case *ast.IndexExpr:
		if k := m.header(e.Index); k != 0 {
			return k
		}
		return m.eval(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.ARROW {
			return unknown
		}
		return m.eval(e.X)
	case *ast.BinaryExpr:
		return m.binary(e)
	case *ast.CompositeLit:
		return m.literal(e)
	case *ast.CallExpr:
		return m.call(e, 0)
	case *ast.FuncLit:
		return 0
	}
	return unknown
}

func constantMark(v constant.Value) mark {
	if v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "v0") {
		return fromVersion
	}
	return 0
}

func (m *marks) binary(e *ast.BinaryExpr) mark {
	x, y := m.eval(e.X), m.eval(e.Y)
	switch e.Op {
	case token.LSS, token.GTR, token.LEQ, token.GEQ, token.SUB:
		m.fresh = m.fresh || (x|y)&fromTimestamp != 0 && (x|y)&unknown != 0
	}
	k := m.meet(x | y)
	if !isBool(m.info.TypeOf(e)) {
		return k
	}
	if x&fromSignature != 0 && y&isDigest != 0 || y&fromSignature != 0 && x&isDigest != 0 {
		return isVerdict
	}
	return k & isVerdict
}

// meet notes where the timestamp meets the clock.
func (m *marks) meet(k mark) mark {
	m.fresh = m.fresh || k&fromTimestamp != 0 && k&fromClock != 0
	return k
}

func (m *marks) literal(e *ast.CompositeLit) mark {
	var k mark
	var text strings.Builder
	for _, el := range e.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		k |= m.eval(el)
		if v := m.info.Types[el].Value; v != nil && v.Kind() == constant.Int {
			if c, ok := constant.Int64Val(v); ok {
				text.WriteRune(rune(c))
			}
		}
	}
	if strings.Contains(text.String(), "v0") {
		k |= fromVersion
	}
	return k
}

// object is the variable, field or function that e names.
func (m *marks) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return origin(m.info.ObjectOf(e))
	case *ast.SelectorExpr:
		return origin(m.info.ObjectOf(e.Sel))
	}
	return nil
}

func origin(o types.Object) types.Object {
	if v, ok := o.(*types.Var); ok {
		return v.Origin()
	}
	return o
}

// roots are the variables and fields that e is a part of.
func (m *marks) roots(e ast.Expr) []types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := m.object(e).(*types.Var); ok {
			return []types.Object{v}
		}
	case *ast.SelectorExpr:
		if v, ok := m.object(e).(*types.Var); ok {
			return append(m.roots(e.X), v)
		}
	case *ast.IndexExpr:
		return m.roots(e.X)
	case *ast.SliceExpr:
		return m.roots(e.X)
	case *ast.StarExpr:
		return m.roots(e.X)
	case *ast.UnaryExpr:
		return m.roots(e.X)
	case *ast.TypeAssertExpr:
		return m.roots(e.X)
	case *ast.CallExpr:
		if m.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return m.roots(e.Args[0])
		}
	}
	return nil
}

// header is the mark of what is read under e, if e names a header.
func (m *marks) header(e ast.Expr) mark {
	v := m.info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return 0
	}
	return headerMark(constant.StringVal(v))
}

func headerMark(name string) mark {
	switch {
	case strings.EqualFold(name, "X-CIO-Signature"):
		return fromSignature
	case strings.EqualFold(name, "X-CIO-Timestamp"):
		return fromTimestamp
	}
	return 0
}

func isRequestBody(o types.Object) bool {
	return o != nil && o.Name() == "Body" && o.Pkg() != nil && o.Pkg().Path() == "net/http"
}

// callees are the signatures of the package's own functions that a call may
// execute.
func (m *marks) callees(call *ast.CallExpr) []*types.Signature {
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return []*types.Signature{m.info.TypeOf(lit).(*types.Signature)}
	}
	fn, _ := typeutil.Callee(m.info, call).(*types.Func)
	if fn == nil {
		if sig := m.lits[m.object(fun)]; sig != nil {
			return []*types.Signature{sig}
		}
		return nil
	}
	fn = fn.Origin()
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		var out []*types.Signature
		for _, method := range m.methods[fn.Name()] {
			if method.Signature().Params().Len() == fn.Signature().Params().Len() {
				out = append(out, method.Signature())
			}
		}
		return out
	}
	if fn.Pkg() != m.own {
		return nil
	}
	return []*types.Signature{fn.Signature()}
}

// enclosing is the innermost function around pos.
func enclosing(file *ast.File, pos token.Pos) ast.Node {
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return nil
}
