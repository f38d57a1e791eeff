package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// maxFields bounds the fields that one struct is seen by, nested ones
// included. Payload structs have tens; what has more is opaque beyond.
const maxFields = 400

// A viewer looks at a value the way encoding/json does.
type viewer struct {
	a    *Analysis
	v    ssa.Value
	at   point
	seen []*types.Named // struct types on the way, for recursive types
	left int            // fields that may still be looked at
}

// view is the part of v at path p, of type t, as encoding/json writes it.
func (w *viewer) view(t types.Type, p content.Path) *content.Content {
	if !ssautil.HasFields(t) || len(p) > maxPath/2 {
		return w.own(p)
	}
	switch u := ssautil.Deref(t).Underlying().(type) {
	case *types.Struct:
		return w.fields(t, u, p)
	case *types.Slice:
		return w.elements(u.Elem(), p, content.Sel{Kind: content.Elem})
	case *types.Array:
		return w.elements(u.Elem(), p, content.Sel{Kind: content.Elem})
	case *types.Map:
		return content.Join(w.own(p), w.elements(u.Elem(), p, content.Sel{Kind: content.AnyKey}))
	}
	return w.own(p)
}

// own is what the engine knows of the part at p without its type.
func (w *viewer) own(p content.Path) *content.Content {
	if len(p) == 0 {
		return w.a.value(w.v, nil, w.at)
	}
	return w.a.eval(w.v, p, w.at)
}

func (w *viewer) elements(t types.Type, p content.Path, s content.Sel) *content.Content {
	val := w.view(t, p.Plus(s))
	if val.Empty() {
		return content.Nothing
	}
	ch := &content.Child{Elem: s.Kind == content.Elem, Val: val, Pos: w.v.Pos()}
	own := w.own(p)
	return &content.Content{Refs: own.Refs, Flags: own.Flags & (content.Sanitized | content.Opaque | content.Unknown), Children: []*content.Child{ch}}
}

func (w *viewer) fields(t types.Type, s *types.Struct, p content.Path) *content.Content {
	if c, ok := w.v.(*ssa.Const); ok && c.Value == nil {
		return content.Nothing
	}
	if ssautil.MarshalsItself(t) {
		return content.Anything()
	}
	if n := ssautil.Named(t); n != nil {
		if slices.Contains(w.seen, n) {
			return content.Nothing
		}
		w.seen = append(w.seen, n)
		defer func() { w.seen = w.seen[:len(w.seen)-1] }()
	}
	var b content.Builder
	own := w.own(p)
	b.Add(&content.Content{Refs: own.Refs, Flags: own.Flags & content.Sanitized})
	for _, f := range w.a.jsonFields(s) {
		f.path = p.Plus(f.path...)
		if w.left--; w.left < 0 {
			b.Add(content.Anything())
			break
		}
		if val := w.field(f); !val.Empty() {
			b.AddChild(&content.Child{Key: f.name, Known: true, Allowed: f.tag == "allow", Stripped: f.tag == "never" || f.tag == "hash", Val: val, Pos: w.a.written(w.v, f.path, nil)})
		}
	}
	return b.Done()
}

func (w *viewer) field(f jsonField) *content.Content {
	if ssautil.SaysNothing(f.v.Type()) {
		return content.Nothing
	}
	return w.a.fieldOrigin(w.view(f.v.Type(), f.path), f.v, f.tag, w.v)
}

// formatView is the struct v as fmt prints it: every field, and no name.
func (a *Analysis) formatView(v ssa.Value, s *types.Struct, at point) *content.Content {
	var b content.Builder
	for i := range s.NumFields() {
		f := s.Field(i)
		if ssautil.SaysNothing(f.Type()) || ssautil.Named(f.Type()) != nil && ssautil.Named(f.Type()) == ssautil.Named(v.Type()) {
			continue
		}
		p := content.Path{{Kind: content.Field, Name: f.Name()}}
		c := a.flatten(a.eval(v, p.Plus(content.Sel{Kind: content.Format}), at))
		b.Add(a.fieldOrigin(c, f, a.tag(f, f.Name(), piiTag(s, f.Name())), v))
	}
	return b.Done()
}

// jsonSelect answers for a key of the JSON form of the struct v.
func (a *Analysis) jsonSelect(v ssa.Value, s *types.Struct, q content.Path, at point) *content.Content {
	var b content.Builder
	for _, f := range a.jsonFields(s) {
		if q[0].Kind == content.Key && f.name != q[0].Name {
			continue
		}
		c := a.eval(v, f.path.Plus(q[1:]...), at)
		if content.Bare(q[1:]) {
			c = a.fieldOrigin(c, f.v, f.tag, v)
		}
		b.Add(c)
	}
	return b.Done()
}

// keyPath turns the field selectors of p, seen from a value of type t, into
// the JSON keys of the fields.
func (a *Analysis) keyPath(t types.Type, p content.Path) content.Path {
	var out content.Path
	for i, sel := range p {
		if sel.Kind != content.Field {
			return append(out, p[i:]...)
		}
		s, ok := ssautil.Struct(t)
		if !ok {
			return append(out, p[i:]...)
		}
		f := ssautil.FieldNamed(s, sel.Name)
		if f == nil {
			return append(out, p[i:]...)
		}
		for _, jf := range a.jsonFields(s) {
			if jf.v == f {
				out = append(out, content.Sel{Kind: content.Key, Name: jf.name})
			}
		}
		t = f.Type()
	}
	return out
}

// fieldOrigin adds the field itself as an origin if its tag or name says
// that it is sensitive.
func (a *Analysis) fieldOrigin(c *content.Content, f *types.Var, tag string, from ssa.Value) *content.Content {
	if tag != "allow" && c.Settled() && c.Empty() {
		return c // nothing, or nothing any more
	}
	switch tag {
	case "allow":
		n := *c
		n.Origins = nil
		return &n
	case "never":
		return withOrigin(c, content.Origin{Name: f.Name(), Class: pii.NeverSend, Pos: from.Pos()})
	case "hash":
		return withOrigin(c, content.Origin{Name: f.Name(), Class: pii.Hash, Pos: from.Pos()})
	}
	if c.Settled() || f.Pkg() != nil && ssautil.IsStandard(f.Pkg().Path()) {
		return c // what the standard library calls its fields says nothing
	}
	return a.nameOrigin(c, f.Name(), from.Pos(), f.Type())
}
