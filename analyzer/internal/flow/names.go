package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/internal/relevance"
	"github.com/ciolint/ciolint/runtime/pii"
)

// named adds v itself as an origin if the identifier that it was read from
// says that it is sensitive: a field, a parameter, a local or global
// variable, a getter.
func (a *Analysis) named(v ssa.Value, q Path, c *Content) *Content {
	c = a.typedSource(v, q, c)
	if !bare(q) || a.excused(v) {
		return c
	}
	if f, s, ok := fieldRead(v); ok {
		tag := a.tag(f, f.Name(), piiTag(s, f.Name()))
		if !holdsDatum(f.Type()) && tag == "" {
			return c
		}
		if n := a.fieldOrigin(c, f, tag, v); n != c || c.settled() {
			return n
		}
		return a.partOrigin(c, v, f)
	}
	if c.settled() || !holdsDatum(v.Type()) {
		return c
	}
	if of := collectionOf(v); of != nil {
		c = a.elementOrigin(c, of, v)
	}
	for _, name := range a.namesOf(v) {
		c = a.nameOrigin(c, name, v.Pos(), v.Type())
	}
	return c
}

// fieldRead returns the field that v reads.
func fieldRead(v ssa.Value) (*types.Var, *types.Struct, bool) {
	v = loaded(v)
	switch v := v.(type) {
	case *ssa.FieldAddr:
		s, _ := structOf(v.X.Type())
		return s.Field(v.Field), s, true
	case *ssa.Field:
		s, _ := structOf(v.X.Type())
		return s.Field(v.Field), s, true
	}
	return nil, nil, false
}

// partOrigin: a field that says nothing by its own name may be the datum of
// what it is a part of: the String of a sql.NullString called IBAN, the
// Number of a Card.
func (a *Analysis) partOrigin(c *Content, v ssa.Value, f *types.Var) *Content {
	var of ssa.Value
	switch x := loaded(v).(type) {
	case *ssa.FieldAddr:
		of = x.X
	case *ssa.Field:
		of = x.X
	}
	var owners []string
	if outer, within, ok := fieldRead(of); ok {
		if tag := a.tag(outer, outer.Name(), piiTag(within, outer.Name())); tag != "" {
			return a.fieldOrigin(c, outer, tag, v)
		}
		owners = append(owners, outer.Name())
	} else {
		owners = append(a.namesOf(of), variable(of)...)
	}
	if n := namedOf(of.Type()); n != nil && n.Obj().Exported() && n.Obj().Pkg() == a.pkg.Pkg {
		owners = append(owners, n.Obj().Name())
	}
	for _, owner := range owners {
		if class := a.cfg.Class(owner + "." + f.Name()); class == pii.NeverSend {
			return withOrigin(c, Origin{Name: owner, Class: class, Pos: v.Pos()})
		}
	}
	return c
}

// collectionOf returns the list or map that v is an element of, nil if it is none.
func collectionOf(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.UnOp:
		if at, ok := x.X.(*ssa.IndexAddr); ok && x.Op == token.MUL {
			return uncovered(at.X)
		}
	case *ssa.Index:
		return uncovered(x.X)
	case *ssa.Lookup:
		return uncovered(x.X)
	case *ssa.Extract:
		switch t := x.Tuple.(type) {
		case *ssa.Lookup:
			return uncovered(t.X)
		case *ssa.Next:
			if rng, ok := t.Iter.(*ssa.Range); ok && x.Index == 2 && !t.IsString {
				return uncovered(rng.X)
			}
		}
	}
	return nil
}

func uncovered(v ssa.Value) ssa.Value {
	for unwrapped(v) != nil {
		v = unwrapped(v)
	}
	return v
}

// elementOrigin: what a collection is called, or tagged with, is said of each
// of its elements.
func (a *Analysis) elementOrigin(c *Content, of, v ssa.Value) *Content {
	if isText(of.Type()) {
		return c // a letter
	}
	if f, s, ok := fieldRead(of); ok {
		return a.fieldOrigin(c, f, a.tag(f, f.Name(), piiTag(s, f.Name())), v)
	}
	for _, name := range a.namesOf(of) {
		c = a.nameOrigin(c, name, v.Pos(), of.Type())
	}
	return c
}

// loaded returns the address that v was loaded from, through pointers.
func loaded(v ssa.Value) ssa.Value {
	for range 3 {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			break
		}
		v = load.X
	}
	return v
}

// namesOf returns the identifiers that stand for v in the source.
func (a *Analysis) namesOf(v ssa.Value) []string {
	names := a.names[v]
	switch v := v.(type) {
	case *ssa.Parameter:
		names = append(slices.Clone(names), v.Name())
	case *ssa.UnOp:
		if v.Op == token.MUL {
			names = append(slices.Clone(names), variable(loaded(v))...)
		}
	case *ssa.Call:
		names = append(slices.Clone(names), getter(v.Common())...)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && v.Index == 0 {
			names = append(slices.Clone(names), getter(call.Common())...)
		}
	}
	return names
}

// variable is the name of the variable at addr.
func variable(addr ssa.Value) []string {
	switch v := addr.(type) {
	case *ssa.Alloc:
		return []string{v.Comment}
	case *ssa.FreeVar:
		return []string{v.Name()}
	case *ssa.Global:
		return []string{v.Name()}
	}
	return nil
}

// getter is the name of what a call yields: SSN for u.SSN(), GetSSN(u) or
// loadSSN(id). Functions that only transform (maskSSN, validateToken) have
// another verb and are judged by what flows through them.
func getter(c *ssa.CallCommon) []string {
	fn := calleeFunc(c)
	if fn == nil || fn.Pkg() == nil || relevance.IsStandard(fn.Pkg().Path()) {
		return nil
	}
	name := fn.Name()
	for _, verb := range []string{"Get", "get", "Fetch", "fetch", "Load", "load", "Read", "read", "Find", "find", "Lookup", "lookup", "Current", "current", "Must", "must"} {
		if rest, ok := strings.CutPrefix(name, verb); ok && startsUpper(rest) {
			return []string{rest}
		}
	}
	if fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0 {
		return []string{name}
	}
	return nil
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// nameOrigin adds an origin called name to c if that name is sensitive.
func (a *Analysis) nameOrigin(c *Content, name string, pos token.Pos, t types.Type) *Content {
	if name == "" || !holdsDatum(t) {
		return c
	}
	class := a.cfg.Class(name)
	if class == pii.Keep {
		return c
	}
	return withOrigin(c, Origin{Name: name, Class: class, Pos: pos})
}

func withOrigin(c *Content, o Origin) *Content {
	var b builder
	b.add(c)
	b.c.Flags |= Unknown
	b.addOrigin(o)
	return b.done()
}

// sliced: a slice of a text is a fragment of it, and a fragment can be of
// another class: the last four digits of a card may be shown, those of a
// social security number may not.
func (a *Analysis) sliced(v *ssa.Slice, q Path, at point) *Content {
	if !isText(v.X.Type()) {
		return a.eval(v.X, unindexed(v, q), at)
	}
	c := a.eval(v.X, q, at)
	if frag := fragment(v); frag != "" {
		return a.fragmented(c, frag)
	}
	return c
}

// unindexed gives up the constant index of an element if the slice starts
// somewhere else than its array.
func unindexed(v *ssa.Slice, q Path) Path {
	if v.Low == nil || len(q) == 0 || q[0].Kind != Elem {
		return q
	}
	return Path{{Elem, ""}}.plus(q[1:]...)
}

// fragment recognises x[len(x)-4:] and x[:6], or shorter ones.
func fragment(v *ssa.Slice) string {
	if n, ok := intConst(v.High); ok && v.Low == nil && n <= 6 {
		return "_bin"
	}
	sub, ok := v.Low.(*ssa.BinOp)
	if !ok || sub.Op != token.SUB || v.High != nil {
		return ""
	}
	if n, ok := intConst(sub.Y); !ok || n > 4 || !isLen(sub.X) {
		return ""
	}
	return "_last4"
}

func isLen(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

func intConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || !isNumber(c.Type()) {
		return 0, false
	}
	return c.Int64(), true
}

// fragmented renames the origins of c after the fragment that is left of
// them, and drops those that are then harmless.
func (a *Analysis) fragmented(c *Content, frag string) *Content {
	var b builder
	n := *c
	n.Origins, n.Refs = nil, nil
	b.add(&n)
	for _, o := range c.Origins {
		if o.Name == "" {
			continue // recognised by its shape, which a fragment lacks
		}
		if class := a.cfg.Class(o.Name + frag); class != pii.Keep {
			o.Class = class
			b.addOrigin(o)
		}
	}
	for _, r := range c.Refs {
		r.fragment = frag
		b.addRef(r)
	}
	return b.done()
}
