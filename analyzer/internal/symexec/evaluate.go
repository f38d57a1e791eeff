package symexec

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// evaluate computes the value of an instruction.
func evaluate(st *State, f *Frame, in ssa.Value) *Value {
	switch in := in.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		o := st.NewObject()
		return &Value{Addr: o, Name: o, Null: NotNil}
	case *ssa.MakeClosure:
		v := &Value{Fn: in.Fn.(*ssa.Function), Null: NotNil}
		for _, b := range in.Bindings {
			v.Binds = append(v.Binds, f.Get(b))
		}
		return v
	case *ssa.MakeInterface:
		return boxed(f.Get(in.X), in.X.Type())
	case *ssa.ChangeInterface:
		return narrowed(f.Get(in.X), in.X.Type())
	case *ssa.ChangeType:
		return f.Get(in.X)
	case *ssa.SliceToArrayPointer:
		return f.Get(in.X)
	case *ssa.Range:
		return f.Get(in.X)
	case *ssa.Convert:
		return converted(st, f.Get(in.X), in.X.Type(), in.Type())
	case *ssa.MultiConvert:
		return converted(st, f.Get(in.X), in.X.Type(), in.Type())
	case *ssa.TypeAssert:
		return asserted(in, f.Get(in.X))
	case *ssa.Extract:
		return extracted(st, in, f.Get(in.Tuple))
	case *ssa.UnOp:
		return unop(st, in)
	case *ssa.FieldAddr:
		return fieldAddr(st, in)
	case *ssa.Field:
		return fieldOf(st, in)
	case *ssa.IndexAddr:
		return indexAddr(st, f.Get(in.X), f.Get(in.Index))
	case *ssa.Index:
		return index(f.Get(in.X), f.Get(in.Index), in.Type())
	case *ssa.Lookup:
		return lookup(st, in)
	case *ssa.Slice:
		return slice(st, in)
	case *ssa.Next:
		return next(st, in)
	case *ssa.Select:
		return selected(st, in)
	}
	return &Value{Name: st.Fresh(in.Name()), Marks: Unknown}
}

// boxed is a value in an interface.
func boxed(v *Value, t types.Type) *Value {
	return v.Changed(func(c *Value) {
		c.Dyn = t
		if c.Null == MaybeNil {
			c.Null = NotNil
		}
	})
}

// narrowed is a value from an interface, which tells something of the type
// that it holds.
func narrowed(v *Value, t types.Type) *Value {
	if v.Dyn != nil || v.Null == IsNil {
		return v
	}
	return v.Changed(func(c *Value) { c.Dyn = t })
}

func extracted(st *State, in *ssa.Extract, tuple *Value) *Value {
	if in.Index < len(tuple.Elems) {
		return tuple.Elems[in.Index]
	}
	return ResultAt(st, tuple, in.Index, in.Type())
}

func converted(st *State, v *Value, from, to types.Type) *Value {
	if v.Const != nil {
		if i, ok := v.AsInt(); ok && ssautil.IsStringType(to) {
			return Text(string(rune(i)))
		}
		return v
	}
	if ssautil.HoldsText(from) && ssautil.HoldsText(to) {
		if v.Addr != "" { // bytes: what they are now
			return st.Snapshot(v)
		}
		return v
	}
	return v.Changed(func(c *Value) { c.Marks &^= Exact })
}

func asserted(in *ssa.TypeAssert, v *Value) *Value {
	w := v
	if v.Name != "" && v.Addr == "" && refersToMemory(in.AssertedType) {
		w = v.Changed(func(c *Value) { c.Addr = v.Name })
	}
	if !in.CommaOk {
		return w
	}
	ok := Answer("type:"+v.Name+":"+in.AssertedType.String(), false)
	if v.Dyn != nil && !types.IsInterface(v.Dyn) && !types.IsInterface(in.AssertedType) {
		ok = Bool(types.Identical(v.Dyn, in.AssertedType))
	}
	return &Value{Elems: []*Value{w, ok}}
}

func unop(st *State, in *ssa.UnOp) *Value {
	v := st.Top().Get(in.X)
	switch in.Op {
	case token.NOT:
		return not(st, v)
	case token.MUL:
		return deref(st, v, in.Type())
	case token.ARROW:
		return received(st, in, v)
	}
	if k := foldUnary(in.Op, v.Const); k != nil {
		return Constant(k)
	}
	out := v.Changed(func(c *Value) { c.Const, c.Name = nil, st.Fresh("un") })
	if h := st.run.hooks.Unary; h != nil {
		out = h(in, v, out)
	}
	return out
}

func not(st *State, v *Value) *Value {
	if b, ok := v.AsBool(); ok {
		return Bool(!b)
	}
	if v.About != nil {
		return v.Changed(func(c *Value) { c.About = &Test{v.About.Key, !v.About.Negated} })
	}
	return Answer(st.Fresh("not"), false)
}

func foldUnary(op token.Token, k constant.Value) constant.Value {
	if k == nil || op != token.SUB && op != token.XOR {
		return nil
	}
	if k.Kind() == constant.Int || k.Kind() == constant.Float && op == token.SUB {
		return constant.UnaryOp(op, k, 0)
	}
	return nil
}
