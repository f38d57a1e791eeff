package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// substitute puts the arguments of a call in for the parameters of its
// callee fn.
func (a *Analysis) substitute(c *Content, call ssa.CallInstruction, fn *ssa.Function, at point) *Content {
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
func (s *substitution) touches(c *Content) bool {
	for _, r := range c.Refs {
		if paramOf(r).Parent() == s.fn {
			return true
		}
	}
	for _, ch := range c.Children {
		for _, r := range ch.keyRefs {
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

func (s *substitution) content(c *Content) *Content {
	if !s.mark && !s.touches(c) {
		return c
	}
	if s.a.root.spend(1 + len(c.Refs) + len(c.Children)) {
		return s.unfinished(c)
	}
	var b builder
	n := c.head()
	if s.mark {
		n.Origins, n.Consts = markOrigins(c.Origins), markConsts(c.Consts)
		n.Flags &^= Raw | Opaque
	}
	b.add(n)
	for _, ch := range c.Children {
		for _, x := range s.child(ch) {
			b.addChild(x)
		}
	}
	for _, r := range c.Refs {
		if paramOf(r).Parent() != s.fn {
			b.addRef(r)
			continue
		}
		b.add(s.ref(r))
	}
	return b.done()
}

// unfinished is c when the budget is spent: what the arguments bring is not
// known any more; what was seen already stays, unless it was judged already.
func (s *substitution) unfinished(c *Content) *Content {
	if s.mark {
		return opaque()
	}
	n := *c
	n.Flags |= Opaque | Unknown
	n.Refs, n.Children = nil, slices.Clone(c.Children)
	for i, ch := range n.Children {
		x := *ch
		x.keyRefs, x.Val = nil, s.unfinished(ch.Val)
		n.Children[i] = &x
	}
	return &n
}

func markOrigins(os []Origin) []Origin {
	out := make([]Origin, len(os))
	for i, o := range os {
		o.Outer = true
		out[i] = o
	}
	return out
}

func markConsts(ks []Const) []Const {
	out := make([]Const, len(ks))
	for i, k := range ks {
		k.Outer = true
		out[i] = k
	}
	return out
}

// ref is what the argument for the parameter of r holds.
func (s *substitution) ref(r Ref) *Content {
	r = s.pair.apply(r)
	c := s.argument(r)
	for _, f := range r.filters {
		c = c.filtered(f)
	}
	if len(r.gone) > 0 {
		c = c.without(setOf(r.gone))
	}
	if r.fragment != "" {
		c = s.a.fragmented(c, r.fragment)
	}
	if r.sanitizer != NotSanitizer {
		c = s.a.sanitized(c, r.sanitizer, r.key)
	}
	return s.stamped(c, r)
}

// stamped notes on the origins in c where they are passed: the argument is
// the value to change.
func (s *substitution) stamped(c *Content, r Ref) *Content {
	return stampAt(c, s.argPos(r, token.NoPos))
}

// argument is what is passed for the parameter of r.
func (s *substitution) argument(r Ref) *Content {
	switch {
	case s.iter != nil:
		return s.iter.value(s.a, slices.Index(s.fn.Params, paramOf(r)), r.Path, s.at)
	case s.stored:
		return s.a.fieldContentAnywhere(r)
	case s.call == nil:
		return opaque()
	}
	if arg := argumentFor(s.call.Common(), paramOf(r)); arg != nil {
		return s.a.evalLoaded(arg, r.Path, before(s.call), s.at)
	}
	return opaque()
}

// evalLoaded is eval for a part that the callee loaded at one time and that
// is looked at later.
func (a *Analysis) evalLoaded(arg ssa.Value, q Path, load, at point) *Content {
	for _, s := range q {
		if s.Kind != Field && s.Kind != Elem {
			return a.eval(arg, q, at)
		}
	}
	if len(q) == 0 {
		return a.eval(arg, q, at)
	}
	if s, ok := structOf(arg.Type()); ok && q[0].Kind == Field && fieldNamed(s, q[0].Name) == nil {
		return nothing
	}
	return a.at(arg, q, len(q), load, at)
}

// child substitutes in an entry; an entry whose key is a parameter becomes
// one for each key that is passed.
func (s *substitution) child(ch *Child) []*Child {
	if out, ok := s.pairs(ch); ok {
		return out
	}
	n := *ch
	n.Val = s.content(ch.Val)
	n.keyRefs = nil
	var keys builder
	for _, r := range ch.keyRefs {
		if paramOf(r).Parent() != s.fn {
			n.keyRefs = append(n.keyRefs, r)
			continue
		}
		keys.add(s.ref(r))
	}
	if len(n.keyRefs) == len(ch.keyRefs) {
		n.Outer = n.Outer || s.mark
		return []*Child{&n}
	}
	k := keys.done()
	var out []*Child
	for _, c := range k.Consts {
		if ch.sanitizer != NotSanitizer && s.a.strips(c.Val, ch.sanitizer) {
			continue
		}
		x := n
		x.Key, x.Known, x.Outer, x.keyRefs = c.Val, true, false, nil
		x.Pos = s.argPos(ch.keyRefs[0], x.Pos)
		out = append(out, &x)
	}
	if len(k.Consts) == 0 || !k.settled() {
		n.keyRefs = append(n.keyRefs, k.Refs...)
		n.Outer = n.Outer || s.mark
		out = append(out, &n)
	}
	return out
}

// argPos is the position of the argument that r stands for.
func (s *substitution) argPos(r Ref, otherwise token.Pos) token.Pos {
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
