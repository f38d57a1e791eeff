package verify

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A call is one call on a path.
type call struct {
	in   ssa.CallInstruction
	fn   *types.Func // what it names, nil for a function value
	name string      // by which it is called
	recv *value      // of a method
	args []*value    // without the receiver
	typs []types.Type
	res  types.Type
}

// call executes a call and goes on with its result.
func (x *run) call(st *state, in ssa.CallInstruction, k then) {
	c := in.Common()
	f := st.top()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		k(st, x.builtin(st, b, c))
		return
	}
	cl := &call{in: in, res: resultType(c)}
	for _, a := range c.Args {
		cl.args, cl.typs = append(cl.args, f.get(a)), append(cl.typs, a.Type())
	}
	if c.IsInvoke() {
		cl.recv, cl.fn, cl.name = f.get(c.Value), c.Method, c.Method.Name()
		x.invoke(st, cl, c, k)
		return
	}
	if fn := c.StaticCallee(); fn != nil {
		var binds []*value
		if _, ok := c.Value.(*ssa.MakeClosure); ok {
			binds = f.get(c.Value).binds
		}
		x.static(st, cl, fn, binds, k)
		return
	}
	v := f.get(c.Value)
	cl.name = v.lastName()
	x.dynamic(st, cl, v, k)
}

func resultType(c *ssa.CallCommon) types.Type {
	switch r := c.Signature().Results(); r.Len() {
	case 0:
		return nil
	case 1:
		return r.At(0).Type()
	default:
		return r
	}
}

// static calls a function that is known at compile time.
func (x *run) static(st *state, cl *call, fn *ssa.Function, binds []*value, k then) {
	obj, _ := fn.Object().(*types.Func)
	st.aborted = st.aborted || fn.Signature.Recv() != nil && strings.HasPrefix(fn.Name(), abortPrefix)
	if x.isOwn(fn) && (st.req != nil || x.matters[fn]) && !isPlaceholder(fn) {
		x.own(st, cl, fn, cl.args, binds, k)
		return
	}
	cl.fn, cl.name = obj, fn.Name()
	if fn.Signature.Recv() != nil && len(cl.args) > 0 {
		cl.recv, cl.args, cl.typs = cl.args[0], cl.args[1:], cl.typs[1:]
	}
	if cl.recv != nil && cl.recv.fn != nil && cl.name == "ServeHTTP" {
		x.dynamic(st, cl, cl.recv, k)
		return
	}
	x.foreign(st, cl, k)
}

// isPlaceholder reports whether a method of a request does nothing here: it
// stands for one of a framework.
func isPlaceholder(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || !isRequest(recv.Type()) || len(fn.Blocks) != 1 {
		return false
	}
	for _, in := range fn.Blocks[0].Instrs {
		switch in.(type) {
		case *ssa.Return, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// isOwn: the function's body is here.
func (x *run) isOwn(fn *ssa.Function) bool {
	if fn.Blocks == nil {
		return false
	}
	if fn.Pkg != nil {
		return fn.Pkg == x.pkg
	}
	if o := fn.Origin(); o != nil && o.Pkg != nil {
		return o.Pkg == x.pkg
	}
	obj := fn.Object() // a wrapper
	return obj == nil || obj.Pkg() == nil || obj.Pkg() == x.pkg.Pkg || fn.Synthetic != ""
}

// own enters a function of the package. One that gets the body and returns
// nothing is called for what it does, whatever that is.
func (x *run) own(st *state, cl *call, fn *ssa.Function, args, binds []*value, k then) {
	effect := st.req != nil && x.forEffect(st, fn, args)
	acts, judged, writes := len(st.acts), st.judgedAt, st.writes
	at := st.top().at
	x.enter(st, fn, args, binds, func(st *state, v *value) {
		if effect && len(st.acts) == acts && st.judgedAt == judged && st.writes == writes && st.top().at == at {
			x.act(st, cl.in, fn.Name(), strong)
		}
		k(st, v)
	})
}

// forEffect reports whether a function is given the body, or what was parsed
// from it, to do something with it. One that decides whether it returns an
// error may be a check.
func (x *run) forEffect(st *state, fn *ssa.Function, args []*value) bool {
	if fn.Synthetic != "" || isHarmless(fn.Name()) || isLog(fn.Name()) {
		return false
	}
	res := fn.Signature.Results()
	if res.Len() > 1 || res.Len() == 1 && (!isError(res.At(0).Type()) || len(fn.Blocks) > 1) {
		return false // asked for a result, if only whether there is an error
	}
	given := false
	for i, a := range args {
		switch {
		case i < len(fn.Params) && (isRequest(fn.Params[i].Type()) || isResponseWriter(fn.Params[i].Type())):
			return false // answers by itself
		case a.addr != "" && isLocal(a.addr) && i < len(fn.Params) && fills(fn.Params[i].Type()):
			return false // fills something
		}
		given = given || st.marksOf(a)&body != 0
	}
	return given
}

// fills: through a parameter of type t a function can return something.
func fills(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	return obj != nil
}

// dynamic calls a function value.
func (x *run) dynamic(st *state, cl *call, v *value, k then) {
	switch {
	case v.guards && v.behind != nil:
		x.guarded(st, cl, v, k)
	case v.behind != nil:
		x.dynamic(st, cl, v.behind, k)
	case v.fn != nil && x.isOwn(v.fn):
		x.own(st, cl, v.fn, cl.args, v.binds, k)
	case v.fn != nil:
		cl.fn, _ = v.fn.Object().(*types.Func)
		cl.name = v.fn.Name()
		x.foreign(st, cl, k)
	case v.dyn != nil && cl.name == "ServeHTTP":
		x.method(st, cl, v, k)
	default:
		x.foreign(st, cl, k)
	}
}

// guarded calls a handler behind middleware of another package that verifies.
func (x *run) guarded(st *state, cl *call, v *value, k then) {
	st.verdict, st.maybe = good, true
	x.entry(st).maybe = true
	x.isFresh(st)
	x.dynamic(st, cl, v.behind, k)
}

// invoke calls a method through an interface.
func (x *run) invoke(st *state, cl *call, c *ssa.CallCommon, k then) {
	v := cl.recv
	cl.typs = nil
	for _, a := range c.Args {
		cl.typs = append(cl.typs, a.Type())
	}
	if v.behind != nil || v.fn != nil {
		x.dynamic(st, cl, v, k)
		return
	}
	if v.dyn != nil && !types.IsInterface(v.dyn) {
		x.method(st, cl, v, k)
		return
	}
	if v.sum == nil && st.mem[v.addr+"#alg"] == nil {
		if fns := x.implementers(cl.fn); len(fns) > 0 {
			x.implemented(st, cl, fns, k)
			return
		}
	}
	x.foreign(st, cl, k)
}

// method calls a method of the type that an interface is known to hold.
func (x *run) method(st *state, cl *call, v *value, k then) {
	sel := types.NewMethodSet(v.dyn).Lookup(x.pkg.Pkg, cl.name)
	if sel == nil {
		x.foreign(st, cl, k)
		return
	}
	fn := x.pkg.Prog.MethodValue(sel)
	if fn == nil || !x.isOwn(fn) || fn.Pkg == nil && fn.Synthetic == "" || isForeignMethod(sel, x.pkg.Pkg) {
		if obj, ok := sel.Obj().(*types.Func); ok {
			cl.fn = obj
		}
		x.foreign(st, cl, k)
		return
	}
	x.own(st, cl, fn, append([]*value{v}, cl.args...), nil, k)
}

// isForeignMethod: also a method that comes with an embedded field.
func isForeignMethod(sel *types.Selection, own *types.Package) bool {
	return sel.Obj().Pkg() != own
}

// maxImplementers bounds the types that a call through an interface is tried
// with.
const maxImplementers = 3

// implementers are the methods of the package's types that a call through an
// interface may execute.
func (x *run) implementers(m *types.Func) []*ssa.Function {
	recv := m.Signature().Recv()
	if recv == nil || m.Pkg() == nil || m.Pkg().Path() == "net/http" || m.Pkg().Path() == "hash" || m.Pkg().Path() == "io" {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*ssa.Function
	scope := x.pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); !ok || n.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		sel := types.NewMethodSet(ptr).Lookup(m.Pkg(), m.Name())
		if sel == nil || sel.Obj().Pkg() != x.pkg.Pkg {
			continue
		}
		if fn := x.pkg.Prog.FuncValue(sel.Obj().(*types.Func)); fn != nil && fn.Blocks != nil {
			out = append(out, fn)
		}
	}
	return out
}

// implemented follows a call through an interface into each type of the
// package that may be behind it.
func (x *run) implemented(st *state, cl *call, fns []*ssa.Function, k then) {
	for i, fn := range fns {
		if i == maxImplementers {
			return
		}
		s := st
		if i < len(fns)-1 && i < maxImplementers-1 {
			s = st.clone()
		}
		recv := cl.recv
		if recv.addr == "" {
			recv = recv.as(func(c *value) { c.addr = c.name })
		}
		x.own(s, cl, fn, append([]*value{recv}, cl.args...), nil, k)
	}
}

// constants are the constant texts among the arguments.
func (cl *call) constants() []string {
	var out []string
	for _, a := range cl.args {
		if s, ok := a.string(); ok {
			out = append(out, s)
		}
	}
	return out
}

// all are the receiver and the arguments.
func (cl *call) all() []*value {
	if cl.recv == nil {
		return cl.args
	}
	return append([]*value{cl.recv}, cl.args...)
}

// path is the import path of what is called.
func (cl *call) path() string {
	if cl.fn == nil || cl.fn.Pkg() == nil {
		return ""
	}
	return cl.fn.Pkg().Path()
}

// unknownResult is the result of a call of which nothing is known but what
// went in.
func (x *run) unknownResult(st *state, cl *call) *value {
	v := &value{name: x.freshName(cl.name)}
	for _, a := range cl.all() {
		g := st.gather(a, map[string]bool{})
		v.marks |= g.marks &^ raw
		v.event = v.event || g.event
		if v.sum == nil {
			v.sum = g.sum
		}
	}
	return x.typed(v, cl.res)
}

// typed fits a value to the type of a result.
func (x *run) typed(v *value, t types.Type) *value {
	if t == nil {
		return &value{}
	}
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return x.result(&value{marks: v.marks, name: v.name, sum: v.sum, event: v.event}, 0, t)
	}
	out := &value{name: v.name}
	for i := range tuple.Len() {
		out.elems = append(out.elems, x.result(v, i, tuple.At(i).Type()))
	}
	return out
}

// results makes the result of a call that returns v first, and no error.
func (cl *call) results(x *run, st *state, v *value) *value {
	tuple, ok := cl.res.(*types.Tuple)
	if !ok {
		return v
	}
	rest := x.unknownResult(st, cl)
	out := &value{elems: append([]*value(nil), rest.elems...)}
	if tuple.Len() > 0 {
		out.elems[0] = v
	}
	return out
}
