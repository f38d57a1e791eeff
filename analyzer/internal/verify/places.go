package verify

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// fieldAddr is the place of a struct's field.
func (x *run) fieldAddr(st *state, v *value, t types.Type, i int) *value {
	s := t.Underlying().(*types.Struct)
	base := v.addr
	if base == "" {
		base = v.name
	}
	addr := base + "." + s.Field(i).Name()
	return &value{addr: addr, name: addr, marks: v.marks | fieldMark(t, s, i), null: notNil, event: v.event}
}

// fieldMark is what is known of a field by its struct: a request's body.
func fieldMark(t types.Type, s *types.Struct, i int) mark {
	f := s.Field(i)
	switch f.Name() {
	case "Body", "RawBody":
		if isRequest(types.NewPointer(t)) && !isHandlerType(f.Type()) {
			return body | raw
		}
	}
	return 0
}

func isHandlerType(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// fieldOf is a field of a struct value.
func (x *run) fieldOf(st *state, v *value, t types.Type, i int) *value {
	s := t.Underlying().(*types.Struct)
	f := x.field(v, "."+s.Field(i).Name(), s.Field(i).Type())
	if isTime(s.Field(i).Type()) && f.marks == 0 {
		f = f.with(clock)
	}
	return f.with(room(s.Field(i).Type(), fieldMark(t, s, i)))
}

// lookup reads a map, or a header under its name.
func (x *run) lookup(st *state, in *ssa.Lookup) *value {
	f := st.top()
	m, key := f.get(in.X), f.get(in.Index)
	t := in.Type()
	if in.CommaOk {
		t = t.(*types.Tuple).At(0).Type()
	}
	v, ok := x.entryOf(st, in, m, key, t)
	if in.CommaOk {
		return &value{elems: []*value{v, ok}}
	}
	return v
}

func (x *run) entryOf(st *state, in *ssa.Lookup, m, key *value, t types.Type) (v, ok *value) {
	s, known := key.string()
	if _, isText := in.X.Type().Underlying().(*types.Basic); isText {
		return join(t, m.name+"[i]", m), boolOf(true)
	}
	if !known {
		g := st.gather(m, map[string]bool{})
		name := m.name + "[" + key.name + "]"
		return x.typed(&value{marks: g.marks &^ raw, name: name, event: g.event}, t), &value{about: &test{key: "has:" + name}}
	}
	if v := st.mem[m.addr+"["+s+"]"]; v != nil && m.addr != "" {
		return v, boolOf(true)
	}
	if isText(t) && !isLocal(m.addr) {
		if v := headerValue(s); v != nil {
			x.readsHeader(st, v, in)
			return v, decide(st, x.emptyKey(st, v), true)
		}
		if isRequestPlace(m.name) && tellsSender.MatchString(s) {
			v := &value{marks: otherAuth, name: "auth:" + strings.ToLower(s)}
			return v, &value{about: &test{x.emptyKey(st, v), true}}
		}
	}
	if st.marksOf(m)&body != 0 && st.req != nil {
		x.entry(st).sawKey(s)
	}
	if m.addr == "" {
		v = part1(m, "["+s+"]", t)
	} else {
		v = st.load(m.addr+"["+s+"]", t)
	}
	if v.name == "" {
		return v, &value{about: &test{key: x.freshName("has")}}
	}
	return v, decide(st, x.emptyKey(st, v), true)
}
