package rules

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// call is the mark of the i-th result of a call.
func (m *marks) call(call *ast.CallExpr, i int) mark {
	if m.info.Types[call.Fun].IsType() {
		return m.eval(call.Args[0])
	}
	in := m.operands(call)
	fn, _ := typeutil.Callee(m.info, call).(*types.Func)
	if b, ok := typeutil.Callee(m.info, call).(*types.Builtin); ok {
		if b.Name() == "len" || b.Name() == "cap" {
			return 0
		}
		return in
	}
	if k := m.headerRead(call, fn); k != 0 {
		return k
	}
	if sigs := m.callees(call); len(sigs) > 0 {
		var k mark
		for _, s := range sigs {
			if i < s.Results().Len() {
				k |= m.of[s.Results().At(i)]
			}
		}
		return k
	}
	return m.foreign(call, fn, in)
}

// operands is what goes into a call, the receiver included.
func (m *marks) operands(call *ast.CallExpr) mark {
	var in mark
	for _, a := range call.Args {
		in |= m.eval(a)
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && m.info.Selections[sel] != nil {
		in |= m.eval(sel.X)
	}
	return in
}

// headerRead is the mark of a call that reads a header: one that is given its
// name and returns text.
func (m *marks) headerRead(call *ast.CallExpr, fn *types.Func) mark {
	var k mark
	for _, a := range call.Args {
		k |= m.header(a)
	}
	if k == 0 || !isText(m.firstResult(call)) {
		return 0
	}
	if fn != nil && fn.Signature().Recv() == nil && fn.Pkg() != nil && pure[fn.Pkg().Path()] {
		return 0 // strings.ToLower, http.CanonicalHeaderKey: still the name
	}
	return k
}

func (m *marks) firstResult(call *ast.CallExpr) types.Type {
	t := m.info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// isText reports whether t is a string, bytes or a list of strings.
func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Byte || b.Info()&types.IsString != 0)
	}
	return false
}

// pure lists the packages whose functions return what goes in, in another form.
var pure = map[string]bool{
	"strings": true, "bytes": true, "strconv": true, "fmt": true, "encoding/hex": true, "encoding/base64": true,
	"encoding/json": true, "encoding/binary": true, "math": true, "math/big": true, "time": true, "errors": true,
	"slices": true, "cmp": true, "bufio": true, "io": true, "io/ioutil": true, "hash": true, "unsafe": true,
	"net/http": true, "net/textproto": true, "log": true, "log/slog": true, "crypto/hmac": true, "crypto/subtle": true,
}

// foreign is the mark of a call of another package's function, or of a
// function that is not known.
func (m *marks) foreign(call *ast.CallExpr, fn *types.Func, in mark) mark {
	if fn == nil || fn.Pkg() == nil {
		return m.injected(call, in)
	}
	switch fn.FullName() {
	case "crypto/hmac.New":
		return isDigest
	case "time.Now", "time.Since", "time.Until":
		return m.meet(in | fromClock)
	case "io.ReadAll", "io/ioutil.ReadAll":
		return in | fromBody
	}
	if comparesSafely(fn) || comparesUnsafely(fn) && in&fromSignature != 0 && in&isDigest != 0 {
		return isVerdict
	}
	path := fn.Pkg().Path()
	if path == "net/http" && fn.Signature().Recv() != nil && isText(m.firstResult(call)) {
		return in | unknown // a header of some name
	}
	if pure[path] {
		return m.meet(in)
	}
	m.leaves(call, in)
	if bytesOf(m.firstResult(call)) && len(call.Args) == 0 && fn.Signature().Recv() != nil {
		return fromBody // a context's GetRawData, Body, PostBody
	}
	return m.injected(call, in)
}

// injected is the mark of what an unknown function returns: the time, if it
// has its type.
func (m *marks) injected(call *ast.CallExpr, in mark) mark {
	m.leaves(call, in)
	if isTime(m.firstResult(call)) {
		return m.meet(in | fromClock)
	}
	return in | unknown
}

// leaves notes a timestamp that is given to a function nothing is known of,
// which may check it.
func (m *marks) leaves(call *ast.CallExpr, in mark) {
	m.fresh = m.fresh || in&fromTimestamp != 0
}

func isTime(t types.Type) bool {
	if t == nil {
		return false
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}

func bytesOf(t types.Type) bool {
	s, ok := t.(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.Byte])
}

// comparesSafely: these take the same time whatever they are given.
func comparesSafely(fn *types.Func) bool {
	name := fn.FullName()
	return name == "crypto/hmac.Equal" || name == "crypto/subtle.ConstantTimeCompare"
}

// comparesUnsafely: these stop at the first difference.
func comparesUnsafely(fn *types.Func) bool {
	return slices.Contains([]string{
		"bytes.Equal", "bytes.Compare", "bytes.EqualFold", "strings.Compare", "strings.EqualFold", "reflect.DeepEqual", "slices.Equal", "slices.Compare",
	}, fn.FullName())
}

// forwarding lists the functions that write to their first argument; any
// other that is given a MAC may write anything to it.
var forwarding = []string{"io.WriteString", "io.Copy", "io.CopyN", "io.CopyBuffer", "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "io.TeeReader", "encoding/binary.Write"}

// writes binds what a call writes to its receiver or arguments.
func (m *marks) writes(call *ast.CallExpr) {
	fn, _ := typeutil.Callee(m.info, call).(*types.Func)
	if b, ok := typeutil.Callee(m.info, call).(*types.Builtin); ok {
		if b.Name() == "copy" {
			m.into(call.Args[0], call.Args[1])
		}
		return
	}
	if fn == nil {
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && m.info.Selections[sel] != nil && strings.HasPrefix(fn.Name(), "Write") {
		m.into(sel.X, call.Args...)
	}
	for i, a := range call.Args {
		if u, ok := ast.Unparen(a).(*ast.UnaryExpr); ok && len(m.callees(call)) == 0 {
			for _, o := range m.roots(u) { // filled by reference
				m.of[o] |= unknown & room(o.Type())
			}
		}
		switch {
		case !isWriter(m.info.TypeOf(a)) && !(fn.Pkg() != nil && fn.FullName() == "encoding/hex.Decode" && i == 0):
		case len(m.callees(call)) > 0:
			m.back(call, i, a)
		case fn.Pkg() != nil && (slices.Contains(forwarding, fn.FullName()) || fn.FullName() == "encoding/hex.Decode"):
			m.into(a, slices.Concat(call.Args[:i], call.Args[i+1:])...)
		default:
			for _, o := range m.roots(a) {
				m.of[o] |= unknown
			}
		}
	}
}

// back binds what a callee writes to its i-th parameter to the argument.
func (m *marks) back(call *ast.CallExpr, i int, arg ast.Expr) {
	for _, s := range m.callees(call) {
		if p := param(s, i); p != nil {
			for _, o := range m.roots(arg) {
				m.alias(o, p)
			}
		}
	}
}

// into binds sources to everything that dst is a part of.
func (m *marks) into(dst ast.Expr, sources ...ast.Expr) {
	for _, o := range m.roots(dst) {
		for _, s := range sources {
			m.binds = append(m.binds, bind{dst: o, src: s, result: -1})
		}
	}
}

// isWriter reports whether something that is signed can be written to a value
// of type t: a response is not.
func isWriter(t types.Type) bool {
	if t == nil {
		return false
	}
	write, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	answer, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
	_, ok := write.(*types.Func)
	return ok && answer == nil
}

func param(s *types.Signature, i int) *types.Var {
	n := s.Params().Len()
	if s.Variadic() && i >= n-1 {
		i = n - 1
	}
	if i >= n {
		return nil
	}
	return s.Params().At(i)
}
