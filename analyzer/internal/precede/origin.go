package precede

import (
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// origin returns where the part of v at p comes from, through variables that
// are set once. Keys of JSON stand for the fields of a struct.
func (a *Analysis) origin(v ssa.Value, p content.Path) Subject {
	t := &tracer{core: a.core, tally: a.tally, active: map[placeID]bool{}, known: map[placeID]Subject{}}
	s := t.value(v, p, false)
	if len(s) == 0 && t.cycles > 0 {
		return unknown
	}
	return s
}

// A tracer follows one value to its origin.
type tracer struct {
	core   Core
	tally  *limit.Tally
	active map[placeID]bool // the places on the way: variables may be set to one another
	known  map[placeID]Subject
	cycles int // how often the way came back to one of these, which adds nothing to it
}

type placeID struct {
	root    ssa.Value
	path    string
	widened bool
}

// value is where the part of v at q comes from. If widened is set, q was cut
// short.
func (t *tracer) value(v ssa.Value, q content.Path, widened bool) Subject {
	if k, ok := ssautil.Text(v); ok {
		return Subject{{text: k}}
	}
	q = t.core.JSONPath(ssautil.Inside(v).Type(), q)
	var out Subject
	for _, place := range t.core.Places(v) {
		p, widened := place.Path.Plus(q...), widened
		if len(p) > limit.Path.Max {
			t.tally.Reached(limit.Path)
			p, widened = p[:limit.Path.Max], true
		}
		out = append(out, t.place(place.Root, p, widened)...)
	}
	return out
}

func (t *tracer) values(vs []ssa.Value, widened bool) Subject {
	var out Subject
	for _, v := range vs {
		out = append(out, t.value(v, nil, widened)...)
	}
	return out
}

// place is where a place comes from: itself, if it is not a copy.
func (t *tracer) place(root ssa.Value, p content.Path, widened bool) Subject {
	id := placeID{root, p.ID(), widened}
	if s, ok := t.known[id]; ok {
		return s
	}
	if t.active[id] {
		t.cycles++
		return nil
	}
	t.active[id] = true
	before := t.cycles
	s, ok := t.copied(root, p, widened)
	if !ok {
		s = Subject{{root: root, path: p, widened: widened}}
	}
	delete(t.active, id)
	if t.cycles == before { // else it may lack what a place on the way adds
		t.known[id] = s
	}
	return s
}

// copied is where a place comes from that is a copy of others, false if it is
// none.
func (t *tracer) copied(root ssa.Value, p content.Path, widened bool) (Subject, bool) {
	var s Subject
	switch x := root.(type) {
	case *ssa.Alloc:
		if v, rest, ok := ssautil.SetOnce(x, p); ok {
			s = t.value(v, rest, widened)
		} else if len(p) == 0 {
			s = t.values(ssautil.FieldsSet(x), widened)
		}
	case *ssa.MakeMap:
		s = t.entries(x, p, widened)
	case *ssa.Call:
		return t.result(x, p, widened)
	}
	return s, len(s) > 0
}

// result is where the part at p of what a call returns comes from.
func (t *tracer) result(call *ssa.Call, p content.Path, widened bool) (Subject, bool) {
	if s := t.appended(call, p, widened); len(s) > 0 {
		return s, true
	}
	fn, args := ssautil.Callee(call.Common()), ssautil.Args(call.Common())
	switch {
	case fn == nil:
	case text.Transforms(fn) || strings.HasPrefix(fn.FullName(), "net/url."):
		var out Subject
		for _, arg := range args {
			if _, constant := ssautil.Text(arg); !constant {
				out = append(out, t.value(arg, nil, widened)...)
			}
		}
		return out, true
	case len(args) == 1 && fn.Signature().Recv() != nil: // u.GetID() is a part of u
		return t.value(args[0], content.Path{{Kind: content.Field, Name: fn.Name()}}.Plus(p...), widened), true
	}
	return nil, false
}

// entries is where the part at p of a map comes from; all entries if p does
// not tell.
func (t *tracer) entries(m *ssa.MakeMap, p content.Path, widened bool) Subject {
	var out Subject
	for _, ref := range *m.Referrers() {
		up, ok := ref.(*ssa.MapUpdate)
		if !ok || up.Map != ssa.Value(m) {
			continue
		}
		key, known := ssautil.Text(up.Key)
		switch {
		case len(p) == 0:
			out = append(out, t.value(up.Value, nil, widened)...)
		case p[0].Kind == content.AnyKey || p[0].Kind == content.Key && (!known || key == p[0].Name):
			out = append(out, t.value(up.Value, p[1:], widened)...)
		}
	}
	return out
}

// appended is where the elements come from that a call appends to a list.
func (t *tracer) appended(call *ssa.Call, p content.Path, widened bool) Subject {
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "append" || len(p) == 0 || p[0].Kind != content.Elem {
		return nil
	}
	var out Subject
	for _, el := range ssautil.Elements(call.Call.Args[1]) {
		for _, x := range t.value(el, p[1:], widened) {
			x.via = call
			out = append(out, x)
		}
	}
	list := call.Call.Args[0]
	if _, ok := list.(*ssa.Phi); ok || ssautil.IsNil(list) {
		return out // what earlier iterations appended, or nothing
	}
	return append(out, t.value(list, p, widened)...)
}
