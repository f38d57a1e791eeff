package content

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// Select is the part of c at path q.
func (c *Content) Select(q Path) *Content {
	if len(q) == 0 || q[0].Kind == Format {
		return c
	}
	if q[0].Kind == Deep {
		return c.below()
	}
	var b Builder
	b.Mark(c.Flags & (Opaque | Unknown | Sanitized))
	b.C.Widened = c.Widened
	for _, ch := range c.Children {
		s := Sel{Key, ch.Key}
		switch {
		case ch.Elem:
			s = Sel{Elem, ""}
		case !ch.Known:
			s = Sel{AnyKey, ""}
		}
		if MayMatch(s, q[0]) {
			b.Add(ch.Val.Select(q[1:]))
		}
	}
	for _, r := range c.Refs {
		if q[0].Kind == Key && !r.Passes(q[0].Name) {
			continue
		}
		r.Path, r.Basic = r.Path.Plus(q...), r.Basic && len(q) == 0
		r.Gone, r.Less, r.Filters = nil, nil, nil
		b.AddRef(r)
	}
	return b.Done()
}

// Affix puts text around every known key, which is made at pos then.
func (c *Content) Affix(pre, post string, pos token.Pos) *Content {
	if pre == "" && post == "" {
		return c
	}
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		x := *ch
		if x.Known {
			x.Key, x.Pos = pre+x.Key+post, pos
		}
		n.Children = append(n.Children, &x)
	}
	return &n
}

// KeysOf is what ranging over the keys of c yields.
func KeysOf(c *Content) *Content {
	var b Builder
	for _, ch := range c.Children {
		if ch.Known {
			b.AddConst(Const{Val: ch.Key})
		} else {
			b.Mark(Unknown)
		}
	}
	if c.Flags&Opaque != 0 || len(c.Refs) > 0 {
		b.Mark(Unknown)
	}
	return b.Done()
}

// Concat is the text of x followed by that of y. Constants combine as long as
// there are few. All else that goes into the text is a part of it: "a" in
// s+"a" is nothing that the text may be.
func Concat(x, y *Content) *Content {
	switch {
	case x == Nothing:
		return y
	case y == Nothing:
		return x
	}
	parts := Join(x, y).Derive()
	n := len(x.Consts) * len(y.Consts)
	if n > limit.Concat.Max {
		return parts.Widen(limit.Concat)
	}
	if n == 0 {
		return parts
	}
	var b Builder
	rest := *parts
	rest.Consts, rest.Flags = nil, x.Flags|y.Flags
	b.Add(&rest)
	for _, s := range x.Consts {
		for _, t := range y.Consts {
			b.AddConst(Const{Val: s.Val + t.Val, Derived: s.Derived || t.Derived})
		}
	}
	return b.Done()
}

// Derive is what is computed from c: its constants, and those that are passed
// for what it depends on, are no longer the whole of it.
func (c *Content) Derive() *Content {
	n := *c
	if len(c.Consts) > 0 {
		n.Flags |= Unknown
	}
	n.Consts, n.Refs = slices.Clone(c.Consts), slices.Clone(c.Refs)
	for i := range n.Consts {
		n.Consts[i].Derived = true
	}
	for i := range n.Refs {
		n.Refs[i].Derived = true
	}
	return &n
}

// MarkRaw marks a collection that was put together here and never sanitized.
func MarkRaw(c *Content, collection bool) *Content {
	if collection && len(c.Children) > 0 && c.Flags&Sanitized == 0 {
		n := *c
		n.Flags |= Raw
		return &n
	}
	return c
}

func PassedAt(c *Content, pos token.Pos) *Content {
	if !pos.IsValid() || len(c.Origins) == 0 {
		return c
	}
	n := *c
	n.Origins = slices.Clone(c.Origins)
	for i, o := range n.Origins {
		if !o.At.IsValid() {
			n.Origins[i].At = pos
		}
	}
	return &n
}

// below is c and everything in it, at any depth, as one value.
func (c *Content) below() *Content {
	if len(c.Children) == 0 && len(c.Refs) == 0 {
		return c
	}
	n := *c.Head()
	for _, r := range c.Refs {
		if k := len(r.Path); k == 0 || r.Path[k-1].Kind != Deep {
			r.Path = r.Path.Plus(Sel{Kind: Deep})
		}
		n.Refs = append(n.Refs, r)
	}
	var b Builder
	b.Add(&n)
	for _, ch := range c.Children {
		b.AddChild(ch)
		b.Add(ch.Val.below())
	}
	return b.Done()
}
