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
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A naming is what the identifiers that a value is read from say of it.
type naming struct {
	origins []content.Origin // it is sensitive by these names
	tagged  bool             // somebody said so; else a known value is not what its name says
	clear   bool             // somebody said that it is harmless
	result  bool             // somebody said so of a function: what its body says does not matter
}

func (n naming) none() bool { return len(n.origins) == 0 && !n.clear }

// named is val with v itself as an origin, if the identifier that it was read
// from says that it is sensitive: a field, a parameter, a local or global
// variable, a getter.
func (f *frame) named(v ssa.Value, val *value, s *state) *value {
	val = f.withDefault(v, val)
	n, ok := f.a.namings[v]
	if !ok {
		n = f.a.namingOf(v)
		f.a.namings[v] = n
	}
	if n.none() {
		return val
	}
	if n.clear {
		c := *val.c
		c.Origins = nil
		return val.with(&c)
	}
	if !n.result && f.settled(val, v.Type(), s, n.tagged) {
		return val
	}
	c := val.c
	for _, o := range n.origins {
		c = withOrigin(c, o)
	}
	return val.with(c)
}

// settled reports whether val is known, and free of sensitive data; of what
// somebody marked, whether it is nothing at all.
func (f *frame) settled(val *value, t types.Type, s *state, tagged bool) bool {
	c := val.c
	if len(val.refs) > 0 || val.inline() {
		c = f.content(val, t, s)
	}
	return c.Settled() && (!tagged || c.Empty())
}

// namingOf finds out what names and tags say of v.
func (a *Analysis) namingOf(v ssa.Value) naming {
	if n, ok := a.namingByType(v); ok {
		return n
	}
	if a.excused(v) {
		return naming{}
	}
	if class, ok := a.source(declaredBy(v)); ok && !ssautil.SaysNothing(v.Type()) {
		n := a.classed(class, declaredBy(v).Name(), v.Pos())
		_, n.result = declaredBy(v).(*types.Func)
		return n
	}
	if fv, s, ok := ssautil.FieldRead(v); ok {
		mark := a.mark(fv, fv.Name(), structTag(s, fv.Name()))
		if !ssautil.HoldsDatum(fv.Type()) && mark.IsNone() {
			return naming{}
		}
		if n := a.namingByField(fv, mark, v.Pos()); !n.none() || !mark.IsNone() {
			if mark.IsNone() && isPostal(fv.Name()) {
				a.nameByOwner(n.origins, v)
			}
			return n
		}
		return a.namingByOwner(v, fv)
	}
	if !ssautil.HoldsDatum(v.Type()) {
		return naming{}
	}
	var n naming
	if of := ssautil.CollectionOf(v); of != nil {
		n = a.namingOfElements(of, v)
	}
	for _, name := range a.namesOf(v) {
		if !isPostal(name) || !ofDigest(v) {
			n.origins = append(n.origins, a.originNamed(name, v.Pos(), v.Type())...)
		}
	}
	return n
}

// originNamed is the origin that a name of a value of type t makes, if it is
// sensitive.
func (a *Analysis) originNamed(name string, pos token.Pos, t types.Type) []content.Origin {
	if name == "" || !ssautil.HoldsDatum(t) {
		return nil
	}
	class := a.cfg.Class(name)
	if class == pii.Keep || isDigest(t) && isPostal(name) {
		return nil
	}
	return []content.Origin{{Name: name, Class: class, Pos: pos}}
}

// isDigest reports whether t is an array of as many bytes as the addresses on a
// chain, keys and digests have. No street fits into one.
func isDigest(t types.Type) bool {
	arr, ok := ssautil.Deref(t).Underlying().(*types.Array)
	if !ok || arr.Len() < 20 {
		return false
	}
	b, ok := arr.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// ofDigest reports whether v is the text of such an array: addr.Hex().
func ofDigest(v ssa.Value) bool {
	call, ok := ssautil.Uncover(v).(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssautil.Callee(call.Common())
	return fn != nil && fn.Signature().Recv() != nil && isDigest(fn.Signature().Recv().Type())
}

func isPostal(name string) bool {
	_, category := pii.Categorize(name)
	return category == pii.PostalAddress
}

// namingByField is what the name and the tags of a field say. The tag pii
// outranks the name; of the tags of others the stricter counts.
func (a *Analysis) namingByField(f *types.Var, mark keyclass.Mark, pos token.Pos) naming {
	if mark.Allow {
		return naming{clear: true}
	}
	if mark.Class != pii.Keep && (!mark.Foreign || mark.Class > a.cfg.Class(f.Name())) {
		return naming{origins: []content.Origin{{Name: f.Name(), Class: mark.Class, Pos: pos, Marked: mark.Foreign}}, tagged: true}
	}
	if f.Pkg() != nil && ssautil.IsStandard(f.Pkg().Path()) {
		return naming{} // what the standard library calls its fields says nothing
	}
	return naming{origins: a.originNamed(f.Name(), pos, f.Type())}
}

// namingByOwner: a field that says nothing by its own name may be the datum of
// what it is a part of: the String of a sql.NullString called IBAN, the
// Number of a Card.
func (a *Analysis) namingByOwner(v ssa.Value, f *types.Var) naming {
	of := ownerOf(v)
	var owners []string
	if outer, within, ok := ssautil.FieldRead(of); ok {
		if mark := a.mark(outer, outer.Name(), structTag(within, outer.Name())); !mark.IsNone() {
			return a.namingByField(outer, mark, v.Pos())
		}
		owners = append(owners, outer.Name())
	} else {
		owners = append(a.namesOf(of), ssautil.VariableName(of)...)
	}
	if n := ssautil.Named(of.Type()); n != nil && n.Obj().Exported() && n.Obj().Pkg() == a.pkg.Pkg {
		owners = append(owners, n.Obj().Name())
	}
	for _, owner := range owners {
		if isRowKey(f.Name()) && (a.cfg.Class(owner) != pii.NeverSend || a.hasNumber(owner, of.Type())) {
			continue // the ID of a Patient, or of the row of a Passport that has a number beside it
		}
		if class := a.cfg.Class(owner + "." + f.Name()); class == pii.NeverSend {
			return naming{origins: []content.Origin{{Name: owner, Class: class, Pos: v.Pos()}}}
		}
	}
	return naming{}
}

// nameByOwner names the address of what does not live in a street after its
// owner: the Address of a Wallet is a Wallet.Address.
func (a *Analysis) nameByOwner(origins []content.Origin, v ssa.Value) {
	of := ownerOf(v)
	owners := append(a.namesOf(of), ssautil.VariableName(of)...)
	if n := ssautil.Named(of.Type()); n != nil {
		owners = append(owners, n.Obj().Name())
	}
	for _, owner := range owners {
		for i, o := range origins {
			full := owner + "." + o.Name
			if _, category := pii.Categorize(full); category == pii.Device {
				origins[i].Name, origins[i].Class = full, a.cfg.Class(full)
			}
		}
	}
}

// hasNumber reports whether a struct has the datum that it is named for in a
// field of its own, beside its ID.
func (a *Analysis) hasNumber(owner string, t types.Type) bool {
	s, ok := structOrNil(ssautil.Deref(t))
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if !isRowKey(f.Name()) && ssautil.IsText(f.Type()) && (a.cfg.Class(f.Name()) == pii.NeverSend || a.cfg.Class(owner+"."+f.Name()) == pii.NeverSend && a.cfg.Class(owner+"_"+f.Name()) == pii.NeverSend) {
			return true
		}
	}
	return false
}

// isRowKey reports whether a field of this name tells the rows of a table apart.
func isRowKey(name string) bool {
	return strings.EqualFold(name, "ID") || strings.EqualFold(name, "UUID")
}

// ownerOf is the struct, or its address, of which v reads a field.
func ownerOf(v ssa.Value) ssa.Value {
	switch x := ssautil.LoadedFrom(v).(type) {
	case *ssa.FieldAddr:
		return x.X
	case *ssa.Field:
		return x.X
	}
	return nil
}

// namingOfElements: what a collection is called, or tagged with, is said of
// each of its elements.
func (a *Analysis) namingOfElements(of, v ssa.Value) naming {
	if ssautil.IsText(of.Type()) {
		return naming{} // a letter
	}
	if f, s, ok := ssautil.FieldRead(of); ok {
		return a.namingByField(f, a.mark(f, f.Name(), structTag(s, f.Name())), v.Pos())
	}
	var n naming
	for _, name := range a.namesOf(of) {
		n.origins = append(n.origins, a.originNamed(name, v.Pos(), of.Type())...)
	}
	return n
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

// fieldOrigin adds a field itself as an origin to what it holds, if its tag or
// name says that it is sensitive.
func (a *Analysis) fieldOrigin(c *content.Content, f *types.Var, mark keyclass.Mark, pos token.Pos) *content.Content {
	if !mark.Allow && c.Settled() && (mark.IsNone() || c.Empty()) {
		return c // known, or nothing, or nothing any more
	}
	n := a.namingByField(f, mark, pos)
	if n.clear {
		d := *c
		d.Origins = nil
		return &d
	}
	for _, o := range n.origins {
		c = withOrigin(c, o)
	}
	return c
}

// withOrigin is c, which o is a name of, too. The same name in other letters
// says nothing new.
func withOrigin(c *content.Content, o content.Origin) *content.Content {
	respelled := func(x content.Origin) bool {
		return x.Name != o.Name && x.Class == o.Class && strings.EqualFold(x.Name, o.Name)
	}
	if slices.ContainsFunc(c.Origins, respelled) {
		return c
	}
	var b content.Builder
	b.Add(c)
	b.Mark(content.Unknown)
	b.AddOrigin(o)
	return b.Done()
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

// flatten turns a collection into the text that formatting it gives: all that
// was in it, and no keys.
func (a *Analysis) flatten(c *content.Content) *content.Content {
	if len(c.Children) == 0 && len(c.Refs) == 0 {
		return c
	}
	var b content.Builder
	n := *c.Head()
	n.Flags &^= content.Raw | content.Sanitized
	b.Add(&n)
	for _, r := range c.Refs {
		if _, f := r.Path.Formatted(); !f {
			r.Path = r.Path.Plus(content.Sel{Kind: content.Format})
		}
		b.AddRef(r)
	}
	for _, ch := range c.Children {
		b.Mark(content.Unknown)
		val := a.flatten(ch.Val)
		if ch.Known && !ch.Allowed && !val.Empty() {
			if class := a.cfg.Class(ch.Key); class == pii.NeverSend {
				b.AddOrigin(content.Origin{Name: ch.Key, Class: class, Pos: ch.Pos, Outer: ch.Outer, Via: ch.Via})
			}
		}
		b.Add(val)
	}
	return b.Done()
}
