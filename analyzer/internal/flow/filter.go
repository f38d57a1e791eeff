package flow

import (
	"slices"
	"strings"
)

// A keyFilter lets some keys of a map through.
type keyFilter struct {
	id   string
	pass func(key string) bool
}

// without returns c with the named entries gone.
func (c *Content) without(gone map[string]bool) *Content {
	names := make([]string, 0, len(gone))
	for k := range gone {
		names = append(names, k)
	}
	slices.Sort(names)
	return c.filtered(&keyFilter{
		id:   "-" + strings.Join(names, "\x00"),
		pass: func(k string) bool { return !gone[k] },
	})
}

// maxFilters bounds the filters that one map passes on its way. More would be
// a pipeline that nobody reads either; what comes out of it is opaque.
const maxFilters = 4

// filtered returns c with only the entries that f lets through, now and when
// parameters are replaced by arguments.
func (c *Content) filtered(f *keyFilter) *Content {
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		if !ch.Known || f.pass(ch.Key) {
			n.Children = append(n.Children, ch)
		}
	}
	n.Refs = nil
	for _, r := range c.Refs {
		if len(r.filters) >= maxFilters {
			n.Flags |= Opaque | Unknown
			continue
		}
		if !slices.ContainsFunc(r.filters, func(g *keyFilter) bool { return g.id == f.id }) {
			r.filters = append(slices.Clone(r.filters), f)
		}
		n.Refs = append(n.Refs, r)
	}
	return &n
}
