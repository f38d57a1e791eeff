package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// named adds v itself as an origin if the identifier that it was read from
// says that it is sensitive: a field, a parameter, a local or global
// variable, a getter.
func (a *Analysis) named(v ssa.Value, q content.Path, c *content.Content) *content.Content {
	c = a.typedSource(v, q, c)
	if !content.Bare(q) || a.excused(v) {
		return c
	}
	if f, s, ok := ssautil.FieldRead(v); ok {
		tag := a.tag(f, f.Name(), piiTag(s, f.Name()))
		if !ssautil.HoldsDatum(f.Type()) && tag == "" {
			return c
		}
		if n := a.fieldOrigin(c, f, tag, v); n != c || c.Settled() {
			return n
		}
		return a.partOrigin(c, v, f)
	}
	if c.Settled() || !ssautil.HoldsDatum(v.Type()) {
		return c
	}
	if of := ssautil.CollectionOf(v); of != nil {
		c = a.elementOrigin(c, of, v)
	}
	for _, name := range a.namesOf(v) {
		c = a.nameOrigin(c, name, v.Pos(), v.Type())
	}
	return c
}

// partOrigin: a field that says nothing by its own name may be the datum of
// what it is a part of: the String of a sql.NullString called IBAN, the
// Number of a Card.
func (a *Analysis) partOrigin(c *content.Content, v ssa.Value, f *types.Var) *content.Content {
	var of ssa.Value
	switch x := ssautil.LoadedFrom(v).(type) {
	case *ssa.FieldAddr:
		of = x.X
	case *ssa.Field:
		of = x.X
	}
	var owners []string
	if outer, within, ok := ssautil.FieldRead(of); ok {
		if tag := a.tag(outer, outer.Name(), piiTag(within, outer.Name())); tag != "" {
			return a.fieldOrigin(c, outer, tag, v)
		}
		owners = append(owners, outer.Name())
	} else {
		owners = append(a.namesOf(of), ssautil.VariableName(of)...)
	}
	if n := ssautil.Named(of.Type()); n != nil && n.Obj().Exported() && n.Obj().Pkg() == a.pkg.Pkg {
		owners = append(owners, n.Obj().Name())
	}
	for _, owner := range owners {
		if class := a.cfg.Class(owner + "." + f.Name()); class == pii.NeverSend {
			return withOrigin(c, content.Origin{Name: owner, Class: class, Pos: v.Pos()})
		}
	}
	return c
}

// elementOrigin: what a collection is called, or tagged with, is said of each
// of its elements.
func (a *Analysis) elementOrigin(c *content.Content, of, v ssa.Value) *content.Content {
	if ssautil.IsText(of.Type()) {
		return c // a letter
	}
	if f, s, ok := ssautil.FieldRead(of); ok {
		return a.fieldOrigin(c, f, a.tag(f, f.Name(), piiTag(s, f.Name())), v)
	}
	for _, name := range a.namesOf(of) {
		c = a.nameOrigin(c, name, v.Pos(), of.Type())
	}
	return c
}

// namesOf returns the identifiers that stand for v in the source.
func (a *Analysis) namesOf(v ssa.Value) []string {
	names := a.names[v]
	switch v := v.(type) {
	case *ssa.Parameter:
		names = append(slices.Clone(names), v.Name())
	case *ssa.UnOp:
		if v.Op == token.MUL {
			names = append(slices.Clone(names), ssautil.VariableName(ssautil.LoadedFrom(v))...)
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

// getter is the name of what a call yields: SSN for u.SSN(), GetSSN(u) or
// loadSSN(id). Functions that only transform (maskSSN, validateToken) have
// another verb and are judged by what flows through them.
func getter(c *ssa.CallCommon) []string {
	fn := ssautil.Callee(c)
	if fn == nil || fn.Pkg() == nil || ssautil.IsStandard(fn.Pkg().Path()) {
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
func (a *Analysis) nameOrigin(c *content.Content, name string, pos token.Pos, t types.Type) *content.Content {
	if name == "" || !ssautil.HoldsDatum(t) {
		return c
	}
	class := a.cfg.Class(name)
	if class == pii.Keep {
		return c
	}
	return withOrigin(c, content.Origin{Name: name, Class: class, Pos: pos})
}

func withOrigin(c *content.Content, o content.Origin) *content.Content {
	var b content.Builder
	b.Add(c)
	b.Mark(content.Unknown)
	b.AddOrigin(o)
	return b.Done()
}

// sliced: a slice of a text is a fragment of it, and a fragment can be of
// another class: the last four digits of a card may be shown, those of a
// social security number may not.
func (a *Analysis) sliced(v *ssa.Slice, q content.Path, at point) *content.Content {
	if !ssautil.IsText(v.X.Type()) {
		return a.eval(v.X, ssautil.Unindexed(v, q), at)
	}
	c := a.eval(v.X, q, at)
	if frag := fragment(v); frag != "" {
		return a.fragmented(c, frag)
	}
	return c
}

// fragment recognises x[len(x)-4:] and x[:6], or shorter ones.
func fragment(v *ssa.Slice) string {
	if n, ok := ssautil.Int(v.High); ok && v.Low == nil && n <= 6 {
		return "_bin"
	}
	sub, ok := v.Low.(*ssa.BinOp)
	if !ok || sub.Op != token.SUB || v.High != nil {
		return ""
	}
	if n, ok := ssautil.Int(sub.Y); !ok || n > 4 || !ssautil.IsLen(sub.X) {
		return ""
	}
	return "_last4"
}

// fragmented renames the origins of c after the fragment that is left of
// them, and drops those that are then harmless.
func (a *Analysis) fragmented(c *content.Content, frag string) *content.Content {
	var b content.Builder
	n := *c
	n.Origins, n.Refs = nil, nil
	b.Add(&n)
	for _, o := range c.Origins {
		if o.Name == "" {
			continue // recognised by its shape, which a fragment lacks
		}
		if class := a.cfg.Class(o.Name + frag); class != pii.Keep {
			o.Class = class
			b.AddOrigin(o)
		}
	}
	for _, r := range c.Refs {
		r.Fragment = frag
		b.AddRef(r)
	}
	return b.Done()
}
