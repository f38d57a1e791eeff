package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A reader makes the content of values: what they are, and all that stands at
// the places that they refer to, as encoding/json would write it.
type reader struct {
	f      *frame
	s      *state
	format bool // as fmt prints it: all fields of structs, exported or not

	active []place // what is being read, for structures that contain themselves
	known  map[place]*content.Content
	types  []*types.Named // structs that are looked at by their types
	fields int            // struct fields that were looked at
	same   *ssa.Function  // what its parameters refer to is named, and not looked at
	pos    token.Pos      // of the value that was asked for
}

func (f *frame) reader(s *state) *reader {
	return &reader{f: f, s: s, known: map[place]*content.Content{}}
}

// content is that of v, of type t, at s.
func (f *frame) content(v *value, t types.Type, s *state) *content.Content {
	return f.reader(s).value(v, t)
}

// text is what of v is left in a text that is made of it.
func (f *frame) text(v *value, t types.Type, s *state) *content.Content {
	r := f.reader(s)
	r.format = true
	return f.a.flatten(r.value(v, t))
}

// value is the content of v, of type t.
func (r *reader) value(v *value, t types.Type) *content.Content {
	r.f.a.charge(v.c.Size())
	c := r.untyped(v, t)
	if t == nil || types.IsInterface(t) {
		return c
	}
	return typedContent(c, t)
}

func (r *reader) untyped(v *value, t types.Type) *content.Content {
	if len(v.refs) == 0 && !v.inline() && v.home == nil {
		if v.c == content.Nothing {
			return content.Nothing // nil, or a zero value
		}
		if t != nil && ssautil.HasFields(t) {
			return r.node(v, t, place{})
		}
		return v.c
	}
	if len(v.refs) == 0 {
		return r.node(v, t, place{})
	}
	var b content.Builder
	b.Add(v.c)
	for _, p := range v.refs {
		b.Add(r.place(p, t))
	}
	return b.Done()
}

// place is the content of what stands at p. t is the type by which it is
// referred to.
func (r *reader) place(p place, t types.Type) *content.Content {
	if c := r.known[p]; c != nil {
		return c
	}
	if slices.Contains(r.active, p) {
		return content.Nothing
	}
	if p.obj.isFunction() {
		return content.Inert
	}
	if r.isNamed(p, t) {
		return &content.Content{Refs: []content.Ref{{Param: p.obj.param, Path: r.f.a.in.content(p.path), Same: true, Level: p.obj.level}}}
	}
	r.active = append(r.active, p)
	node := r.f.node(r.s, p)
	if pt := r.f.typeOf(p); pt != nil && !types.IsInterface(pt) {
		t = pt
	}
	c := r.node(node, t, p)
	for _, q := range node.refs {
		if q != p {
			c = content.Join(c, r.place(q, t))
		}
	}
	r.active = r.active[:len(r.active)-1]
	if r.same != nil && c.Empty() {
		c = content.Inert // it is something else than what it is named beside
	}
	if len(r.active) == 0 || !c.Empty() {
		r.known[p] = c
	}
	return c
}

// isNamed reports whether what stands at p, of type t, is said to be a part of a
// parameter of the function that the content is for.
func (r *reader) isNamed(p place, t types.Type) bool {
	if r.same == nil || p.obj.kind != given || paramIndex(r.same, p.obj.param) < 0 {
		return false
	}
	if t == nil {
		t = r.f.typeOf(p)
	}
	return t == nil || !ssautil.IsText(t)
}

// node is the content of v with its parts; v stands at p, or is a struct or
// an array that stands nowhere.
func (r *reader) node(v *value, t types.Type, p place) *content.Content {
	if t != nil && ssautil.IsReader(t) {
		return content.Anything() // a file, a connection: not what its fields say
	}
	if t != nil && ssautil.HasFields(t) {
		if u, ok := ssautil.Struct(t); ok && !ssautil.IsWrapper(t) {
			return r.structure(v, t, u, p)
		}
	}
	own := v.c
	var b content.Builder
	if v.inline() {
		own = own.Without(r.hidden(v))
	}
	b.Add(own)
	elem := elemType(t)
	v.parts.each(func(k uint32, c *cell) bool {
		r.cell(&b, r.f.a.in.sel(selID(k)), c, elem)
		return true
	})
	for _, e := range v.any {
		if e.gone {
			continue
		}
		sel := content.Sel{Kind: content.AnyKey}
		if e.elem {
			sel = content.Sel{Kind: content.Elem}
		}
		r.entry(&b, sel, e, elem)
	}
	c := b.Done()
	if elem != nil && ssautil.HasFields(elem) && v.isOpen() {
		c = r.openElements(c, v, elem, p, t)
	}
	return content.MarkRaw(c, true)
}

// hidden are the keys that are certainly not what the content of v says.
func (r *reader) hidden(v *value) map[string]bool {
	gone := map[string]bool{}
	if len(v.c.Children) == 0 && len(v.c.Refs) == 0 {
		return gone
	}
	v.parts.each(func(k uint32, c *cell) bool {
		if s := r.f.a.in.sel(selID(k)); c.must && (s.Kind == content.Key || s.Kind == content.Field) {
			gone[s.Name] = true
		}
		return true
	})
	return gone
}

func (r *reader) cell(b *content.Builder, s content.Sel, c *cell, elem types.Type) {
	for _, e := range c.entries {
		r.entry(b, s, e, elem)
	}
}

func (r *reader) entry(b *content.Builder, s content.Sel, e entry, t types.Type) {
	if b.C.Nodes() > limit.Nodes.Max {
		b.Add(content.Nothing.Widen(limit.Nodes))
		return
	}
	val := r.value(e.val, t)
	if val == content.Nothing && s.Kind == content.Elem {
		return
	}
	for _, o := range e.known().Origins { // a datum that is a key is sent as one
		val = withOrigin(val, o)
	}
	ch := &content.Child{Val: val, Pos: e.pos, KeyRefs: e.refs(), Sanitizer: e.san}
	switch s.Kind {
	case content.Key, content.Field:
		ch.Key, ch.Known = s.Name, true
	case content.Elem:
		ch.Elem = true
	default:
		ch.Open = isOpenKey(e.known())
	}
	b.AddChild(ch)
}

// isOpenKey reports whether a key may be something that no parameter brings.
func isOpenKey(c *content.Content) bool {
	return len(c.Refs) == 0 || c.Flags&(content.Unknown|content.Opaque) != 0
}

// elemType is the type of the elements or entries of a collection.
func elemType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	switch u := ssautil.Core(t).(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	case *types.Chan:
		return u.Elem()
	}
	return nil
}

// openElements adds what the type of elements says of those that are not in
// view: a parameter of type []User is a list of things with the fields of User.
func (r *reader) openElements(c *content.Content, v *value, elem types.Type, p place, t types.Type) *content.Content {
	s := anyElem
	if ssautil.IsMap(t) {
		s = anyKey
	}
	at := &p
	if p.obj == nil {
		at = v.home
	}
	inner := r.f.part(v, s, at, elem)
	val := r.value(inner, elem)
	if val.Empty() {
		return c
	}
	var b content.Builder
	b.Add(c)
	b.AddChild(&content.Child{Elem: s == anyElem, Val: val})
	return b.Done()
}

// structure is the content of a struct.
func (r *reader) structure(v *value, t types.Type, s *types.Struct, p place) *content.Content {
	if ssautil.MarshalsItself(t) && !r.format {
		return content.Anything()
	}
	if n := ssautil.Named(t); n != nil && v.isOpen() {
		if slices.Contains(r.types, n) { // it has itself for a part
			return r.f.below(v, map[*value]bool{}).c
		}
		r.types = append(r.types, n)
		defer func() { r.types = r.types[:len(r.types)-1] }()
	}
	at := &p
	if p.obj == nil {
		at = v.home
	}
	var b content.Builder
	own := v.c.Refs
	if r.format {
		own = nil // the fields say it
	}
	b.Add(&content.Content{Refs: own, Flags: v.c.Flags & content.Sanitized, Widened: v.c.Widened, Children: v.c.Children})
	for _, jf := range r.f.a.fieldsOf(s, r.format) {
		if r.fields++; r.fields > limit.Fields.Max {
			b.Add(content.Nothing.Widen(limit.Fields))
			break
		}
		if !ssautil.SaysNothing(jf.v.Type()) {
			r.field(&b, v, at, t, jf)
		}
	}
	return content.MarkRaw(b.Done(), true)
}

// field adds one field of a struct.
func (r *reader) field(b *content.Builder, v *value, at *place, t types.Type, jf field) {
	val, pos := r.f.fieldValue(r.s, v, at, t, jf)
	c := r.value(val, jf.v.Type())
	if r.format {
		b.Add(r.f.a.fieldOrigin(r.f.a.flatten(c), jf.v, jf.mark, r.pos))
		return
	}
	if c = r.f.a.fieldOrigin(c, jf.v, jf.mark, r.pos); c.Empty() {
		return
	}
	b.AddChild(&content.Child{
		Key: jf.name, Known: true, Allowed: jf.mark.Allow, Stripped: jf.stripped, Val: c, Pos: pos,
	})
}
