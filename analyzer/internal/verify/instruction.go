package verify

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// value computes the value of an instruction.
func (x *run) value(st *state, f *frame, in ssa.Value) *value {
	switch in := in.(type) {
	case *ssa.Alloc:
		o := x.newObject()
		return &value{addr: o, name: o, null: notNil}
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		o := x.newObject()
		return &value{addr: o, name: o, null: notNil}
	case *ssa.MakeClosure:
		v := &value{fn: in.Fn.(*ssa.Function), null: notNil}
		for _, b := range in.Bindings {
			v.binds = append(v.binds, f.get(b))
		}
		return v
	case *ssa.MakeInterface:
		return f.get(in.X).as(func(c *value) {
			c.dyn = in.X.Type()
			if c.null == maybeNil {
				c.null = notNil
			}
		})
	case *ssa.ChangeInterface:
		return f.get(in.X)
	case *ssa.ChangeType:
		return f.get(in.X)
	case *ssa.Convert:
		return x.convert(st, f.get(in.X), in.X.Type(), in.Type())
	case *ssa.MultiConvert:
		return x.convert(st, f.get(in.X), in.X.Type(), in.Type())
	case *ssa.SliceToArrayPointer:
		return f.get(in.X)
	case *ssa.TypeAssert:
		return x.assert(st, in)
	case *ssa.Extract:
		t := f.get(in.Tuple)
		if in.Index < len(t.elems) {
			return t.elems[in.Index]
		}
		return x.result(t, in.Index, in.Type())
	case *ssa.UnOp:
		return x.unop(st, in)
	case *ssa.FieldAddr:
		s := in.X.Type().Underlying().(*types.Pointer).Elem()
		return x.fieldAddr(st, f.get(in.X), s, in.Field)
	case *ssa.Field:
		return x.fieldOf(st, f.get(in.X), in.X.Type(), in.Field)
	case *ssa.IndexAddr:
		return x.indexAddr(st, f.get(in.X), f.get(in.Index))
	case *ssa.Index:
		return x.index(st, f.get(in.X), f.get(in.Index), in.Type())
	case *ssa.Lookup:
		return x.lookup(st, in)
	case *ssa.Slice:
		return x.slice(st, in)
	case *ssa.Range:
		return f.get(in.X)
	case *ssa.Next:
		return x.next(st, in)
	}
	return &value{name: x.freshName(in.Name()), marks: unknown}
}

// result is one result of a call of which only the whole is known.
func (x *run) result(t *value, i int, typ types.Type) *value {
	v := &value{marks: room(typ, t.marks), event: t.event, name: fmt.Sprintf("%s/%d", t.name, i)}
	if isText(typ) || i == 0 {
		v.sum = t.sum
	}
	if isError(typ) || isBool(typ) {
		v.sum = nil
	}
	if isError(typ) && t.marks&(body|digest|clock|age) == 0 && t.marks&(signature|timestamp) != 0 {
		v.name = malformed + "timestamp"
		if t.marks&signature != 0 {
			v.name = malformed + "signature"
		}
	}
	if isPointer(typ) {
		v.addr = v.name
	}
	if isBool(typ) {
		v.about = &test{key: "is:" + v.name}
	}
	if isTime(typ) && v.marks&timestamp == 0 {
		v.marks |= clock
	}
	return v
}

func (x *run) convert(st *state, v *value, from, to types.Type) *value {
	if v.k != nil {
		if i, ok := v.int(); ok && isString(to) {
			return textOf(string(rune(i)))
		}
		return v
	}
	if isText(from) && isText(to) {
		if v.addr != "" { // bytes: what they are now
			return x.now(st, v)
		}
		return v
	}
	return v.as(func(c *value) { c.marks &^= raw })
}

// now is the text of bytes as of now, under their own name.
func (x *run) now(st *state, v *value) *value {
	ps := st.text(v)
	if len(ps) == 1 && ps[0].v == v {
		return v
	}
	t := textValue(ps)
	if t.name == "" && t.k == nil {
		t = t.as(func(c *value) { c.name = v.name })
	}
	return t
}

func (x *run) assert(st *state, in *ssa.TypeAssert) *value {
	v := st.top().get(in.X)
	w := v
	if v.name != "" && v.addr == "" && isPointer(in.AssertedType) {
		w = v.as(func(c *value) { c.addr = v.name })
	}
	if !in.CommaOk {
		return w
	}
	ok := &value{about: &test{key: "type:" + v.name + ":" + in.AssertedType.String()}}
	if v.dyn != nil && !types.IsInterface(in.AssertedType) {
		ok = boolOf(types.Identical(v.dyn, in.AssertedType))
	}
	return &value{elems: []*value{w, ok}}
}

func (x *run) unop(st *state, in *ssa.UnOp) *value {
	v := st.top().get(in.X)
	switch in.Op {
	case token.NOT:
		if b, ok := v.bool(); ok {
			return boolOf(!b)
		}
		if v.about != nil {
			return v.as(func(c *value) { c.about = &test{v.about.key, !v.about.neg} })
		}
		return &value{about: &test{key: x.freshName("not")}}
	case token.MUL:
		return x.deref(st, v, in.Type())
	case token.ARROW:
		if sent := st.mem[sentTo(v)]; sent != nil && !in.CommaOk {
			return sent
		}
		r := &value{name: x.freshName("received"), marks: st.marksOf(v)}
		if in.CommaOk {
			return &value{elems: []*value{r, {about: &test{key: x.freshName("open")}}}}
		}
		return r
	}
	if v.k != nil && v.k.Kind() != constant.Unknown {
		if in.Op == token.SUB || in.Op == token.XOR {
			if v.k.Kind() == constant.Int || v.k.Kind() == constant.Float && in.Op == token.SUB {
				return constOf(constant.UnaryOp(in.Op, v.k, 0))
			}
		}
	}
	return v.as(func(c *value) {
		c.k, c.name = nil, x.freshName("un")
		if in.Op == token.SUB {
			c.drift = -c.drift
		} else {
			c.drift = noDrift
		}
	})
}
