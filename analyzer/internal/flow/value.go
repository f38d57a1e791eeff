package flow

import (
	"cmp"
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A value is what is known of a value of the program, or of what an object
// holds. Values are immutable.
//
//   - A text or a number is its content alone.
//   - A reference (pointer, map, slice, channel, function) is the places that
//     it may have; what stands there is in the memory of a [state].
//   - A struct or an array has its parts inline, and so has an object.
//
// What the parts do not say, the content says: of a parameter's struct with
// one field overwritten, the content is the reference to the parameter.
type value struct {
	c     *content.Content
	refs  []place      // sorted
	parts *pmap[*cell] // by selector
	any   []entry      // under keys that are not known, sorted
	home  *place       // of a struct or an array: where it was loaded from, if what is in it is not known
	len   int32        // of a list: 1 + the number of its elements; 0 if that is not known
}

// A cell is one part. What was certainly written hides what was there before.
type cell struct {
	entries []entry // sorted; none if the part was removed
	must    bool
}

// An entry is one write of a part.
type entry struct {
	val  *value
	pos  token.Pos         // where it was written: of a map, the key
	key  *content.Content  // of an unknown key: what it is; nil if nothing is known of it
	san  content.Sanitizer // it passed a sanitizer, as soon as the key is known
	elem bool              // of an unknown key: it is an element
	gone bool              // of an unknown key: the entry under it was removed
}

var nothing = &value{c: content.Nothing}

func of(c *content.Content) *value {
	if c == content.Nothing {
		return nothing
	}
	return &value{c: c}
}

func unknownValue() *value { return &value{c: content.Anything()} }

func refTo(ps ...place) *value { return &value{c: content.Nothing, refs: sortPlaces(ps)} }

func (v *value) traitsOf() traits {
	t := v.parts.traitsBelow() &^ certain
	if len(v.c.Refs) > 0 || v.home != nil {
		return symbolic
	}
	for _, p := range v.refs {
		if p.obj.kind != global {
			return symbolic
		}
	}
	for _, e := range v.any {
		t |= e.traitsOf()
	}
	if hasRefs(v.c) {
		t |= symbolic
	}
	return t
}

// heightOf is how deep parts nest in v.
func (v *value) heightOf() int {
	h := v.parts.heightBelow()
	for _, e := range v.any {
		h = max(h, 1+e.val.heightOf())
	}
	return h
}

func (c *cell) heightOf() int {
	h := 0
	for _, e := range c.entries {
		h = max(h, 1+e.val.heightOf())
	}
	return h
}

func hasRefs(c *content.Content) bool {
	return len(c.Refs) > 0 || slices.ContainsFunc(c.Children, func(ch *content.Child) bool { return len(ch.KeyRefs) > 0 || hasRefs(ch.Val) })
}

func (e entry) traitsOf() traits {
	if e.key != nil && hasRefs(e.key) {
		return symbolic
	}
	return e.val.traitsOf()
}

func (c *cell) traitsOf() traits {
	var t traits
	for _, e := range c.entries {
		t |= e.traitsOf()
	}
	if c.must {
		t |= certain
	}
	return t
}

// isOpen reports whether v may have parts that it does not list.
func (v *value) isOpen() bool {
	return len(v.c.Refs) > 0 || v.c.Flags&content.Opaque != 0 || len(v.c.Children) > 0
}

// join is what is either x or y; x itself if y adds nothing.
func join(x, y *value) *value {
	switch {
	case x == y || y == nil:
		return x
	case x == nil || x == nothing && !y.inline():
		return y
	case y == nothing:
		return x
	}
	n := value{c: x.c, refs: joinPlaces(x.refs, y.refs), home: x.home, len: x.len}
	if !x.c.Covers(y.c) {
		n.c = content.Join(x.c, y.c)
	}
	n.parts = joinParts(x, y)
	n.any = joinEntries(x.any, y.any)
	if x.home == nil {
		n.home = y.home
	}
	if x.len != y.len {
		n.len = 0
	}
	if n.c == x.c && n.parts == x.parts && n.home == x.home && n.len == x.len && sameSlice(n.refs, x.refs) && sameSlice(n.any, x.any) {
		return x
	}
	return &n
}

// inline reports whether v has parts of its own.
func (v *value) inline() bool { return v.parts != nil || len(v.any) > 0 }

// joinAll is what is any of vs. Texts that stand in a row are joined among
// themselves first: a switch over a table of texts would copy it at each case.
func joinAll(vs ...*value) *value {
	out := nothing
	for len(vs) > 0 {
		var texts content.Builder
		n := 0
		for n < len(vs) && vs[n].isText() {
			texts.Add(vs[n].c)
			n++
		}
		if n == 0 {
			out, vs = join(out, vs[0]), vs[1:]
			continue
		}
		out, vs = join(out, of(texts.Done())), vs[n:]
	}
	return out
}

// isText reports whether v is nothing but constants.
func (v *value) isText() bool {
	return v != nil && len(v.c.Consts) > 0 && len(v.c.Consts) == v.c.Width() && len(v.c.Funcs) == 0 &&
		len(v.refs) == 0 && !v.inline() && v.home == nil && v.len == 0
}

func sameSlice[T any](x, y []T) bool {
	return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
}

// joinParts joins the parts of two values. What only one of them has is not
// certain, if the other one may have something in its place.
func joinParts(x, y *value) *pmap[*cell] {
	u := union[*cell]{both: joinCells, skip: certain}
	if y.isOpen() || len(y.any) > 0 {
		u.onlyX = maybeCell
	}
	if x.isOpen() || len(x.any) > 0 {
		u.onlyY = maybeCell
	}
	return u.run(x.parts, y.parts)
}

func maybeCell(_ uint32, c *cell) *cell { return c.maybe() }

// maybe is c, of what may not have been written.
func (c *cell) maybe() *cell {
	if !c.must {
		return c
	}
	return &cell{entries: c.entries}
}

func joinCells(x, y *cell) *cell {
	es := joinEntries(x.entries, y.entries)
	if must := x.must && y.must; must == x.must && sameSlice(es, x.entries) {
		return x
	} else {
		return &cell{entries: es, must: must}
	}
}

// refs are the parameters that an unknown key depends on.
func (e entry) refs() []content.Ref { return e.known().Refs }

// known is what is known of an unknown key.
func (e entry) known() *content.Content {
	if e.key == nil {
		return content.Nothing
	}
	return e.key
}

// compareEntries orders writes: by where they are, and what their key depends on.
func compareEntries(x, y entry) int {
	return cmp.Or(cmp.Compare(x.pos, y.pos), slices.CompareFunc(x.refs(), y.refs(), compareRefs), cmp.Compare(x.san, y.san), compareBool(x.elem, y.elem), compareBool(x.gone, y.gone))
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return 1
	}
	return -1
}

func compareRefs(x, y content.Ref) int {
	if x.Param == y.Param {
		return x.Path.Compare(y.Path)
	}
	return cmp.Or(cmp.Compare(x.Param.Name(), y.Param.Name()), x.Path.Compare(y.Path))
}

// joinEntries is the union of two sorted lists; xs itself if ys adds nothing.
func joinEntries(xs, ys []entry) []entry {
	if len(ys) == 0 || sameSlice(xs, ys) {
		return xs
	}
	if len(xs) == 0 {
		return ys
	}
	out := make([]entry, 0, len(xs)+len(ys))
	i, j, changed := 0, 0, false
	for i < len(xs) && j < len(ys) {
		switch c := compareEntries(xs[i], ys[j]); {
		case c < 0:
			out = append(out, xs[i])
			i++
		case c > 0:
			out = append(out, ys[j])
			j, changed = j+1, true
		default:
			e := xs[i]
			e.val = join(e.val, ys[j].val)
			if e.key != ys[j].key && ys[j].key != nil && !e.known().Covers(ys[j].key) {
				e.key = content.Join(e.known(), ys[j].key)
			}
			changed = changed || e.val != xs[i].val || e.key != xs[i].key
			out = append(out, e)
			i, j = i+1, j+1
		}
	}
	changed = changed || j < len(ys)
	out = append(append(out, xs[i:]...), ys[j:]...)
	if !changed {
		return xs
	}
	return folded(out)
}

// folded joins the last writes if there are too many of one part: what only
// some of them are (removals, sanitized, elements) the joined one is not.
func folded(es []entry) []entry {
	if len(es) <= limit.Writes.Max {
		return es
	}
	last := entry{pos: es[limit.Writes.Max-1].pos, val: nothing}
	for _, e := range es[limit.Writes.Max-1:] {
		if !e.gone {
			last.val = join(last.val, e.val)
		}
	}
	last.val = widen(last.val, limit.Writes)
	return append(slices.Clip(es[:limit.Writes.Max-1]), last)
}

// widen is v, of which more is not known because of l.
func widen(v *value, l *limit.Limit) *value {
	n := *v
	n.c = v.c.Widen(l)
	return &n
}

// with is v with another content.
func (v *value) with(c *content.Content) *value {
	if c == v.c {
		return v
	}
	n := *v
	n.c = c
	return &n
}
