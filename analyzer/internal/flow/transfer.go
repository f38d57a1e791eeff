package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// transfer is what one instruction does: to the register that it sets, and to
// the state. The package comment has the table.
func (f *frame) transfer(in ssa.Instruction, s *state) *state {
	switch in := in.(type) {
	case *ssa.Alloc:
		return f.alloc(in, in, ssautil.PointedTo(in.Type()), nothing, s)
	case *ssa.MakeMap:
		return f.alloc(in, in, in.Type(), nothing, s)
	case *ssa.MakeChan:
		return f.alloc(in, in, in.Type(), nothing, s)
	case *ssa.MakeSlice:
		return f.alloc(in, in, in.Type(), listOf(in.Len), s)
	case *ssa.MakeClosure:
		return f.closure(in, s)
	case *ssa.MakeInterface:
		return f.box(in, s)
	case *ssa.Store:
		return f.assign(in, s)
	case *ssa.MapUpdate:
		return f.update(in, s)
	case *ssa.Send:
		return f.send(in.Chan, in.X, in.Pos(), s)
	case *ssa.Select:
		return f.selected(in, s)
	case *ssa.Call:
		return f.call(in, s)
	case *ssa.Go:
		return f.start(in, s)
	case *ssa.Defer:
		return &state{s.mem, s.defers.set(f.deferID(in), &deferral{in, true})}
	case *ssa.RunDefers:
		return f.runDefers(s)
	case *ssa.Return:
		f.leave(in, s)
	case ssa.Value:
		f.compute(in, s)
	}
	return s
}

// compute sets a register from others, and from the memory.
func (f *frame) compute(v ssa.Value, s *state) {
	switch v := v.(type) {
	case *ssa.Phi:
		f.set(v, f.phi(v), s)
	case *ssa.UnOp:
		f.unary(v, s)
	case *ssa.BinOp:
		f.set(v, f.binary(v, s), s)
	case *ssa.FieldAddr:
		f.set(v, f.address(v.X, f.fieldSel(v.X.Type(), v.Field)), s)
	case *ssa.IndexAddr:
		f.set(v, f.address(v.X, f.elemSel(v.Index)), s)
	case *ssa.Field:
		f.set(v, f.partOf(v.X, f.fieldSel(v.X.Type(), v.Field), v.Type()), s)
	case *ssa.Index:
		f.set(v, f.indexed(v), s)
	case *ssa.Lookup:
		f.lookup(v, s)
	case *ssa.TypeAssert:
		f.asserted(v, s)
	case *ssa.Extract:
		f.extract(v, s)
	case *ssa.Range:
		f.set(v, f.value(v.X), s)
	case *ssa.Next:
		f.next(v, s)
	case *ssa.Slice:
		f.set(v, f.sliced(v), s)
	case *ssa.SliceToArrayPointer:
		f.set(v, f.value(v.X), s)
	default:
		if x := ssautil.Unwrap(v); x != nil {
			f.set(v, f.value(x), s)
		} else {
			f.set(v, unknownValue(), s)
		}
	}
}

// alloc makes an object that holds v.
func (f *frame) alloc(reg ssa.Value, in ssa.Instruction, t types.Type, v *value, s *state) *state {
	o, s := f.made(in, objectKey{site: reg}, object{site: reg, typ: t}, s)
	f.set(reg, refTo(place{obj: o}), s)
	return s.with(o, v)
}

// listOf is a list of zero values whose length is known, if it is.
func listOf(n ssa.Value) *value {
	if k, ok := ssautil.Int(n); ok && k == 0 {
		return &value{c: content.Nothing, len: 1}
	}
	return nothing
}

// box puts a value into an interface. A struct gets a place of its own there.
func (f *frame) box(in *ssa.MakeInterface, s *state) *state {
	v := f.value(in.X)
	switch in.X.Type().Underlying().(type) {
	case *types.Struct, *types.Array:
		return f.alloc(in, in, in.X.Type(), v, s)
	}
	f.set(in, v, s)
	return s
}

func (f *frame) fieldSel(t types.Type, i int) selID {
	return f.a.in.id(ssautil.FieldSel(t, i))
}

// elemSel selects the element at a constant index, every second element in a
// loop over pairs, or every element.
func (f *frame) elemSel(index ssa.Value) selID {
	if n, ok := ssautil.Int(index); ok {
		return f.a.in.id(content.Sel{Kind: content.Elem, Name: strconv.FormatInt(n, 10)})
	}
	switch p, ok := ssautil.Parity(index); {
	case ok && p == 0:
		return f.a.in.id(content.Sel{Kind: content.Elem, Name: content.Even})
	case ok:
		return f.a.in.id(content.Sel{Kind: content.Elem, Name: content.Odd})
	}
	return anyElem
}

// address is the address of a part of what x refers to.
func (f *frame) address(x ssa.Value, sel selID) *value {
	v := f.value(x)
	out := &value{c: content.Nothing, refs: f.places(v, sel)}
	if len(v.refs) == 0 && v.isOpen() {
		out.c = v.c.Select(content.Path{f.a.in.sel(sel)})
	}
	return out
}

// partOf is a part of the struct or array x.
func (f *frame) partOf(x ssa.Value, sel selID, t types.Type) *value {
	v, _ := f.fieldAt(f.value(x), sel, nil, t)
	return v
}

func (f *frame) indexed(v *ssa.Index) *value {
	if ssautil.IsText(v.X.Type()) {
		return f.value(v.X)
	}
	return f.partOf(v.X, f.elemSel(v.Index), v.Type())
}

// phi is what any of the edges is, of which control was seen to come.
func (f *frame) phi(v *ssa.Phi) *value {
	var vs []*value
	for i, e := range v.Edges {
		if f.in[v.Block().Preds[i].Index] != nil {
			vs = append(vs, aged(f.value(e)))
		}
	}
	return joinAll(vs...)
}

func (f *frame) unary(v *ssa.UnOp, s *state) {
	switch v.Op {
	case token.MUL:
		f.set(v, f.loadAll(f.value(v.X), v.Type(), s), s)
	case token.ARROW:
		val := f.received(f.value(v.X), v.X.Type(), s)
		if v.CommaOk {
			f.setTuple(v, []*value{val, of(content.Inert)}, s)
		} else {
			f.set(v, val, s)
		}
	case token.NOT:
		f.set(v, nothing, s)
	default:
		f.set(v, f.value(v.X), s)
	}
}

// loadAll is what stands where ptr points to.
func (f *frame) loadAll(ptr *value, t types.Type, s *state) *value {
	out := nothing
	for _, p := range ptr.refs {
		out = join(out, f.load(s, p, t))
	}
	if ptr.c != content.Nothing {
		out = join(out, of(ptr.c))
	}
	return out
}

// received is what comes out of a channel.
func (f *frame) received(ch *value, t types.Type, s *state) *value {
	elem := orAny(elemType(t))
	out := nothing
	for _, p := range f.places(ch, anyElem) {
		out = join(out, f.load(s, p, elem))
	}
	if len(ch.refs) == 0 && ch.isOpen() {
		out = of(ch.c.Select(content.Path{{Kind: content.Elem}}))
	}
	return out
}

func (f *frame) binary(v *ssa.BinOp, s *state) *value {
	switch v.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return nothing
	}
	x := f.content(f.value(v.X), v.X.Type(), s)
	y := f.content(f.value(v.Y), v.Y.Type(), s)
	if v.Op == token.ADD && ssautil.IsText(v.Type()) {
		return of(content.Concat(x, y))
	}
	return of(content.Join(x, y))
}

// assign is a store to a variable, a field or an element.
func (f *frame) assign(in *ssa.Store, s *state) *state {
	addr, val := f.value(in.Addr), f.value(in.Val)
	if k, ok := in.Val.(*ssa.Const); ok {
		val = near(k, in)
	}
	w := write{val: val, pos: in.Pos(), strong: single(addr.refs)}
	if w.strong {
		s = f.takenOut(in, addr.refs[0], val, s)
	}
	for _, p := range addr.refs {
		s = f.store(s, p, w)
	}
	return s
}

// near is a constant that remembers where it was assigned.
func near(k *ssa.Const, in *ssa.Store) *value {
	c := constantValue(k).c
	if len(c.Consts) == 0 {
		return of(c)
	}
	pos := in.Pos()
	if g, ok := in.Addr.(*ssa.Global); ok && !pos.IsValid() {
		pos = g.Pos()
	}
	n := *c
	n.Consts = append([]content.Const(nil), c.Consts...)
	for i := range n.Consts {
		n.Consts[i].Near = pos
	}
	return of(&n)
}

func (f *frame) send(ch, x ssa.Value, pos token.Pos, s *state) *state {
	w := write{val: f.value(x), pos: pos}
	for _, p := range f.places(f.value(ch), anyElem) {
		s = f.store(s, p, w)
	}
	return s
}

// selected: select yields the case, ok, and one value for each receive.
func (f *frame) selected(in *ssa.Select, s *state) *state {
	out := []*value{of(content.Inert), of(content.Inert)}
	after := s
	for _, st := range in.States {
		if st.Dir == types.RecvOnly {
			out = append(out, f.received(f.value(st.Chan), st.Chan.Type(), s))
		} else {
			after = f.joinStates(after, f.send(st.Chan, st.Send, st.Pos, s))
		}
	}
	f.setTuple(in, out, s)
	return after
}

// setTuple sets the registers that are extracted from a tuple.
func (f *frame) setTuple(v ssa.Value, vals []*value, s *state) {
	old := f.tuples[v]
	if old == nil {
		f.tuples[v] = vals
		f.changed(v)
		return
	}
	changed := false
	n := make([]*value, len(vals))
	for i := range vals {
		n[i] = join(old[i], vals[i])
		changed = changed || n[i] != old[i]
	}
	if changed {
		f.tuples[v] = n
		f.changed(v)
	}
}

func (f *frame) extract(v *ssa.Extract, s *state) {
	vals := f.tuples[v.Tuple]
	if v.Index < len(vals) && vals[v.Index] != nil {
		f.set(v, vals[v.Index], s)
	} else {
		f.set(v, nothing, s)
	}
}

// lookup: m[k], or s[i] of a string.
func (f *frame) lookup(v *ssa.Lookup, s *state) {
	if _, ok := v.X.Type().Underlying().(*types.Map); !ok {
		f.set(v, f.value(v.X), s)
		return
	}
	t := orAny(elemType(v.X.Type()))
	m := f.value(v.X)
	out := nothing
	for _, sel := range f.keySels(v.Index, s) {
		val := f.loadAll(&value{c: content.Nothing, refs: f.places(m, sel)}, t, s)
		if len(m.refs) == 0 {
			val = join(val, of(m.c.Select(content.Path{f.a.in.sel(sel)})))
		}
		if k := f.a.in.sel(sel); k.Kind == content.Key && ssautil.HoldsDatum(t) {
			val = f.namedBy(val, k.Name, v.Pos(), t, s)
		}
		out = join(out, val)
	}
	if v.CommaOk {
		f.setTuple(v, []*value{out, of(content.Inert)}, s)
	} else {
		f.set(v, out, s)
	}
}

// namedBy is val, that was looked up under a name.
func (f *frame) namedBy(val *value, name string, pos token.Pos, t types.Type, s *state) *value {
	os := f.a.originNamed(name, pos, t)
	if len(os) == 0 || f.settled(val, t, s, false) {
		return val
	}
	return val.with(withOrigin(val.c, os[0]))
}

// keyContent is what a map key may be. Its bounds count here: an entry under a
// key that is not known does not carry them.
func (f *frame) keyContent(k ssa.Value, s *state) *content.Content {
	c := f.content(f.value(k), k.Type(), s)
	f.a.tally.Add(c.Widened)
	return c
}

// keySels returns the selectors for a map key: its constants, or any key.
func (f *frame) keySels(k ssa.Value, s *state) []selID {
	keys, all := f.keyContent(k, s).Keys()
	var out []selID
	for _, key := range keys {
		out = append(out, f.a.in.id(content.Sel{Kind: content.Key, Name: key}))
	}
	if !all {
		out = append(out, anyKey)
	}
	return out
}

// next: a range loop yields ok, key and value.
func (f *frame) next(n *ssa.Next, s *state) {
	rng, ok := n.Iter.(*ssa.Range)
	if !ok {
		return
	}
	x := f.value(rng)
	if n.IsString {
		f.setTuple(n, []*value{of(content.Inert), of(content.Inert), x}, s)
		return
	}
	t := rng.X.Type()
	val := f.loadAll(&value{c: content.Nothing, refs: f.places(x, anyKey)}, orAny(elemType(t)), s)
	if len(x.refs) == 0 {
		val = of(x.c.Select(content.Path{{Kind: content.AnyKey}}))
	}
	f.setTuple(n, []*value{of(content.Inert), f.keysOf(x, s), val}, s)
}

// keysOf is what ranging over the keys of a map yields.
func (f *frame) keysOf(m *value, s *state) *value {
	var b content.Builder
	if len(m.refs) == 0 {
		b.Add(content.KeysOf(m.c))
	}
	for _, p := range m.refs {
		n := f.node(s, p)
		b.Add(content.KeysOf(n.c))
		n.parts.each(func(k uint32, c *cell) bool {
			if sel := f.a.in.sel(selID(k)); sel.Kind == content.Key && len(c.entries) > 0 {
				b.AddConst(content.Const{Val: sel.Name})
			} else if sel.Kind != content.Key {
				b.Mark(content.Unknown)
			}
			return true
		})
		if len(n.any) > 0 {
			b.Mark(content.Unknown)
		}
		for _, e := range n.any {
			b.Add(e.known())
		}
	}
	return of(b.Done())
}

func (f *frame) asserted(v *ssa.TypeAssert, s *state) {
	val := f.assert(f.value(v.X), v.AssertedType, s)
	if v.CommaOk {
		f.setTuple(v, []*value{val, of(content.Inert)}, s)
	} else {
		f.set(v, val, s)
	}
}

// assert is what of val can be of type t.
func (f *frame) assert(val *value, t types.Type, s *state) *value {
	if types.IsInterface(t) {
		return val
	}
	n := *val
	n.refs = nil
	out := nothing
	for _, p := range val.refs {
		pt := f.typeOf(p)
		if pt != nil && !types.IsInterface(pt) && !types.Identical(ssautil.Deref(pt), ssautil.Deref(t)) && !sameShape(pt, t) {
			continue // it is of another type
		}
		if isReference(t) {
			n.refs = append(n.refs, p)
		} else {
			out = join(out, f.load(s, p, t))
		}
	}
	return join(out, &n)
}

// sameShape: an array is where a slice refers to.
func sameShape(x, y types.Type) bool {
	ex, ey := elemType(x), elemType(y)
	return ex != nil && ey != nil && ssautil.IsMap(x) == ssautil.IsMap(y) && types.Identical(ex, ey)
}

// sliced: a slice of a text is a fragment of it, and a fragment can be of
// another class: the last four digits of a card may be shown, those of a
// social security number may not.
func (f *frame) sliced(v *ssa.Slice) *value {
	val := f.value(v.X)
	if ssautil.IsText(v.X.Type()) && len(val.refs) == 0 {
		if frag := fragment(v); frag != "" {
			return val.with(f.a.fragmented(val.c, frag))
		}
		return val
	}
	low, ok := ssautil.Int(v.Low)
	if v.Low == nil {
		low, ok = 0, true
	}
	n := *val
	n.refs = make([]place, len(val.refs))
	for i, p := range val.refs {
		switch {
		case !ok || p.from == unknownIndex:
			p.from = unknownIndex
		default:
			p.from += int32(low)
		}
		n.refs[i] = p
	}
	n.refs = sortPlaces(n.refs)
	return &n
}

// constantValue is the value of a constant.
func constantValue(k *ssa.Const) *value {
	if k.Value == nil {
		return nothing // nil
	}
	switch k.Value.Kind() {
	case constant.String:
		return of(&content.Content{Consts: []content.Const{{Val: constant.StringVal(k.Value)}}})
	case constant.Int: // 4111111111111111 is a card number, too
		n := content.Content{Consts: []content.Const{{Val: k.Value.ExactString()}}}
		if ssautil.IsNumber(k.Type()) {
			n.Flags = content.Unknown | content.Numeric
		}
		return of(&n)
	case constant.Bool:
		if !constant.BoolVal(k.Value) {
			return falseValue
		}
	}
	return of(content.Inert)
}
