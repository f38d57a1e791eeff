package flow

import (
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// builtin carries out a call of a function of the language.
func (f *frame) builtin(b *ssa.Builtin, in ssa.CallInstruction, s *state) (*value, *state) {
	args := in.Common().Args
	switch b.Name() {
	case "append":
		return f.appended(in, args, s)
	case "copy":
		return of(content.Inert), f.copyInto(in, args[0], args[1], s)
	case "delete":
		return nothing, f.deleted(in, args[0], args[1], s)
	case "clear":
		for _, p := range f.value(args[0]).refs {
			s = f.store(s, p, write{val: nothing, strong: single(f.value(args[0]).refs)})
		}
		return nothing, s
	case "min", "max":
		out := nothing
		for _, a := range args {
			out = join(out, f.value(a))
		}
		return out, s
	case "recover":
		return unknownValue(), s
	case "ssa:wrapnilchk":
		return f.value(args[0]), s
	}
	return of(content.Inert), s
}

// appended is append(list, more...): a list of its own, which may share what
// it refers to with the first one.
func (f *frame) appended(in ssa.CallInstruction, args []ssa.Value, s *state) (*value, *state) {
	list, more := f.value(args[0]), f.value(args[1])
	res, ok := in.(ssa.Value)
	if !ok {
		return nothing, s
	}
	if ssautil.IsText(res.Type()) {
		x, y := f.content(list, args[0].Type(), s), f.content(more, args[1].Type(), s)
		return of(content.Concat(x, y)), s
	}
	old := f.elements(list, s)
	add := f.elements(more, s)
	n := concatenated(f, old, add)
	o, s := f.made(in, objectKey{site: in}, object{site: res, typ: res.Type()}, s)
	if prev, ok := s.mem.get(o.id); ok && o.older == nil {
		n = join(prev, n)
	}
	return refTo(place{obj: o}), s.with(o, n)
}

// elements is a list as the object that it refers to has it, counted from
// where the list begins.
func (f *frame) elements(list *value, s *state) *value {
	if len(list.refs) == 0 {
		if list.c == content.Nothing {
			return &value{c: content.Nothing, len: 1} // nil
		}
		return of(list.c)
	}
	var out *value
	for _, p := range list.refs {
		v := f.node(s, place{obj: p.obj, path: p.path})
		if v.len == 0 {
			v = f.sized(v, p)
		}
		if p.from != 0 {
			v = f.tail(v, p.from)
		}
		out = join(out, v)
	}
	if list.c != content.Nothing {
		out = join(out, of(list.c))
	}
	return out
}

// sized is v with the length that the type of an array says.
func (f *frame) sized(v *value, p place) *value {
	n := ssautil.ArrayLen(f.typeOf(p))
	if n < 0 {
		return v
	}
	w := *v
	w.len = int32(n) + 1
	return &w
}

// tail is the list v without its first elements.
func (f *frame) tail(v *value, from int32) *value {
	w := *v
	w.parts, w.len = nil, 0
	if from > 0 && v.len > from {
		w.len = v.len - from
	}
	v.parts.each(func(k uint32, c *cell) bool {
		sel := f.a.in.sel(selID(k))
		n, err := strconv.Atoi(sel.Name)
		switch {
		case from == unknownIndex || err != nil:
			w.any = joinEntries(w.any, asElements(c))
		case n >= int(from):
			id := f.a.in.id(content.Sel{Kind: content.Elem, Name: strconv.Itoa(n - int(from))})
			w.parts = w.parts.set(uint32(id), c)
		}
		return true
	})
	return &w
}

func asElements(c *cell) []entry {
	out := make([]entry, len(c.entries))
	for i, e := range c.entries {
		e.elem = true
		out[i] = e
	}
	return out
}

// concatenated is the list x followed by y.
func concatenated(f *frame, x, y *value) *value {
	n := &value{c: content.Join(x.c, y.c), parts: x.parts, any: joinEntries(x.any, y.any)}
	if x.len > 0 && y.len > 0 {
		n.len = x.len + y.len - 1
	}
	y.parts.each(func(k uint32, c *cell) bool {
		i, err := strconv.Atoi(f.a.in.sel(selID(k)).Name)
		if x.len == 0 || err != nil {
			n.any = joinEntries(n.any, asElements(c))
			return true
		}
		id := f.a.in.id(content.Sel{Kind: content.Elem, Name: strconv.Itoa(i + int(x.len) - 1)})
		n.parts = n.parts.set(uint32(id), c)
		return true
	})
	return n
}

// copyInto is copy(dst, src).
func (f *frame) copyInto(in ssa.CallInstruction, dst, src ssa.Value, s *state) *state {
	from := f.value(src)
	var val *value
	if ssautil.IsText(src.Type()) {
		val = of(f.content(from, src.Type(), s))
	} else {
		val = f.loadAll(&value{c: content.Nothing, refs: f.places(from, anyElem)}, orAny(elemType(src.Type())), s)
	}
	for _, p := range f.value(dst).refs {
		if ssautil.IsText(src.Type()) {
			s = f.store(s, place{obj: p.obj, path: p.path}, write{val: val})
			continue
		}
		s = f.store(s, f.at(p, anyElem), write{val: val, pos: in.Pos()})
	}
	return s
}
