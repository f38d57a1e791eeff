package content

import "slices"

// Covers reports whether d adds nothing to c: joining them gives c.
func (c *Content) Covers(d *Content) bool {
	if c == d || d == nil || d == Nothing {
		return true
	}
	if d.Flags&^c.Flags != 0 || d.Widened&^c.Widened != 0 {
		return false
	}
	return coverAll(c.Consts, d.Consts, func(a, b Const) bool { return a == b }) &&
		coverAll(c.Origins, d.Origins, sameOrigin) &&
		coverAll(c.Refs, d.Refs, Ref.covers) &&
		coverAll(c.Funcs, d.Funcs, func(a, b Func) bool { return a == b }) &&
		coverAll(c.Children, d.Children, (*Child).covers)
}

func coverAll[T any](xs, ys []T, covers func(x, y T) bool) bool {
	for i, y := range ys {
		if i < len(xs) && covers(xs[i], y) {
			continue // joins keep the order
		}
		if !slices.ContainsFunc(xs, func(x T) bool { return covers(x, y) }) {
			return false
		}
	}
	return true
}

func sameOrigin(a, b Origin) bool {
	a.Via, b.Via = nil, nil
	return a == b
}

// covers: the same part, with no more taken out of it.
func (r Ref) covers(s Ref) bool {
	if r.Param != s.Param || r.Sanitizer != s.Sanitizer || r.Fragment != s.Fragment || r.Key != s.Key || r.Basic != s.Basic || r.Derived != s.Derived || r.Same != s.Same || r.Level != s.Level ||
		!slices.Equal(r.Path, s.Path) || !slices.EqualFunc(r.Filters, s.Filters, func(f, g *KeyFilter) bool { return f.ID == g.ID }) {
		return false
	}
	return !slices.ContainsFunc(r.Gone, func(k string) bool {
		_, both := slices.BinarySearch(s.Gone, k)
		return !both
	})
}

func (ch *Child) covers(d *Child) bool {
	return ch == d || ch.id() == d.id() && ch.Val.Covers(d.Val)
}
