package symexec

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// invoke calls a method through an interface.
func invoke(st *State, c *Call, k Continuation) {
	v := c.Recv
	h := &st.run.hooks
	switch {
	case v.Fn != nil:
		Dynamic(st, c, v, k)
		return
	case h.Dynamic != nil && h.Dynamic(st, c, v, k):
		return
	case v.Dyn != nil && !types.IsInterface(v.Dyn):
		method(st, c, v, k)
		return
	}
	if h.Implements == nil || h.Implements(st, c) {
		if fns := st.run.Implementers(c.Fn); len(fns) > 0 {
			implemented(st, c, fns, k)
			return
		}
	}
	foreign(st, c, k)
}

// method calls a method of the type that an interface is known to hold.
func method(st *State, c *Call, v *Value, k Continuation) {
	pkg := st.run.pkg
	sel := types.NewMethodSet(v.Dyn).Lookup(pkg.Pkg, c.Name)
	if sel == nil {
		foreign(st, c, k)
		return
	}
	fn := pkg.Prog.MethodValue(sel)
	if fn == nil || !st.run.IsOwn(fn) || fn.Pkg == nil && fn.Synthetic == "" || sel.Obj().Pkg() != pkg.Pkg {
		if obj, ok := sel.Obj().(*types.Func); ok {
			c.Fn = obj // also one that comes with an embedded field
		}
		foreign(st, c, k)
		return
	}
	own(st, c, fn, append([]*Value{v}, c.Args...), nil, k)
}

// Implementers are the methods of the package's types that a call of a method
// through an interface may execute, in the order of the types' names.
func (e *Engine) Implementers(m *types.Func) []*ssa.Function {
	recv := m.Signature().Recv()
	if recv == nil || m.Pkg() == nil {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*ssa.Function
	scope := e.pkg.Pkg.Scope()
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
		if sel == nil || sel.Obj().Pkg() != e.pkg.Pkg {
			continue
		}
		if fn := e.pkg.Prog.FuncValue(sel.Obj().(*types.Func)); fn != nil && fn.Blocks != nil {
			out = append(out, fn)
		}
	}
	return out
}

// implemented follows a call through an interface into each type of the
// package that may be behind it. Of many, one more path stands for the others.
func implemented(st *State, c *Call, fns []*ssa.Function, k Continuation) {
	recv := c.Recv
	if recv.Addr == "" {
		recv = recv.Changed(func(v *Value) { v.Addr = v.Name })
	}
	args := append([]*Value{recv}, c.Args...)
	if len(fns) > limit.SymexecImplementers.Max {
		fns = fns[:limit.SymexecImplementers.Max]
		others := st.Fork()
		others.widened(limit.SymexecImplementers, args...)
		k(others, UnknownResult(others, c))
	}
	for i, fn := range fns {
		path := st
		if i < len(fns)-1 {
			path = st.Fork()
		}
		own(path, c, fn, args, nil, k)
	}
}
