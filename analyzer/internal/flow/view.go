package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/internal/relevance"
	"github.com/ciolint/ciolint/runtime/pii"
)

// wellKnown lists types whose JSON or text is that of what they wrap or are.
func wellKnown(t types.Type) bool {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() + "." + n.Obj().Name() {
	case "bytes.Buffer", "bytes.Reader", "strings.Builder", "strings.Reader", "net/url.URL", "math/big.Int",
		"net/http.Request", "net/http.Client", "net/http.Response", "sync.Map", "sync.Pool", "sync/atomic.Value", "sync/atomic.Pointer",
		"encoding/json.Encoder", "encoding/json.Decoder", "bufio.Writer", "bufio.Reader":
		return true
	}
	return false
}

// isReader reports whether t is a struct that is read from: a file, a
// connection, a decompressor. What comes out of it is not what its fields say.
func isReader(t types.Type) bool {
	if _, ok := structOf(t); !ok || wellKnown(t) {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && types.Identical(sig.Params().At(0).Type(), types.NewSlice(types.Typ[types.Byte]))
}

// hasView reports whether a value of type t is seen by its fields: a struct,
// or a collection of structs.
func hasView(t types.Type) bool {
	for range maxPath {
		switch u := deref(t).Underlying().(type) {
		case *types.Struct:
			return !wellKnown(t) && !harmless(t)
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return false
		}
	}
	return false
}

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
func (w *viewer) view(t types.Type, p Path) *Content {
	if !hasView(t) || len(p) > maxPath/2 {
		return w.own(p)
	}
	switch u := deref(t).Underlying().(type) {
	case *types.Struct:
		return w.fields(t, u, p)
	case *types.Slice:
		return w.elements(u.Elem(), p, Sel{Elem, ""})
	case *types.Array:
		return w.elements(u.Elem(), p, Sel{Elem, ""})
	case *types.Map:
		return join(w.own(p), w.elements(u.Elem(), p, Sel{AnyKey, ""}))
	}
	return w.own(p)
}

// own is what the engine knows of the part at p without its type.
func (w *viewer) own(p Path) *Content {
	if len(p) == 0 {
		return w.a.value(w.v, nil, w.at)
	}
	return w.a.eval(w.v, p, w.at)
}

func (w *viewer) elements(t types.Type, p Path, s Sel) *Content {
	val := w.view(t, p.plus(s))
	if val.Empty() {
		return nothing
	}
	ch := &Child{Elem: s.Kind == Elem, Val: val, Pos: w.v.Pos()}
	own := w.own(p)
	return &Content{Refs: own.Refs, Flags: own.Flags & (Sanitized | Opaque | Unknown), Children: []*Child{ch}}
}

func (w *viewer) fields(t types.Type, s *types.Struct, p Path) *Content {
	if c, ok := w.v.(*ssa.Const); ok && c.Value == nil {
		return nothing
	}
	if customMarshal(t) {
		return opaque()
	}
	if n := namedOf(t); n != nil {
		if slices.Contains(w.seen, n) {
			return nothing
		}
		w.seen = append(w.seen, n)
		defer func() { w.seen = w.seen[:len(w.seen)-1] }()
	}
	var b builder
	own := w.own(p)
	b.add(&Content{Refs: own.Refs, Flags: own.Flags & Sanitized})
	for _, f := range w.a.jsonFields(s) {
		f.path = p.plus(f.path...)
		if w.left--; w.left < 0 {
			b.add(opaque())
			break
		}
		if val := w.field(f); !val.Empty() {
			b.addChild(&Child{Key: f.name, Known: true, Allowed: f.tag == "allow", stripped: f.tag == "never" || f.tag == "hash", Val: val, Pos: w.a.written(w.v, f.path, nil)})
		}
	}
	return b.done()
}

func (w *viewer) field(f jsonField) *Content {
	if harmless(f.v.Type()) {
		return nothing
	}
	return w.a.fieldOrigin(w.view(f.v.Type(), f.path), f.v, f.tag, w.v)
}

// formatView is the struct v as fmt prints it: every field, and no name.
func (a *Analysis) formatView(v ssa.Value, s *types.Struct, at point) *Content {
	var b builder
	for i := range s.NumFields() {
		f := s.Field(i)
		if harmless(f.Type()) || namedOf(f.Type()) != nil && namedOf(f.Type()) == namedOf(v.Type()) {
			continue
		}
		p := Path{{Field, f.Name()}}
		c := a.flatten(a.eval(v, p.plus(Sel{Format, ""}), at))
		b.add(a.fieldOrigin(c, f, a.tag(f, f.Name(), piiTag(s, f.Name())), v))
	}
	return b.done()
}

// jsonSelect answers for a key of the JSON form of the struct v.
func (a *Analysis) jsonSelect(v ssa.Value, s *types.Struct, q Path, at point) *Content {
	var b builder
	for _, f := range a.jsonFields(s) {
		if q[0].Kind == Key && f.name != q[0].Name {
			continue
		}
		c := a.eval(v, f.path.plus(q[1:]...), at)
		if bare(q[1:]) {
			c = a.fieldOrigin(c, f.v, f.tag, v)
		}
		b.add(c)
	}
	return b.done()
}

// keyPath turns the field selectors of p, seen from a value of type t, into
// the JSON keys of the fields.
func (a *Analysis) keyPath(t types.Type, p Path) Path {
	var out Path
	for i, sel := range p {
		if sel.Kind != Field {
			return append(out, p[i:]...)
		}
		s, ok := structOf(t)
		if !ok {
			return append(out, p[i:]...)
		}
		f := fieldNamed(s, sel.Name)
		if f == nil {
			return append(out, p[i:]...)
		}
		for _, jf := range a.jsonFields(s) {
			if jf.v == f {
				out = append(out, Sel{Key, jf.name})
			}
		}
		t = f.Type()
	}
	return out
}

// fieldOrigin adds the field itself as an origin if its tag or name says
// that it is sensitive.
func (a *Analysis) fieldOrigin(c *Content, f *types.Var, tag string, from ssa.Value) *Content {
	if tag != "allow" && c.settled() && c.Empty() {
		return c // nothing, or nothing any more
	}
	switch tag {
	case "allow":
		n := *c
		n.Origins = nil
		return &n
	case "never":
		return withOrigin(c, Origin{Name: f.Name(), Class: pii.NeverSend, Pos: from.Pos()})
	case "hash":
		return withOrigin(c, Origin{Name: f.Name(), Class: pii.Hash, Pos: from.Pos()})
	}
	if c.settled() || f.Pkg() != nil && relevance.IsStandard(f.Pkg().Path()) {
		return c // what the standard library calls its fields says nothing
	}
	return a.nameOrigin(c, f.Name(), from.Pos(), f.Type())
}
