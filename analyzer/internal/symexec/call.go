package symexec

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A Call is one call on a path.
type Call struct {
	In     ssa.CallInstruction
	Fn     *types.Func  // what it names, nil for a function value
	Name   string       // by which it is called
	Recv   *Value       // of a method
	Args   []*Value     // without the receiver
	Types  []types.Type // of the arguments
	Result types.Type   // a tuple if there are several, nil if there is none
}

// call executes a call and goes on with its result.
func call(st *State, in ssa.CallInstruction, k Continuation) {
	common := in.Common()
	f := st.Top()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		k(st, builtin(st, b, common))
		return
	}
	c := &Call{In: in, Result: resultType(common)}
	for _, a := range common.Args {
		c.Args, c.Types = append(c.Args, f.Get(a)), append(c.Types, a.Type())
	}
	if common.IsInvoke() {
		c.Recv, c.Fn, c.Name = f.Get(common.Value), common.Method, common.Method.Name()
		invoke(st, c, k)
		return
	}
	if fn := common.StaticCallee(); fn != nil {
		var binds []*Value
		if _, ok := common.Value.(*ssa.MakeClosure); ok {
			binds = f.Get(common.Value).Binds
		}
		static(st, c, fn, binds, k)
		return
	}
	v := f.Get(common.Value)
	c.Name = v.LastName()
	Dynamic(st, c, v, k)
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
func static(st *State, c *Call, fn *ssa.Function, binds []*Value, k Continuation) {
	h := &st.run.hooks
	if h.Called != nil {
		h.Called(st, fn)
	}
	if st.run.IsOwn(fn) && (h.Enters == nil || h.Enters(st, fn, c.Args)) {
		own(st, c, fn, c.Args, binds, k)
		return
	}
	c.Fn, _ = fn.Object().(*types.Func)
	c.Name = fn.Name()
	if fn.Signature.Recv() != nil && len(c.Args) > 0 {
		c.Recv, c.Args, c.Types = c.Args[0], c.Args[1:], c.Types[1:]
	}
	if c.Recv != nil && c.Recv.Fn != nil && adapts(st, c) {
		Dynamic(st, c, c.Recv, k)
		return
	}
	foreign(st, c, k)
}

func adapts(st *State, c *Call) bool {
	h := st.run.hooks.Adapts
	return h != nil && h(c)
}

// own enters a function of the package for a call.
func own(st *State, c *Call, fn *ssa.Function, args, binds []*Value, k Continuation) {
	if h := st.run.hooks.Entering; h != nil {
		if after := h(st, c, fn, args); after != nil {
			st.Enter(fn, args, binds, func(st *State, v *Value) {
				after(st)
				k(st, v)
			})
			return
		}
	}
	st.Enter(fn, args, binds, k)
}

// Dynamic calls a function value, or a method of one.
func Dynamic(st *State, c *Call, v *Value, k Continuation) {
	h := &st.run.hooks
	switch {
	case h.Dynamic != nil && h.Dynamic(st, c, v, k):
	case v.Fn != nil && st.run.IsOwn(v.Fn):
		own(st, c, v.Fn, c.Args, v.Binds, k)
	case v.Fn != nil:
		c.Fn, _ = v.Fn.Object().(*types.Func)
		c.Name = v.Fn.Name()
		foreign(st, c, k)
	case v.Dyn != nil && !types.IsInterface(v.Dyn) && adapts(st, c):
		method(st, c, v, k)
	default:
		foreign(st, c, k)
	}
}

// FullName is the name of what is called, as (*bytes.Buffer).Write; "" if it
// is not known. Of an instance it is that of the generic function.
func (c *Call) FullName() string {
	if c.Fn == nil {
		return ""
	}
	return c.Fn.Origin().FullName()
}

// Path is the import path of what is called.
func (c *Call) Path() string {
	if c.Fn == nil || c.Fn.Pkg() == nil {
		return ""
	}
	return c.Fn.Pkg().Path()
}

// ReceiverType is the static type of a method's receiver.
func (c *Call) ReceiverType() types.Type {
	if c.Fn == nil || c.Fn.Signature().Recv() == nil {
		return types.Typ[types.Invalid]
	}
	return c.Fn.Signature().Recv().Type()
}

// ConstantTexts are the constant texts among the arguments.
func (c *Call) ConstantTexts() []string {
	var out []string
	for _, a := range c.Args {
		if s, ok := a.AsText(); ok {
			out = append(out, s)
		}
	}
	return out
}

// All are the receiver and the arguments.
func (c *Call) All() []*Value {
	if c.Recv == nil {
		return c.Args
	}
	return append([]*Value{c.Recv}, c.Args...)
}

// Functions are the arguments that are functions with a body here.
func (c *Call) Functions(st *State) []*Value {
	var out []*Value
	for _, a := range c.Args {
		if a.Fn != nil && st.run.IsOwn(a.Fn) {
			out = append(out, a)
		}
	}
	return out
}
