package flow

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A substitution puts the arguments of a call in for the parameters that a
// content depends on.
type substitution struct {
	i    *instance
	mark bool  // mark what is not substituted as judged already
	pair *pair // the element of a list of pairs that is looked at
	seq  *sequence
	// stored: there is no call; only what the package stores in fields is known.
	stored bool
	// given, if there is one, says what is passed.
	given func(content.Ref) *content.Content
}

func (i *instance) substitution(mark bool) *substitution { return &substitution{i: i, mark: mark} }

// touches reports whether c depends on a parameter of the callee.
func (s *substitution) touches(c *content.Content) bool {
	found := false
	walkRefs(c, func(r content.Ref) { found = found || s.i.binds(r.Param) })
	return found
}

func (s *substitution) content(c *content.Content) *content.Content {
	s.i.f.a.charge(c.Size())
	if !s.mark && !s.touches(c) {
		return c
	}
	var b content.Builder
	n := c.Head()
	if s.mark {
		n.Origins, n.Consts = markOrigins(c.Origins), markConsts(c.Consts)
		n.Flags &^= content.Raw | content.Opaque | content.Handed
	}
	b.Add(n)
	for _, ch := range c.Children {
		for _, x := range s.child(ch) {
			if s.mark {
				x = s.handed(ch, x, &b)
			}
			b.AddChild(x)
		}
	}
	for _, r := range c.Refs {
		if s.i.binds(r.Param) {
			b.Add(s.ref(r))
		} else if !s.mark || !isPortValue(r) { // else it was judged nearer to the sink
			b.AddRef(r)
		}
	}
	return b.Done()
}

// handed is x, which the call makes of the entry ch, with a note if the call
// passes its key, or a collection that is its value.
func (s *substitution) handed(ch, x *content.Child, b *content.Builder) *content.Child {
	isPassed := func(r content.Ref) bool { return s.i.binds(r.Param) }
	switch {
	case slices.ContainsFunc(ch.Val.Refs, func(r content.Ref) bool { return isPassed(r) && Collection(r) }):
		n, v := *x, *x.Val
		v.Flags |= content.Handed
		n.Val, x = &v, &n
	case x.Val.Flags&content.Handed == 0 && !slices.ContainsFunc(ch.KeyRefs, isPassed):
		return x
	}
	b.Mark(content.Handed)
	return x
}

func markOrigins(os []content.Origin) []content.Origin {
	out := slices.Clone(os)
	for i := range out {
		out[i].Outer = true
	}
	return out
}

func markConsts(ks []content.Const) []content.Const {
	out := slices.Clone(ks)
	for i := range out {
		out[i].Outer = true
	}
	return out
}

// ref is what the argument for the parameter of r holds.
func (s *substitution) ref(r content.Ref) *content.Content {
	r = s.pair.apply(r)
	c := s.argument(r)
	for _, f := range r.Filters {
		c = c.Filter(f)
	}
	if len(r.Gone) > 0 {
		c = c.Without(setOf(r.Gone))
	}
	for _, k := range r.Less {
		c = s.lessen(c, k)
	}
	if r.Derived {
		c = c.Derive()
	}
	if r.Fragment != "" {
		c = s.i.f.a.fragmented(c, r.Fragment)
	}
	if r.Sanitizer != content.NotSanitizer {
		c = s.i.f.a.sanitized(c, r.Sanitizer, under(r.Key))
	}
	return content.PassedAt(c, s.argPos(r, token.NoPos))
}

// lessen is c without the entries under the keys that k stands for.
func (s *substitution) lessen(c *content.Content, k content.Ref) *content.Content {
	if !s.i.binds(k.Param) {
		return c.Lessen([]content.Ref{k})
	}
	got := s.ref(k)
	if keys, all := got.Keys(); all {
		return c.Without(setOf(keys))
	}
	if len(got.Consts) == 0 && got.Flags&content.Opaque == 0 {
		return c.Lessen(got.Refs)
	}
	return c
}

func setOf(keys []string) map[string]bool {
	set := make(map[string]bool, len(keys))
	for _, k := range keys {
		set[k] = true
	}
	return set
}

// argument is what is passed for the parameter of r.
func (s *substitution) argument(r content.Ref) *content.Content {
	i := s.i
	if s.stored {
		return i.f.a.FieldContent(r)
	}
	if s.given != nil {
		return s.given(r)
	}
	if s.seq != nil {
		return s.seq.content(i, slices.Index(i.sum.params, r.Param), r.Path)
	}
	return ofType(i.f.contentAt(i.moment(r.Param), i.argument(r.Param), r), r)
}

// ofType is c as what r stands for: a text, a number or a truth value is no
// more than that, whatever is known of the thing that it is a part of.
func ofType(c *content.Content, r content.Ref) *content.Content {
	t := refType(r)
	if r.Basic && (t == nil || types.IsInterface(t)) {
		t = types.Typ[types.String] // or a number, which is no more
	}
	if _, format := r.Path.Formatted(); t == nil || format {
		return c
	}
	return typedContent(c, ssautil.Deref(t))
}

// basicRefs is c with the type t noted on what it depends on, where that is
// behind an interface and its type is not known.
func basicRefs(c *content.Content, t types.Type) *content.Content {
	if !isBasic(t) || !slices.ContainsFunc(c.Refs, isUntyped) {
		return c
	}
	n := *c
	n.Refs = slices.Clone(c.Refs)
	for k, r := range n.Refs {
		n.Refs[k].Basic = r.Basic || isUntyped(r)
	}
	return &n
}

// isUntyped reports whether the type of what r stands for is not known, nor
// that it is a text, a number or a truth value.
func isUntyped(r content.Ref) bool {
	t := refType(r)
	return !r.Basic && (t == nil || types.IsInterface(t))
}

func isBasic(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// contentAt is the content of the part of v that r stands for.
func (f *frame) contentAt(s *state, v *value, r content.Ref) *content.Content {
	p, format := r.Path.Formatted()
	t := r.Param.Type()
	v, t = f.follow(s, v, t, p)
	if format {
		return f.whole(f.text(v, t, s))
	}
	return f.whole(f.content(v, t, s))
}

// child substitutes in an entry; an entry whose key is a parameter becomes
// one for each key that is passed.
func (s *substitution) child(ch *content.Child) []*content.Child {
	if out, ok := s.pairs(ch); ok {
		return out
	}
	n := *ch
	n.Val = s.content(ch.Val)
	n.KeyRefs = nil
	var keys content.Builder
	for _, r := range ch.KeyRefs {
		if !s.i.binds(r.Param) {
			n.KeyRefs = append(n.KeyRefs, r)
			continue
		}
		keys.Add(s.ref(r))
	}
	if len(n.KeyRefs) == len(ch.KeyRefs) {
		n.Outer = n.Outer || s.mark
		return []*content.Child{&n}
	}
	k := keys.Done()
	var out []*content.Child
	for _, c := range k.Consts {
		if c.Derived {
			continue
		}
		if ch.Sanitizer != content.NotSanitizer && s.i.f.a.strips(nil, c.Val, ch.Sanitizer) {
			continue
		}
		x := n
		x.Key, x.Known, x.Open, x.Outer, x.KeyRefs = c.Val, true, false, c.Outer, nil
		x.Pos = s.argPos(ch.KeyRefs[0], cmp.Or(c.Near, x.Pos))
		out = append(out, &x)
	}
	if _, all := k.Keys(); !all || n.Open {
		n.Open = n.Open || !all && isOpenKey(k)
		n.KeyRefs = append(n.KeyRefs, k.Refs...)
		n.Outer = n.Outer || s.mark && ch.Open // it was judged as what it may be besides
		out = append(out, &n)
	}
	return out
}

// argPos is where to change what a call passes for r: the argument, or, of
// what is sent, the field of a struct that the caller has written.
func (s *substitution) argPos(r content.Ref, otherwise token.Pos) token.Pos {
	call := s.i.call.in
	if call == nil || s.stored {
		return otherwise
	}
	k := slices.Index(s.i.sum.params, r.Param)
	if k < 0 {
		return otherwise
	}
	pos := s.i.f.a.ArgumentPos(call, k)
	if !pos.IsValid() {
		return otherwise
	}
	if written := s.i.writtenAt(r); s.mark && written.IsValid() {
		return written
	}
	return pos
}

// A pair is one entry of a list of alternating keys and values that is passed
// to a function: track(client, "paid", "total", 12, "currency", "EUR").
type pair struct {
	list content.Param
	at   int  // where in the path of a Ref the element is selected
	key  int  // the index of the key
	even bool // keys stand at even indexes
}

// apply makes a reference to every key, or every value, one to this entry's.
func (p *pair) apply(r content.Ref) content.Ref {
	if p == nil || r.Param != p.list || len(r.Path) <= p.at || r.Path[p.at].Kind != content.Elem {
		return r
	}
	isEven := r.Path[p.at].Name == content.Even
	if !isEven && r.Path[p.at].Name != content.Odd {
		return r
	}
	i := p.key
	if isEven != p.even {
		i++
	}
	r.Path = r.Path[:p.at].Plus(content.Sel{Kind: content.Elem, Name: strconv.Itoa(i)}).Plus(r.Path[p.at+1:]...)
	return r
}

// pairs takes the entry ch, written in a loop over pairs, apart into the
// entries that a call passes. False if ch is no such entry, or if the call
// passes on a list that is not known.
func (s *substitution) pairs(ch *content.Child) ([]*content.Child, bool) {
	if s.pair != nil || s.stored {
		return nil, false
	}
	p := s.firstPair(ch.KeyRefs)
	if p == nil {
		return nil, false
	}
	r := ch.KeyRefs[0]
	var out []*content.Child
	for ; p.key < 2*limit.Pairs.Max; p.key += 2 {
		x := *s
		x.pair = p
		if x.ref(r).Empty() {
			return out, true
		}
		out = append(out, x.child(ch)...)
	}
	s.i.f.a.tally.Reached(limit.Pairs)
	return nil, false
}

// firstPair is the first entry of the list of pairs whose keys refs stand for;
// nil if they stand for something else, or the call passes on a list that is
// not known.
func (s *substitution) firstPair(refs []content.Ref) *pair {
	if len(refs) != 1 || !s.i.binds(refs[0].Param) {
		return nil
	}
	r, at := refs[0], -1
	for i, sel := range r.Path {
		if sel.Kind == content.Elem && (sel.Name == content.Even || sel.Name == content.Odd) {
			at = i
		}
	}
	if at < 0 || len(s.ref(r).Refs) > 0 {
		return nil
	}
	p := &pair{list: r.Param, at: at, even: r.Path[at].Name == content.Even}
	if !p.even {
		p.key = 1
	}
	return p
}

// walkRefs calls f for each reference in c.
func walkRefs(c *content.Content, f func(content.Ref)) {
	for _, r := range c.Refs {
		f(r)
	}
	for _, ch := range c.Children {
		for _, r := range ch.KeyRefs {
			f(r)
		}
		walkRefs(ch.Val, f)
	}
}

// A sequence is an iterator over a collection.
type sequence struct {
	over *value
	typ  ssa.Value
	keys bool // the first value is a key (or an index); else an element
}

// content is what the i-th value of the sequence may hold.
func (q *sequence) content(i *instance, k int, p content.Path) *content.Content {
	if k == 0 && q.keys {
		return i.f.keysOf(q.over, i.s).c
	}
	sel := content.Sel{Kind: content.Elem}
	if ssautil.IsMap(q.typ.Type()) {
		sel.Kind = content.AnyKey
	}
	v, t := i.f.select1(i.s, q.over, q.typ.Type(), sel)
	for _, s := range p {
		v, t = i.f.select1(i.s, v, t, s)
	}
	return i.f.content(v, t, i.s)
}
