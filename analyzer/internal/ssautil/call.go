package ssautil

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Callee returns the function object that a call names: a function, a
// method, or the method of an interface. Nil for closures and builtins.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	f, _ := fn.Object().(*types.Func)
	return f
}

// Args returns what a call passes, in the order of the callee's
// parameters: the receiver first, if there is one.
func Args(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	return c.Args
}

// ArgFor returns what call passes for parameter p, or nil.
func ArgFor(c *ssa.CallCommon, p *ssa.Parameter) ssa.Value {
	args := Args(c)
	for i, q := range p.Parent().Params {
		if q == p && i < len(args) {
			return args[i]
		}
	}
	return nil
}

// Result returns the value that holds result r of a call with n results.
func Result(call ssa.Value, r, n int) ssa.Value {
	if n == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == r {
			return x
		}
	}
	return nil
}

func PkgPath(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// IsMethodExpr: T.Method(recv, args...) passes its receiver as an argument.
func IsMethodExpr(c *ssa.CallCommon, e *ast.CallExpr) bool {
	return len(e.Args) == len(c.Args) && !c.Signature().Variadic() && c.Signature().Params().Len() < len(e.Args)
}

// CallsWith returns the calls of a function that have v, as it is or as an
// interface, for an argument.
func CallsWith(v ssa.Value, name string, arg int) []*ssa.Call {
	var out []*ssa.Call
	if v.Referrers() == nil {
		return nil
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MakeInterface:
			out = append(out, CallsWith(ref, name, arg)...)
		case *ssa.Call:
			fn := Callee(ref.Common())
			if args := Args(ref.Common()); fn != nil && fn.FullName() == name && arg < len(args) && args[arg] == v {
				out = append(out, ref)
			}
		}
	}
	return out
}

// Uses counts what is done with v, but for comparisons and its length.
func Uses(v ssa.Value) int {
	n := 0
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Call:
			if _, ok := ref.Call.Value.(*ssa.Builtin); !ok {
				n++
			}
		default:
			n++
		}
	}
	return n
}

// Variadic returns the elements of a variadic argument, in order.
func Variadic(list ssa.Value) []ssa.Value {
	sl, ok := list.(*ssa.Slice)
	if !ok {
		return nil
	}
	arr, ok := sl.X.(*ssa.Alloc)
	if !ok || arr.Referrers() == nil {
		return nil
	}
	at := map[int64]ssa.Value{}
	for _, ref := range *arr.Referrers() {
		idx, ok := ref.(*ssa.IndexAddr)
		if !ok || idx.Referrers() == nil {
			continue
		}
		n, ok := Int(idx.Index)
		if !ok {
			continue
		}
		for _, use := range *idx.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ssa.Value(idx) {
				at[n] = st.Val
			}
		}
	}
	out := make([]ssa.Value, 0, len(at))
	for i := range int64(len(at)) {
		if at[i] == nil {
			return nil
		}
		out = append(out, at[i])
	}
	return out
}

// ExportedObject is what importers know a function by.
func ExportedObject(fn *ssa.Function) *types.Func {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Parent() != nil || !obj.Exported() {
		return nil
	}
	return obj
}

// CanFail: a result of the call is an error.
func CanFail(call *ssa.Call) bool {
	res := call.Call.Signature().Results()
	return res.Len() > 0 && IsErrorType(res.At(res.Len()-1).Type())
}

// ErrorsOf returns the error that a call results in, if the program takes it.
func ErrorsOf(call *ssa.Call) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	if IsErrorType(call.Type()) {
		out[call] = true
		return out
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && IsErrorType(x.Type()) {
			out[x] = true
		}
	}
	return out
}

// ReturnsError: the function may fail here.
func ReturnsError(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	v := ret.Results[len(ret.Results)-1]
	k, isConst := v.(*ssa.Const)
	return IsErrorType(v.Type()) && !(isConst && k.IsNil())
}

func Waits(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.UnOp:
		return in.Op == token.ARROW
	case *ssa.Call:
		fn := Callee(in.Common())
		return fn != nil && fn.Name() == "Wait"
	}
	return false
}

// HasMethod reports whether m is a method of t.
func HasMethod(t types.Type, m *types.Func) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
	fn, ok := obj.(*types.Func)
	return ok && fn.Origin() == m.Origin()
}

// Declared is the declaration of a function, nil if it has none: a function
// literal, a wrapper.
func Declared(fn *ssa.Function) *types.Func {
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	return obj.Origin()
}
