package flow

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// selected is the part of c at path q.
func (c *Content) selected(q Path) *Content {
	if len(q) == 0 || q[0].Kind == Format {
		return c
	}
	var b builder
	b.mark(c.Flags & (Opaque | Unknown | Sanitized))
	b.c.Widened = c.Widened
	for _, ch := range c.Children {
		s := Sel{Key, ch.Key}
		switch {
		case ch.Elem:
			s = Sel{Elem, ""}
		case !ch.Known:
			s = Sel{AnyKey, ""}
		}
		if mayMatch(s, q[0]) {
			b.add(ch.Val.selected(q[1:]))
		}
	}
	for _, r := range c.Refs {
		if q[0].Kind == Key && !r.passes(q[0].Name) {
			continue
		}
		r.Path = r.Path.plus(q...)
		r.gone, r.filters = nil, nil
		b.addRef(r)
	}
	return b.done()
}

// renamed puts text around every known key, which is made at pos then.
func (c *Content) renamed(pre, post string, pos token.Pos) *Content {
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

// keysOf is what ranging over the keys of c yields.
func keysOf(c *Content) *Content {
	var b builder
	for _, ch := range c.Children {
		if ch.Known {
			b.addConst(Const{Val: ch.Key})
		} else {
			b.mark(Unknown)
		}
	}
	if c.Flags&Opaque != 0 || len(c.Refs) > 0 {
		b.mark(Unknown)
	}
	return b.done()
}

// concat is the text of x followed by that of y. Constants combine as long as
// there are few.
func concat(x, y *Content) *Content {
	c := join(x, y)
	n := len(x.Consts) * len(y.Consts)
	if n > limit.Concat.Max {
		return c.widen(limit.Concat)
	}
	if n == 0 {
		n := *c
		if len(n.Consts) > 0 {
			n.Flags |= Unknown
		}
		return &n
	}
	var b builder
	parts := *c
	parts.Consts = nil
	b.add(&parts)
	for _, s := range x.Consts {
		for _, t := range y.Consts {
			b.addConst(Const{Val: s.Val + t.Val})
		}
	}
	return b.done()
}

// raw marks a collection that was put together here and never sanitized.
func raw(c *Content, collection bool) *Content {
	if collection && len(c.Children) > 0 && c.Flags&Sanitized == 0 {
		n := *c
		n.Flags |= Raw
		return &n
	}
	return c
}

func stampAt(c *Content, pos token.Pos) *Content {
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
