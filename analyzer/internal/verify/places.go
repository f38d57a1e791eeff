package verify

import (
	"fmt"
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
		v = partOf(m, "["+s+"]", t)
	} else {
		v = st.load(m.addr+"["+s+"]", t)
	}
	if v.name == "" {
		return v, &value{about: &test{key: x.freshName("has")}}
	}
	return v, decide(st, x.emptyKey(st, v), true)
}

// send puts a value into a channel. Of a channel made on this path it comes
// out again; another one leads away.
func (x *run) send(st *state, in *ssa.Send) {
	ch, v := st.top().get(in.Chan), st.top().get(in.X)
	if isLocal(ch.addr) {
		st.mem[sentTo(ch)] = v
	}
	if st.marksOf(v)&body != 0 {
		x.act(st, in, "channel", strong)
	}
}

// sentTo is where what was sent last is kept.
func sentTo(ch *value) string { return ch.addr + "!sent" }

func (x *run) storeAt(st *state, in *ssa.Store) {
	f := st.top()
	to, v := f.get(in.Addr), f.get(in.Val)
	if to.addr == "" {
		return
	}
	if !isLocal(to.addr) && !isRequestPlace(to.addr) && st.req != nil && st.marksOf(v)&body != 0 {
		x.act(st, in, to.name, 0)
	}
	if i, ok := in.Addr.(*ssa.IndexAddr); ok {
		if _, slice := i.X.Type().Underlying().(*types.Slice); slice && isBytes(i.X.Type()) {
			x.spoil(st, f.get(i.X), v)
			return
		}
	}
	st.store(to.addr, v)
}

// spoil marks bytes that are put together one by one: what they say is not
// known any more, only what went in.
func (x *run) spoil(st *state, slice, v *value) {
	if slice.addr == "" {
		return
	}
	c := &value{marks: st.marksOf(slice)&^raw | v.marks | unknown, name: x.freshName("bytes")}
	st.drop(slice.addr)
	st.mem[content(slice.addr)] = c
}

func (x *run) mapUpdate(st *state, in ssa.Instruction, m, key, v *value) {
	if m.addr == "" {
		return
	}
	if !isLocal(m.addr) && !isRequestPlace(m.addr) && st.req != nil && (st.marksOf(v)|st.marksOf(key))&body != 0 {
		x.act(st, in, m.name, 0)
	}
	if s, ok := key.string(); ok {
		st.store(m.addr+"["+s+"]", v)
		return
	}
	st.mem[m.addr+"!"] = join(nil, x.freshName("map"), st.gather(m, map[string]bool{}), v)
}

// deref is what a pointer points at.
func (x *run) deref(st *state, v *value, t types.Type) *value {
	if v.addr == "" {
		return partOf(v, "*", t)
	}
	w := st.load(v.addr, t)
	if w.name == v.addr { // comes from outside: marks of the pointer count
		w = w.with(v.marks)
	}
	if w.null == maybeNil && isError(t) {
		w = w.as(func(c *value) {
			if _, global := isGlobal(v.addr); global {
				c.null = notNil // a sentinel
			}
		})
	}
	return w
}

func isGlobal(addr string) (string, bool) {
	const p = "global:"
	if len(addr) > len(p) && addr[:len(p)] == p {
		return addr[len(p):], true
	}
	return "", false
}

func (x *run) indexAddr(st *state, v, i *value) *value {
	base := v.addr
	if base == "" {
		base = v.name
	}
	if n, ok := i.int(); ok {
		return &value{addr: fmt.Sprintf("%s[%d]", base, n), name: fmt.Sprintf("%s[%d]", base, n), marks: v.marks &^ raw, sum: v.sum}
	}
	g := st.gather(v, map[string]bool{})
	name := base + "[i]"
	return &value{addr: name, name: name, marks: g.marks &^ raw, sum: g.sum}
}

func (x *run) index(st *state, v, i *value, t types.Type) *value {
	if n, ok := i.int(); ok {
		return x.field(v, fmt.Sprintf("[%d]", n), t)
	}
	return join(t, v.name+"[i]", v)
}

func (x *run) slice(st *state, in *ssa.Slice) *value {
	v := st.top().get(in.X)
	if s, ok := v.string(); ok {
		return sliceConst(st.top(), in, s)
	}
	if in.Low == nil && in.High == nil {
		return v
	}
	lo, ok := int64(0), true
	if in.Low != nil {
		lo, ok = st.top().get(in.Low).int()
	}
	if ok && lo == 0 {
		if in.High == nil {
			return v
		}
		if h, isInt := st.top().get(in.High).int(); isInt && h == 0 && isBytes(in.Type()) {
			return textOf("")
		}
	}
	if v.addr != "" && v.marks == 0 && isLocal(v.addr) {
		return v // a window into a buffer
	}
	// A part of text: a prefix cut off, a buffer read to its length.
	return v.as(func(c *value) {
		c.short = c.short || isShort(st, v, in)
		if c.marks&raw != 0 && in.Low != nil {
			c.marks = c.marks&^raw | unknown
		}
	})
}

// leastLeft is how much has to be left of a MAC that cannot be guessed, in
// bytes: half of it, which is what RFC 2104 demands.
const leastLeft = 16

// isShort reports whether a part of a MAC proves little: it is a few bytes
// long, or as long as the signature that it is to be compared with.
func isShort(st *state, v *value, in *ssa.Slice) bool {
	if v.sum == nil || v.marks&signature != 0 || in.High == nil {
		return false
	}
	high := st.top().get(in.High)
	if n, ok := high.int(); ok {
		return n < leastLeft || n < 2*leastLeft && isString(in.Type())
	}
	return high.lenOf != nil && high.lenOf.marks&signature != 0 && !st.facts[asLongAsMAC]
}

func sliceConst(f *frame, in *ssa.Slice, s string) *value {
	lo, hi := int64(0), int64(len(s))
	ok := true
	if in.Low != nil {
		lo, ok = f.get(in.Low).int()
	}
	if in.High != nil && ok {
		hi, ok = f.get(in.High).int()
	}
	if !ok || lo < 0 || hi > int64(len(s)) || lo > hi {
		return &value{name: "slice", marks: unknown}
	}
	return textOf(s[lo:hi])
}

func (x *run) next(st *state, in *ssa.Next) *value {
	v := st.top().get(in.Iter)
	g := st.gather(v, map[string]bool{})
	name := x.freshName("range")
	e := &value{name: name, marks: g.marks &^ raw, sum: g.sum, event: g.event}
	return &value{elems: []*value{{about: &test{key: name}}, e, e.as(func(c *value) { c.addr = name })}}
}
