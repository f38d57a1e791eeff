package content

import (
	"maps"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A keyFilter lets some keys of a map through.
type KeyFilter struct {
	ID   string
	Pass func(key string) bool
}

// Without returns c with the named entries gone.
func (c *Content) Without(gone map[string]bool) *Content {
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		if !ch.Known || !gone[ch.Key] {
			n.Children = append(n.Children, ch)
		}
	}
	n.Refs = slices.Clone(c.Refs)
	for i, r := range n.Refs {
		keys := slices.AppendSeq(slices.Clone(r.Gone), maps.Keys(gone))
		slices.Sort(keys)
		n.Refs[i].Gone = slices.Compact(keys)
	}
	return &n
}

// Lessen is c without the entries under keys that callers choose.
func (c *Content) Lessen(keys []Ref) *Content {
	if len(keys) == 0 || len(c.Refs) == 0 {
		return c
	}
	n := *c
	n.Refs = slices.Clone(c.Refs)
	for i, r := range n.Refs {
		for _, k := range keys {
			if !slices.ContainsFunc(r.Less, func(l Ref) bool { return l.ID() == k.ID() }) {
				n.Refs[i].Less = append(slices.Clip(n.Refs[i].Less), k)
			}
		}
		if len(n.Refs[i].Less) > limit.Filters.Max {
			n.Refs[i].Less = r.Less // an entry more than there is
			n.Widened = n.Widened.With(limit.Filters)
		}
	}
	return &n
}

// goneFromBoth returns the entries that are gone from both: when a map may come on
// two ways, only these are certain to be missing.
func goneFromBoth(x, y []string) []string {
	return slices.DeleteFunc(slices.Clone(x), func(k string) bool {
		_, both := slices.BinarySearch(y, k)
		return !both
	})
}

// Passes reports whether what r stands for may have an entry under key.
func (r Ref) Passes(key string) bool {
	if _, gone := slices.BinarySearch(r.Gone, key); gone {
		return false
	}
	for _, f := range r.Filters {
		if !f.Pass(key) {
			return false
		}
	}
	return true
}

// Filter returns c with only the entries that f lets through, now and when
// parameters are replaced by arguments.
func (c *Content) Filter(f *KeyFilter) *Content {
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		if !ch.Known || f.Pass(ch.Key) {
			n.Children = append(n.Children, ch)
		}
	}
	n.Refs = nil
	for _, r := range c.Refs {
		if !slices.ContainsFunc(r.Filters, func(g *KeyFilter) bool { return g.ID == f.ID }) {
			if len(r.Filters) >= limit.Filters.Max {
				n.Flags |= Opaque | Unknown
				n.Widened = n.Widened.With(limit.Filters)
				continue
			}
			r.Filters = append(slices.Clone(r.Filters), f)
			slices.SortFunc(r.Filters, func(f, g *KeyFilter) int { return strings.Compare(f.ID, g.ID) })
		}
		n.Refs = append(n.Refs, r)
	}
	return &n
}
