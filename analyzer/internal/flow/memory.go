package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A state is what is known at one point of a function: the memory, by object,
// and which calls are deferred. States are immutable.
type state struct {
	mem    *pmap[*value]
	defers *pmap[*deferral]
}

// A deferral is a call that runs when the function returns.
type deferral struct {
	call *ssa.Defer
	must bool // on every way to here
}

func (d *deferral) heightOf() int { return 0 }

func (d *deferral) traitsOf() traits {
	if d.must {
		return certain
	}
	return 0
}

var joinDefers = &union[*deferral]{
	both: func(x, y *deferral) *deferral {
		if y.must || !x.must {
			return x
		}
		return y
	},
	onlyX: maybeDeferred, onlyY: maybeDeferred, skip: certain,
}

func maybeDeferred(_ uint32, d *deferral) *deferral {
	if !d.must {
		return d
	}
	return &deferral{call: d.call}
}

// joinStates is what holds in s or in t; s itself if t adds nothing. An object
// that only one of them knows was not made yet on the other way; if it is a
// parameter's, nothing was done to it there.
func (f *frame) joinStates(s, t *state) *state {
	f.a.charge(1)
	switch {
	case s == t || t == nil:
		return s
	case s == nil:
		return t
	}
	untouched := func(id uint32, v *value) *value {
		if o := f.givens[id]; o != nil {
			return join(v, f.initial(o))
		}
		return v
	}
	u := union[*value]{both: join, onlyX: untouched, onlyY: untouched}
	n := state{u.run(s.mem, t.mem), joinDefers.run(s.defers, t.defers)}
	if n == *s {
		return s
	}
	return &n
}

func (s *state) with(o *object, v *value) *state {
	for _, p := range v.refs {
		p.obj.kept = true
	}
	mem := s.mem.set(o.id, v)
	if mem == s.mem {
		return s
	}
	return &state{mem, s.defers}
}

// root is what o holds at s.
func (f *frame) root(s *state, o *object) *value {
	v, ok := s.mem.get(o.id)
	if !ok && o.in != nil && o.in != f { // of a function that nobody in view calls
		v, ok = o.in.lastState().mem.get(o.id)
	}
	if !ok {
		v = f.initial(o)
	}
	if o.kind == global || f.a.isShared(o) {
		v = join(v, f.a.shared(o, f))
	}
	return v
}

// initial is what o holds when nothing has been done to it.
func (f *frame) initial(o *object) *value {
	if o.kind != given {
		return nothing
	}
	if o.isVariable() {
		return refTo(place{obj: f.behindVariable(o)})
	}
	v := &value{c: &content.Content{Refs: []content.Ref{{Param: o.param}}}}
	if ssautil.SharesMemory(o.typ) {
		v.home = &place{obj: o}
	}
	return v
}

// isVariable reports whether o, to which a parameter leads, is a variable that
// holds a reference. A pointer to a pointer of its own type has no end.
func (o *object) isVariable() bool {
	var seen []types.Type
	t := o.param.Type()
	for range o.level {
		seen = append(seen, t)
		t = ssautil.PointedTo(t)
	}
	_, ptr := t.Underlying().(*types.Pointer)
	return ptr && isReference(o.typ) && !slices.ContainsFunc(seen, func(u types.Type) bool { return types.Identical(t, u) })
}

// behindVariable is what the variable refers to that a parameter points to: a
// captured map, a pointer to a slice.
func (f *frame) behindVariable(o *object) *object {
	return f.object(objectKey{o, "behind"}, object{kind: given, site: o.site, typ: ssautil.PointedTo(o.typ), param: o.param, level: o.level + 1})
}

// through are the places that what stands at ps refers to, where that is a
// variable which holds a reference.
func (f *frame) through(s *state, ps []place) []place {
	out, changed := make([]place, 0, len(ps)), false
	for _, p := range ps {
		n := f.node(s, p)
		others := 0
		for _, q := range n.refs {
			if q != p {
				out = append(out, q)
				others++
			}
		}
		if others == 0 || n.stands() {
			out = append(out, p)
		}
		changed = changed || others > 0
	}
	if !changed {
		return ps
	}
	return sortPlaces(out)
}

// throughAll is through, for variables that hold references to variables.
func (f *frame) throughAll(s *state, ps []place) []place {
	for seen := ps; ; {
		next := f.through(s, ps)
		if sameSlice(next, ps) || slices.Equal(next, ps) {
			return ps
		}
		if all := joinPlaces(seen, next); sameSlice(all, seen) {
			return next
		} else {
			seen, ps = all, next
		}
	}
}

// node is what stands at p.
func (f *frame) node(s *state, p place) *value {
	v := f.root(s, p.obj)
	if p.path == nil {
		return v
	}
	t := p.obj.typ
	at := place{obj: p.obj}
	for _, sel := range p.path.list() {
		t = partType(t, f.a.in.sel(sel))
		v = f.part(v, sel, &at, t)
		at.path = f.a.in.plus(at.path, sel)
	}
	return v
}

// load is what a read of p gives, of type t.
func (f *frame) load(s *state, p place, t types.Type) *value {
	return f.read(f.node(s, p), p, t)
}

// read turns what stands at p into the value that a read of it gives: what
// nobody has looked into is referred to where it is.
func (f *frame) read(v *value, p place, t types.Type) *value {
	if !v.stands() {
		return v
	}
	if !isReference(t) {
		if v.home == nil && v.isOpen() && ssautil.SharesMemory(t) {
			n := *v
			n.home = &p
			return &n
		}
		return v
	}
	n := &value{c: v.c, refs: joinPlaces(v.refs, []place{p})}
	if len(v.c.Refs) > 0 || v.c.Flags&content.Opaque != 0 || len(v.c.Children) > 0 {
		n.c = content.Nothing // what stands there says it
	}
	return n
}

// stands reports whether there is something at the place that holds v beside
// references to other places.
func (v *value) stands() bool {
	return v.isOpen() || v.inline() || v.c.Flags&content.Present != 0
}

// isReference reports whether a value of type t refers to what it is about.
func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan, *types.Signature, *types.Interface:
		return true
	}
	return false
}

// part is the part of v under a selector, of type t; v stands at at.
func (f *frame) part(v *value, s selID, at *place, t types.Type) *value {
	f.a.charge(v.c.Size())
	sel := f.a.in.sel(s)
	if sel.Kind == content.Deep {
		return f.below(v, map[*value]bool{})
	}
	var out *value
	hidden := false
	if exact(sel) {
		if c, ok := v.parts.get(uint32(s)); ok {
			out = joinCell(out, c)
			hidden = c.must && len(v.any) == 0
		}
		for _, all := range []selID{deep, anyKey, anyElem} { // something below it was written
			if c, ok := v.parts.get(uint32(all)); ok && content.MayMatch(f.a.in.sel(all), sel) {
				out = f.joinBelow(out, c, all)
			}
		}
		if sel.Kind == content.Elem {
			out = f.everySecond(out, v, sel)
		}
	} else {
		v.parts.each(func(k uint32, c *cell) bool {
			if content.MayMatch(f.a.in.sel(selID(k)), sel) {
				out = f.joinBelow(out, c, selID(k))
			}
			return true
		})
	}
	for _, e := range v.any {
		if !e.gone && (len(e.refs()) == 0 || !exact(sel)) {
			out = join(out, e.val)
		}
	}
	if !hidden {
		out = join(out, f.base(v, sel, s, at, t))
	}
	if out == nil {
		return nothing
	}
	return out
}

// joinBelow joins what a cell holds to v; of the cell of everything below, what
// stands at any depth.
func (f *frame) joinBelow(v *value, c *cell, s selID) *value {
	if s != deep {
		return joinCell(v, c)
	}
	for _, e := range c.entries {
		v = join(v, f.below(e.val, map[*value]bool{}))
	}
	return v
}

// everySecond adds the elements that were written for a whole class of indexes.
func (f *frame) everySecond(out, v *value, sel content.Sel) *value {
	for _, name := range []string{content.Even, content.Odd} {
		id, ok := f.a.in.ids[content.Sel{Kind: content.Elem, Name: name}]
		if c, has := v.parts.get(uint32(id)); ok && has && content.MayMatch(f.a.in.sel(id), sel) {
			out = joinCell(out, c)
		}
	}
	return out
}

func exact(s content.Sel) bool { return content.Path{s}.Exact() }

func joinCell(v *value, c *cell) *value {
	for _, e := range c.entries {
		v = join(v, e.val)
	}
	return v
}

// base is what v says of a part that it does not list; nil if it is closed.
func (f *frame) base(v *value, sel content.Sel, s selID, at *place, t types.Type) *value {
	if v.c == content.Nothing || !v.isOpen() && v.c.Flags&content.Unknown == 0 {
		return nil
	}
	c := v.c.Select(content.Path{sel})
	home := at
	if v.home != nil {
		home = v.home
	}
	out := &value{c: c}
	if home != nil && home.obj != nil && (len(c.Refs) > 0 || c.Flags&content.Opaque != 0) && (t == nil || ssautil.SharesMemory(t)) {
		p := *home
		p.path, p.from = f.a.in.plus(p.path, s), 0
		out.home = &p
	}
	return out
}

// below is all that is in v, at any depth, as one value. The names of fields
// are no keys of it.
func (f *frame) below(v *value, seen map[*value]bool) *value {
	f.a.charge(v.c.Size())
	if seen[v] {
		return nothing
	}
	seen[v] = true
	out := &value{c: v.c.Select(content.Path{{Kind: content.Deep}}), refs: v.refs, any: v.any, home: v.home}
	v.parts.each(func(k uint32, c *cell) bool {
		if kind := f.a.in.sel(selID(k)).Kind; kind != content.Field && kind != content.Deep {
			out.parts = out.parts.set(k, c.maybe())
		}
		for _, e := range c.entries {
			out = join(out, f.below(e.val, seen))
		}
		return true
	})
	for _, e := range v.any {
		out = join(out, f.below(e.val, seen))
	}
	return out
}

// partType is the type of a part of a value of type t, nil if t does not say.
func partType(t types.Type, s content.Sel) types.Type {
	if t == nil {
		return nil
	}
	if u, ok := ssautil.Struct(t); ok {
		if f := ssautil.FieldNamed(u, s.Name); f != nil && s.Kind == content.Field {
			return f.Type()
		}
		return nil
	}
	return elemType(t)
}

// typeOf is the type of what stands at p, nil if that is not known.
func (f *frame) typeOf(p place) types.Type {
	t := p.obj.typ
	for _, s := range p.path.list() {
		t = partType(t, f.a.in.sel(s))
	}
	return t
}

// at is p with one more selector. The index of an element is counted from
// where a slice begins.
func (f *frame) at(p place, s selID) place {
	if sel := f.a.in.sel(s); sel.Kind == content.Elem && p.from != 0 {
		s = f.shifted(sel, p.from)
	}
	return place{obj: p.obj, path: f.a.in.plus(p.path, s)}
}

func (f *frame) shifted(sel content.Sel, by int32) selID {
	n, err := strconv.Atoi(sel.Name)
	if by == unknownIndex || err != nil {
		return anyElem
	}
	return f.a.in.id(content.Sel{Kind: content.Elem, Name: strconv.Itoa(n + int(by))})
}

// places are the places of the parts under s of what v refers to, or, if v
// has its parts inline, of where it was loaded from.
func (f *frame) places(v *value, s selID) []place {
	out := make([]place, 0, len(v.refs))
	for _, p := range v.refs {
		out = append(out, f.at(p, s))
	}
	return sortPlaces(out)
}

// A write is what is put into a place.
type write struct {
	val    *value
	pos    token.Pos
	strong bool
	key    *content.Content // of an unknown key: what it is
	gone   bool             // the part is removed
}

// besides is w without the reference to p itself.
func (w write) besides(p place) write {
	n := *w.val
	n.refs = slices.DeleteFunc(slices.Clone(n.refs), func(q place) bool { return q == p })
	w.val, w.strong = &n, false
	return w
}

// store writes w to p. The last selector of p says which part; without one,
// the whole object is replaced.
func (f *frame) store(s *state, p place, w write) *state {
	if p.obj.kind == global || f.a.isShared(p.obj) && p.obj.in != f {
		f.share(s, p, w)
		return s
	}
	if slices.Contains(w.val.refs, p) {
		w = w.besides(p) // a variable is assigned to itself, and what it refers to is not known apart from it
	}
	w.strong = w.strong && single([]place{p})
	f.keep(w.val)
	root := f.root(s, p.obj)
	n := f.written(root, p.path.list(), place{obj: p.obj}, p.obj.typ, w)
	s = s.with(p.obj, n)
	f.a.fields.note(f, p, w)
	return s
}

// written is v, which stands at at, with w written below it.
func (f *frame) written(v *value, sels []selID, at place, t types.Type, w write) *value {
	f.a.charge(v.c.Size())
	if len(sels) == 0 {
		if w.strong {
			return w.val
		}
		return join(v, w.val)
	}
	s := sels[0]
	sel := f.a.in.sel(s)
	part := partType(t, sel)
	w.val = f.low(w.val, limit.Levels.Max-len(sels))
	if len(sels) == 1 {
		return v.put(s, sel, w)
	}
	old := f.part(v, s, &at, part)
	at.path = f.a.in.plus(at.path, s)
	inner := f.written(old, sels[1:], at, part, w)
	if inner == old {
		return v
	}
	n := *v
	c, _ := v.parts.get(uint32(s))
	e := entry{val: inner}
	if c != nil && len(c.entries) > 0 {
		e.pos = c.entries[len(c.entries)-1].pos
	}
	n.parts = v.parts.set(uint32(s), &cell{entries: []entry{e}, must: exact(sel)})
	return &n
}

// low is v, if its parts nest no deeper than max, else all that is in it as
// one: recursive data is copied into itself without end.
func (f *frame) low(v *value, max int) *value {
	if v.heightOf() <= max {
		return v
	}
	f.a.tally.Reached(limit.Levels)
	all := f.below(v, map[*value]bool{})
	return &value{c: all.c.Widen(limit.Levels), refs: all.refs}
}

// put is v with w written to its part under s.
func (v *value) put(s selID, sel content.Sel, w write) *value {
	n := *v
	if s == anyKey || s == anyElem {
		if w.gone && w.key == nil {
			return v
		}
		n.any = joinEntries(v.any, []entry{{val: w.val, pos: w.pos, key: w.key, elem: s == anyElem, gone: w.gone}})
		if sameSlice(n.any, v.any) {
			return v
		}
		n.len = 0
		return &n
	}
	c := &cell{must: w.strong}
	if !w.gone {
		c.entries = []entry{{val: w.val, pos: w.pos}}
	}
	old, has := v.parts.get(uint32(s))
	switch {
	case w.strong && w.gone && !v.isOpen() && len(v.any) == 0:
		n.parts = v.parts.without(uint32(s))
		return &n
	case !w.strong && w.gone:
		return v
	case !w.strong && has:
		es := joinEntries(old.entries, c.entries)
		if sameSlice(es, old.entries) {
			return v
		}
		c = &cell{entries: es, must: old.must}
	}
	n.parts = v.parts.set(uint32(s), c)
	return &n
}

// keep notes that what v refers to is referred to by the memory.
func (f *frame) keep(v *value) {
	f.refs(v, func(p place) { p.obj.kept = true })
}
