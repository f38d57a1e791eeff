package symexec

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// base is the place that a pointer, or what stands for one, leads to.
func base(v *Value) string {
	if v.Addr == "" {
		return v.Name
	}
	return v.Addr
}

// fieldAddr is the place of a struct's field.
func fieldAddr(st *State, in *ssa.FieldAddr) *Value {
	v := st.Top().Get(in.X)
	t := ssautil.PointedTo(in.X.Type())
	s := t.Underlying().(*types.Struct)
	addr := base(v) + "." + s.Field(in.Field).Name()
	return &Value{Addr: addr, Name: addr, Marks: v.Marks | fieldMarks(st, t, in.Field), Null: NotNil}
}

func fieldMarks(st *State, t types.Type, i int) Mark {
	if h := st.run.hooks.Field; h != nil {
		return h(t, t.Underlying().(*types.Struct), i)
	}
	return 0
}

// fieldOf is a field of a struct value.
func fieldOf(st *State, in *ssa.Field) *Value {
	t := in.X.Type()
	sf := t.Underlying().(*types.Struct).Field(in.Field)
	f := field(st.Top().Get(in.X), "."+sf.Name(), sf.Type())
	if h := st.run.hooks.External; h != nil && f.Marks == 0 {
		f = f.With(h(sf.Type()))
	}
	return f.With(carried(sf.Type(), fieldMarks(st, t, in.Field)))
}

func indexAddr(st *State, v, i *Value) *Value {
	if n, ok := i.AsInt(); ok {
		addr := fmt.Sprintf("%s[%d]", base(v), n)
		return &Value{Addr: addr, Name: addr, Marks: v.Marks &^ Exact, Note: mixNotes(v.Note, nil)}
	}
	g := st.Gather(v)
	addr := base(v) + "[i]"
	return &Value{Addr: addr, Name: addr, Marks: g.Marks &^ Exact, Note: g.Note}
}

func index(v, i *Value, t types.Type) *Value {
	if n, ok := i.AsInt(); ok {
		return field(v, fmt.Sprintf("[%d]", n), t)
	}
	return Join(t, v.Name+"[i]", v)
}

// lookup reads a map, or a byte of a text.
func lookup(st *State, in *ssa.Lookup) *Value {
	f := st.Top()
	m, key := f.Get(in.X), f.Get(in.Index)
	t := in.Type()
	if in.CommaOk {
		t = t.(*types.Tuple).At(0).Type()
	}
	v, ok := entryOf(st, in, m, key, t)
	if in.CommaOk {
		return &Value{Elems: []*Value{v, ok}}
	}
	return v
}

func entryOf(st *State, in *ssa.Lookup, m, key *Value, t types.Type) (v, ok *Value) {
	s, known := key.AsText()
	if _, isText := in.X.Type().Underlying().(*types.Basic); isText {
		return Join(t, m.Name+"[i]", m), Bool(true)
	}
	if !known {
		name := m.Name + "[" + key.Name + "]"
		whole := &Value{Marks: st.MarksOf(m) &^ Exact, Name: name}
		return Typed(st, whole, t), Answer("has:"+name, false)
	}
	addr := m.Addr + "[" + s + "]"
	if v := st.memory[addr]; v != nil && m.Addr != "" {
		return v, Bool(true)
	}
	if h := st.run.hooks.Lookup; h != nil {
		if v, ok := h(st, in, m, s, t); v != nil {
			return v, ok
		}
	}
	if m.Addr == "" {
		v = partOf(m, "["+s+"]", t)
	} else {
		v = st.Load(addr, t)
	}
	if v.Name == "" {
		return v, Answer(st.Fresh("has"), false)
	}
	return v, Decide(st, EmptyKey(st, v), true)
}

// next is the next element of a map or text that is ranged over.
func next(st *State, in *ssa.Next) *Value {
	m := st.Top().Get(in.Iter)
	if h := st.run.hooks.Range; h != nil && !in.IsString {
		if key, v := h(st, m, st.Top().loops[in.Block()].rounds); key != nil {
			return &Value{Elems: []*Value{Bool(true), key, v}}
		}
	}
	g := st.Gather(m)
	name := st.Fresh("range")
	e := &Value{Name: name, Marks: g.Marks &^ Exact, Note: g.Note}
	return &Value{Elems: []*Value{Answer(name, false), e, e.Changed(func(c *Value) { c.Addr = name })}}
}

func store(st *State, in *ssa.Store) {
	f := st.Top()
	to, v := f.Get(in.Addr), f.Get(in.Val)
	if to.Addr == "" {
		return
	}
	if h := st.run.hooks.Stores; h != nil {
		h(st, in, to, nil, v)
	}
	if i, ok := in.Addr.(*ssa.IndexAddr); ok && ssautil.IsBytesType(i.X.Type()) {
		overwriteByte(st, f.Get(i.X), v)
		return
	}
	st.Store(to.Addr, v)
}

func mapUpdate(st *State, in *ssa.MapUpdate) {
	f := st.Top()
	m, key, v := f.Get(in.Map), f.Get(in.Key), f.Get(in.Value)
	if m.Addr == "" {
		return
	}
	if h := st.run.hooks.Stores; h != nil {
		h(st, in, m, key, v)
	}
	if s, ok := key.AsText(); ok {
		st.Store(m.Addr+"["+s+"]", v)
		return
	}
	st.memory[unknownPlace(m.Addr)] = Join(nil, st.Fresh("map"), st.Gather(m), v)
}

// deref is what a pointer points at.
func deref(st *State, v *Value, t types.Type) *Value {
	if v.Addr == "" {
		return partOf(v, "*", t)
	}
	w := st.Load(v.Addr, t)
	if w.Name == v.Addr || st.isPartOfUnknown(v.Addr) { // comes from outside: marks of the pointer count
		w = w.With(carried(t, v.Marks))
	}
	if w.Null == MaybeNil && ssautil.IsErrorType(t) && strings.HasPrefix(v.Addr, globalPrefix) {
		w = w.Changed(func(c *Value) { c.Null = NotNil }) // a sentinel
	}
	return w
}
