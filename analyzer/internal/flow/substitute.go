package flow

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// substitute puts the arguments of a call in for the parameters of its
// callee fn.
func (a *Analysis) substitute(c *content.Content, call ssa.CallInstruction, fn *ssa.Function, at point) *content.Content {
	s := &substitution{a: a, call: call, fn: fn, at: at}
	return s.content(c)
}

type substitution struct {
	a      *Analysis
	call   ssa.CallInstruction
	fn     *ssa.Function
	at     point
	mark   bool      // mark what is not substituted as judged already
	iter   *sequence // fn is the body of a loop over this; there is no call
	pair   *pair     // the element of a list of pairs that is looked at
	stored bool      // there is no call: only what the package stores in fields is known
}

// touches reports whether c depends on a parameter of fn.
func (s *substitution) touches(c *content.Content) bool {
	for _, r := range c.Refs {
		if paramOf(r).Parent() == s.fn {
			return true
		}
	}
	for _, ch := range c.Children {
		for _, r := range ch.KeyRefs {
			if paramOf(r).Parent() == s.fn {
				return true
			}
		}
		if s.touches(ch.Val) {
			return true
		}
	}
	return false
}

func (s *substitution) content(c *content.Content) *content.Content {
	if !s.mark && !s.touches(c) {
		return c
	}
	if s.a.root.spend(1 + len(c.Refs) + len(c.Children)) {
		return s.unfinished(c)
	}
	var b content.Builder
	n := c.Head()
	if s.mark {
		n.Origins, n.Consts = markOrigins(c.Origins), markConsts(c.Consts)
		n.Flags &^= content.Raw | content.Opaque
	}
	b.Add(n)
	for _, ch := range c.Children {
		for _, x := range s.child(ch) {
			b.AddChild(x)
		}
	}
	for _, r := range c.Refs {
		if paramOf(r).Parent() != s.fn {
			b.AddRef(r)
			continue
		}
		b.Add(s.ref(r))
	}
	return b.Done()
}

// unfinished is c when the budget is spent: what the arguments bring is not
// known any more; what was seen already stays, unless it was judged already.
func (s *substitution) unfinished(c *content.Content) *content.Content {
	if s.mark {
		return content.Anything()
	}
	n := *c
	n.Flags |= content.Opaque | content.Unknown
	n.Refs, n.Children = nil, slices.Clone(c.Children)
	for i, ch := range n.Children {
		x := *ch
		x.KeyRefs, x.Val = nil, s.unfinished(ch.Val)
		n.Children[i] = &x
	}
	return &n
}

func markOrigins(os []content.Origin) []content.Origin {
	out := make([]content.Origin, len(os))
	for i, o := range os {
		o.Outer = true
		out[i] = o
	}
	return out
}

func markConsts(ks []content.Const) []content.Const {
	out := make([]content.Const, len(ks))
	for i, k := range ks {
		k.Outer = true
		out[i] = k
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
	if r.Fragment != "" {
		c = s.a.fragmented(c, r.Fragment)
	}
	if r.Sanitizer != content.NotSanitizer {
		c = s.a.sanitized(c, r.Sanitizer, r.Key)
	}
	return s.stamped(c, r)
}

// stamped notes on the origins in c where they are passed: the argument is
// the value to change.
func (s *substitution) stamped(c *content.Content, r content.Ref) *content.Content {
	return content.PassedAt(c, s.argPos(r, token.NoPos))
}

// argument is what is passed for the parameter of r.
func (s *substitution) argument(r content.Ref) *content.Content {
	switch {
	case s.iter != nil:
		return s.iter.value(s.a, slices.Index(s.fn.Params, paramOf(r)), r.Path, s.at)
	case s.stored:
		return s.a.fieldContentAnywhere(r)
	case s.call == nil:
		return content.Anything()
	}
	if arg := ssautil.ArgFor(s.call.Common(), paramOf(r)); arg != nil {
		return s.a.evalLoaded(arg, r.Path, before(s.call), s.at)
	}
	return content.Anything()
}

// evalLoaded is eval for a part that the callee loaded at one time and that
// is looked at later.
func (a *Analysis) evalLoaded(arg ssa.Value, q content.Path, load, at point) *content.Content {
	for _, s := range q {
		if s.Kind != content.Field && s.Kind != content.Elem {
			return a.eval(arg, q, at)
		}
	}
	if len(q) == 0 {
		return a.eval(arg, q, at)
	}
	if s, ok := ssautil.Struct(arg.Type()); ok && q[0].Kind == content.Field && ssautil.FieldNamed(s, q[0].Name) == nil {
		return content.Nothing
	}
	return a.at(arg, q, len(q), load, at)
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
		if paramOf(r).Parent() != s.fn {
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
		if ch.Sanitizer != content.NotSanitizer && s.a.strips(c.Val, ch.Sanitizer) {
			continue
		}
		x := n
		x.Key, x.Known, x.Outer, x.KeyRefs = c.Val, true, false, nil
		x.Pos = s.argPos(ch.KeyRefs[0], x.Pos)
		out = append(out, &x)
	}
	if len(k.Consts) == 0 || !k.Settled() {
		n.KeyRefs = append(n.KeyRefs, k.Refs...)
		n.Outer = n.Outer || s.mark
		out = append(out, &n)
	}
	return out
}

// argPos is the position of the argument that r stands for.
func (s *substitution) argPos(r content.Ref, otherwise token.Pos) token.Pos {
	if s.call == nil {
		return otherwise
	}
	for i, p := range s.fn.Params {
		if p == paramOf(r) {
			if pos := s.a.ArgumentPos(s.call, i); pos.IsValid() {
				return pos
			}
		}
	}
	return otherwise
}
