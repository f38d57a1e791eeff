package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A fieldIndex is the memory of what outlives its function in the fields of
// structs: for each field of a type, all that the package ever stores there.
type fieldIndex struct {
	stored  map[fieldKey][]*fieldStore
	readers map[fieldKey][]*frame
}

type fieldKey struct {
	t     *types.Struct
	field string
}

// A fieldStore is what one function stores in a field, and below it.
type fieldStore struct {
	in  *frame
	val *value
}

func newFieldIndex() *fieldIndex {
	return &fieldIndex{map[fieldKey][]*fieldStore{}, map[fieldKey][]*frame{}}
}

// note notes what w puts below p.
func (x *fieldIndex) note(f *frame, p place, w write) {
	if w.gone || w.val == nothing || isState(w.val) {
		return
	}
	t := p.obj.typ
	sels := p.path.list()
	for k, id := range sels {
		sel := f.a.in.sel(id)
		if u, ok := structOrNil(t); ok && sel.Kind == content.Field {
			x.add(f, fieldKey{u, sel.Name}, sels[k+1:], partType(t, sel), w)
		}
		t = partType(t, sel)
	}
	x.noteWhole(f, p, t, w)
}

// noteWhole notes the fields of a struct that is stored as a whole.
func (x *fieldIndex) noteWhole(f *frame, p place, t types.Type, w write) {
	u, ok := structOrNil(t)
	if !ok || !w.val.inline() {
		return
	}
	w.val.parts.each(func(k uint32, c *cell) bool {
		if sel := f.a.in.sel(selID(k)); sel.Kind == content.Field {
			for _, e := range c.entries {
				x.add(f, fieldKey{u, sel.Name}, nil, partType(t, sel), write{val: e.val, pos: e.pos})
			}
		}
		return true
	})
}

func structOrNil(t types.Type) (*types.Struct, bool) {
	if t == nil {
		return nil, false
	}
	return ssautil.Struct(t)
}

func (x *fieldIndex) add(f *frame, k fieldKey, below []selID, t types.Type, w write) {
	i := slices.IndexFunc(x.stored[k], func(s *fieldStore) bool { return s.in == f })
	if i < 0 {
		i = len(x.stored[k])
		x.stored[k] = append(x.stored[k], &fieldStore{f, nothing})
	}
	st := x.stored[k][i]
	w.strong = false
	n := f.written(st.val, below, place{}, t, w)
	if n == st.val {
		return
	}
	st.val = n
	for _, r := range x.readers[k] {
		if r != f {
			r.again()
		}
	}
}

// stored returns the functions that the package stores in the field that a
// path ends in.
func (i *invocation) stored(p place) []target {
	f := i.f
	k, rest, ok := f.fieldOf(p)
	if !ok {
		return nil
	}
	if rs := f.a.fields.readers[k]; !slices.Contains(rs, f) {
		f.a.fields.readers[k] = append(rs, f)
	}
	var ts []target
	for _, st := range f.a.fields.stored[k] {
		v := st.val
		for _, id := range rest {
			v = st.in.part(v, id, nil, anyType)
			v = join(v, st.in.loadAll(&value{c: content.Nothing, refs: st.in.places(st.val, id)}, anyType, st.in.lastState()))
		}
		for _, q := range v.refs {
			switch {
			case q.path != nil:
			case q.obj.lib != nil:
				ts = append(ts, target{lib: q.obj.lib})
			case q.obj.far != nil:
				ts = append(ts, target{far: q.obj.far, closure: refTo(q)})
			case q.obj.fn != nil:
				if t, ok := i.own(q.obj.fn, refTo(q)); ok {
					ts = append(ts, t)
				}
			}
		}
	}
	return ts
}

// fieldOf is the first field of a struct in a path, and what is below it.
func (f *frame) fieldOf(p place) (fieldKey, []selID, bool) {
	t := p.obj.typ
	sels := p.path.list()
	for k, id := range sels {
		sel := f.a.in.sel(id)
		if u, ok := structOrNil(t); ok && sel.Kind == content.Field {
			return fieldKey{u, sel.Name}, sels[k+1:], true
		}
		t = partType(t, sel)
	}
	return fieldKey{}, nil, false
}

func (f *frame) lastState() *state {
	if f.exit != nil {
		return f.exit
	}
	return &state{}
}

// FieldContent is what any code of the package stores in the field that r
// starts with. It answers for objects that come from elsewhere.
func (a *Analysis) FieldContent(r content.Ref) *content.Content {
	k := heldKey{r.Param, r.Path.ID()}
	c := a.heldContent[k]
	if c == nil {
		c = a.fieldContent(r)
		if a.settled {
			a.heldContent[k] = c
		}
	}
	return c
}

// A heldKey is a part of a parameter.
type heldKey struct {
	param content.Param
	path  string
}

func (a *Analysis) fieldContent(r content.Ref) *content.Content {
	if len(r.Path) == 0 || r.Path[0].Kind != content.Field {
		return content.Nothing
	}
	s, ok := ssautil.Struct(r.Param.Type())
	if !ok || !holdsState(s, r) {
		return content.Nothing
	}
	ft := ssautil.FieldNamed(s, r.Path[0].Name)
	var b content.Builder
	for _, st := range a.fields.stored[fieldKey{s, r.Path[0].Name}] {
		f := st.in
		rest, format := r.Path[1:].Formatted()
		v, t := st.val, ft.Type()
		for _, sel := range rest {
			v, t = f.select1(f.lastState(), v, t, sel)
		}
		if format {
			b.Add(f.text(v, t, f.lastState()))
		} else {
			b.Add(f.content(v, t, f.lastState()))
		}
	}
	if a.tally.Of(limit.Work) > 0 {
		b.Add(content.Nothing.Widen(limit.Work)) // a function that was given up may store more
	}
	return b.Done()
}

// holdsState: a collection in a field, or any field of a method's receiver, is
// state that other code fills. The plain fields of a record that is passed
// around say nothing about those of another record of its type.
func holdsState(s *types.Struct, r content.Ref) bool {
	f := ssautil.FieldNamed(s, r.Path[0].Name)
	if f == nil {
		return false
	}
	if p, ok := r.Param.(*ssa.Parameter); ok && p.Parent().Signature.Recv() != nil && p.Parent().Params[0] == p {
		return true
	}
	return !ssautil.IsText(f.Type()) && !ssautil.IsNumber(f.Type())
}
