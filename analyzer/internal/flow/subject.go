package flow

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A Subject is whom a call is about, by the values that the identifier is
// made of. It tells whether two calls are about the same one, not who it is.
// A nil Subject is somebody unknown.
type Subject []trace

// A trace is a value, or a constant text if root is nil, and a part of it.
type trace struct {
	root ssa.Value
	text string
	path content.Path
	via  ssa.Instruction // puts it on the list that it was taken from
}

// SubjectOf returns whom the identifier v names: prefixes, escapes and
// conversions do not matter.
func (a *Analysis) SubjectOf(v ssa.Value) Subject {
	if !ssautil.IsText(v.Type()) {
		return a.places(v, nil, 0)
	}
	return a.subjectOf(a.text(v, nil, 0))
}

// SubjectIn is SubjectOf for a field of the struct v.
func (a *Analysis) SubjectIn(v ssa.Value, field string) Subject {
	return a.places(v, content.Path{{Kind: content.Field, Name: field}}, 0)
}

// subjectOf returns whom a text names by its parts that are not constant; if
// there are none, by its segments, of which one is the name in a URL.
func (a *Analysis) subjectOf(ps []piece) Subject {
	var out Subject
	for _, v := range valuesOf(ps) {
		out = append(out, a.places(v, nil, 0)...)
	}
	if len(out) > 0 {
		return out
	}
	for segment := range strings.SplitSeq(shape(ps), "/") {
		out = append(out, trace{text: segment})
	}
	return out
}

// places returns where the part of v at q comes from, through variables that
// are set once. Keys of JSON stand for the fields of a struct.
func (a *Analysis) places(v ssa.Value, q content.Path, deep int) Subject {
	if deep > maxPath {
		return nil
	}
	if k, ok := ssautil.Text(v); ok {
		return Subject{{text: k}}
	}
	q = a.fieldsOf(ssautil.Inside(v).Type(), q)
	var out Subject
	for _, l := range a.locate(v) {
		p := l.path.Plus(q...)
		// Of a recursion over a tree, all that is deep down is one.
		out = append(out, a.origin(l.root, p[:min(len(p), maxPath)], deep+1)...)
	}
	return out
}

// fieldsOf translates the keys that JSON has for fields of t, and of structs
// in it, as far as types tell.
func (a *Analysis) fieldsOf(t types.Type, q content.Path) content.Path {
	if len(q) == 0 || q[0].Kind != content.Key {
		return q
	}
	switch u := ssautil.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range a.jsonFields(u) {
			if f.name == q[0].Name {
				return f.path.Plus(a.fieldsOf(f.v.Type(), q[1:])...)
			}
		}
	case *types.Map:
		return content.Path{q[0]}.Plus(a.fieldsOf(u.Elem(), q[1:])...)
	}
	return q
}

// origin follows a place to the one that it is a copy of.
func (a *Analysis) origin(root ssa.Value, p content.Path, deep int) Subject {
	switch x := root.(type) {
	case *ssa.Alloc:
		if v, rest, ok := a.setOnce(x, p); ok {
			if s := a.places(v, rest, deep); len(s) > 0 {
				return s
			}
		} else if len(p) == 0 {
			if s := a.allPlaces(ssautil.FieldsSet(x), deep); len(s) > 0 {
				return s
			}
		}
	case *ssa.MakeMap:
		if s := a.entryPlaces(x, p, deep); len(s) > 0 {
			return s
		}
	case *ssa.Call:
		if s := a.appended(x, p, deep); len(s) > 0 {
			return s
		}
		fn, args := ssautil.Callee(x.Common()), ssautil.Args(x.Common())
		switch {
		case fn == nil:
		case transformsText(fn) || strings.HasPrefix(fn.FullName(), "net/url."):
			var out Subject
			for _, arg := range args {
				if _, constant := ssautil.Text(arg); !constant {
					out = append(out, a.places(arg, nil, deep)...)
				}
			}
			return out
		case len(args) == 1 && fn.Signature().Recv() != nil: // u.GetID() is a part of u
			return a.places(args[0], content.Path{{Kind: content.Field, Name: fn.Name()}}.Plus(p...), deep)
		}
	}
	return Subject{{root: root, path: p}}
}

// entryPlaces is where the part at p of a map comes from; all entries if p does not
// tell.
func (a *Analysis) entryPlaces(m *ssa.MakeMap, p content.Path, deep int) Subject {
	var out Subject
	for _, ref := range *m.Referrers() {
		up, ok := ref.(*ssa.MapUpdate)
		if !ok || up.Map != ssa.Value(m) {
			continue
		}
		key, known := ssautil.Text(up.Key)
		switch {
		case len(p) == 0:
			out = append(out, a.places(up.Value, nil, deep)...)
		case p[0].Kind == content.AnyKey || p[0].Kind == content.Key && (!known || key == p[0].Name):
			out = append(out, a.places(up.Value, p[1:], deep)...)
		}
	}
	return out
}

// appended is where the elements come from that a call appends to a list.
func (a *Analysis) appended(call *ssa.Call, p content.Path, deep int) Subject {
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "append" || len(p) == 0 || p[0].Kind != content.Elem {
		return nil
	}
	var out Subject
	for _, el := range ssautil.Elements(call.Call.Args[1]) {
		for _, t := range a.places(el, p[1:], deep) {
			t.via = call
			out = append(out, t)
		}
	}
	return append(out, a.placesAt(call.Call.Args[0], p, deep)...)
}

// placesAt is places for what has elements already.
func (a *Analysis) placesAt(list ssa.Value, p content.Path, deep int) Subject {
	if _, ok := list.(*ssa.Phi); ok || deep > maxPath {
		return nil // what earlier rounds appended, or nothing
	}
	if k, ok := list.(*ssa.Const); ok && k.IsNil() {
		return nil
	}
	return a.places(list, p, deep)
}

// listed returns the instructions of fn that put s on a list.
func (s Subject) listed(fn *ssa.Function) []ssa.Instruction {
	var out []ssa.Instruction
	for _, t := range s {
		if t.via != nil && t.via.Parent() == fn {
			out = append(out, t.via)
		}
	}
	return out
}

// allPlaces joins the places of several values.
func (a *Analysis) allPlaces(vs []ssa.Value, deep int) Subject {
	var out Subject
	for _, v := range vs {
		out = append(out, a.places(v, nil, deep)...)
	}
	return out
}

// setOnce returns the value of the variable's part at p, and the rest of the
// path in it, if one assignment makes it.
func (a *Analysis) setOnce(x *ssa.Alloc, p content.Path) (v ssa.Value, rest content.Path, ok bool) {
	n := 0
	var visit func(addr ssa.Value, q content.Path)
	visit = func(addr ssa.Value, q content.Path) {
		for _, ref := range *addr.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == addr {
					v, rest = ref.Val, q
					n++
				}
			case *ssa.FieldAddr:
				if len(q) > 0 && fieldSel(addr.Type(), ref.Field) == q[0] {
					visit(ref, q[1:])
				}
			}
		}
	}
	visit(x, p)
	return v, rest, n == 1
}

// same reports whether s and t are about the same one: all that one of them
// is made of belongs to the other. Nobody known may be anybody.
func (s Subject) same(t Subject) bool {
	return s == nil || t == nil || s.within(t) || t.within(s)
}

func (s Subject) within(t Subject) bool {
	for _, p := range s {
		if !slices.ContainsFunc(t, p.overlaps) {
			return false
		}
	}
	return true
}

// overlaps: one is the other, or a part of it.
func (p trace) overlaps(q trace) bool {
	return p.root == q.root && p.text == q.text && (p.path.HasPrefix(q.path) || q.path.HasPrefix(p.path))
}

// params reports whether s depends on a parameter of fn.
func (s Subject) params(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(p trace) bool { x, ok := p.root.(*ssa.Parameter); return ok && x.Parent() == fn })
}

// local reports whether s is known only in fn: it depends on a value that is
// computed there.
func (s Subject) local(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(p trace) bool {
		in, ok := p.root.(ssa.Instruction)
		return ok && in.Parent() == fn
	})
}

// seenFrom is s with the arguments of a call in place of the parameters of fn.
func (s Subject) seenFrom(a *Analysis, call ssa.CallInstruction, fn *ssa.Function) Subject {
	var out Subject
	for _, p := range s {
		x, ok := p.root.(*ssa.Parameter)
		if !ok || x.Parent() != fn {
			out = append(out, p)
		} else if arg := ssautil.ArgFor(call.Common(), x); arg != nil && len(p.path) == 0 {
			out = append(out, a.SubjectOf(arg)...)
		} else if arg != nil {
			out = append(out, a.places(arg, p.path, 0)...)
		}
	}
	return out
}

// element reports whether s is one of many, in a loop around in: an element
// of a collection, or a value computed in the loop.
func (a *Analysis) element(s Subject, in ssa.Instruction) bool {
	return slices.ContainsFunc(s, func(p trace) bool {
		if slices.ContainsFunc(p.path, func(x content.Sel) bool { return x.Kind != content.Field && x.Kind != content.Key }) {
			return true
		}
		at, ok := p.root.(ssa.Instruction)
		return ok && at.Parent() == in.Parent() && a.graph.SameLoop(at.Block(), in.Block())
	})
}
