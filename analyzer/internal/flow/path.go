package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A path is an access path: what is selected, one after the other, from an
// object. Paths are interned, so that pointers compare; nil is the empty one.
// A path of limit.Path selectors is the longest; its last one selects
// everything below (content.Deep).
type path struct {
	up  *path
	sel selID
	len int
	id  uint32
}

// A selID is an interned selector.
type selID uint32

// An interner makes paths and selectors.
type interner struct {
	sels  []content.Sel
	ids   map[content.Sel]selID
	paths map[pathKey]*path
	tally *limit.Tally
}

type pathKey struct {
	up  *path
	sel selID
}

func newInterner(tally *limit.Tally) *interner {
	in := &interner{tally: tally, ids: map[content.Sel]selID{}, paths: map[pathKey]*path{}}
	in.id(content.Sel{Kind: content.AnyKey})
	in.id(content.Sel{Kind: content.Elem})
	in.id(content.Sel{Kind: content.Deep})
	return in
}

// The selectors of what is not known: an entry, an element, anything below.
const (
	anyKey selID = iota
	anyElem
	deep
)

func (in *interner) id(s content.Sel) selID {
	id, ok := in.ids[s]
	if !ok {
		id = selID(len(in.sels))
		in.sels = append(in.sels, s)
		in.ids[s] = id
	}
	return id
}

func (in *interner) sel(id selID) content.Sel { return in.sels[id] }

// plus is p with one more selector.
func (in *interner) plus(p *path, s selID) *path {
	if p != nil && p.sel == deep {
		return p
	}
	n := 1
	if p != nil {
		n = p.len + 1
	}
	switch {
	case in.recurs(p, s):
		s = deep
	case n >= limit.Path.Max && s != deep:
		in.tally.Reached(limit.Path)
		s = deep
	}
	k := pathKey{p, s}
	q := in.paths[k]
	if q == nil {
		q = &path{up: p, sel: s, len: n, id: uint32(len(in.paths) + 1)}
		in.paths[k] = q
	}
	return q
}

// recurs reports whether p goes through the field s already: it walks a list, a
// tree or a chain of decorators, whose paths have no end.
func (in *interner) recurs(p *path, s selID) bool {
	if in.sel(s).Kind != content.Field {
		return false
	}
	for ; p != nil; p = p.up {
		if p.sel == s {
			return true
		}
	}
	return false
}

// content is p as rules and facts see it.
func (in *interner) content(p *path) content.Path {
	if p == nil {
		return nil
	}
	out := make(content.Path, p.len)
	for ; p != nil; p = p.up {
		out[p.len-1] = in.sel(p.sel)
	}
	return out
}

// list lists the selectors of p, the first one first.
func (p *path) list() []selID {
	if p == nil {
		return nil
	}
	out := make([]selID, p.len)
	for ; p != nil; p = p.up {
		out[p.len-1] = p.sel
	}
	return out
}

func (p *path) number() uint32 {
	if p == nil {
		return 0
	}
	return p.id
}
