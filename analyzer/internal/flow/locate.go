package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A loc is a place: the object that root makes or is, and the path to a part
// of it. Pointers being transparent, the variable that holds a map and the
// map itself have the same loc.
type loc struct {
	root ssa.Value
	path content.Path
}

// locate returns the places that v, an address or a reference, may denote.
func (a *Analysis) locate(v ssa.Value) []loc {
	switch v.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Parameter, *ssa.Global:
		return []loc{{v, nil}}
	}
	none := func() []loc { return nil }
	return ask(a, question{v: v, cell: places}, none, func() []loc { return a.locateValue(v) })
}

func (a *Analysis) locateValue(v ssa.Value) []loc {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return a.within(v.X, ssautil.FieldSel(v.X.Type(), v.Field))
	case *ssa.Field:
		return a.within(v.X, ssautil.FieldSel(v.X.Type(), v.Field))
	case *ssa.IndexAddr:
		return a.within(v.X, elemSel(v.Index))
	case *ssa.Index:
		return a.within(v.X, elemSel(v.Index))
	case *ssa.Lookup:
		return a.within(v.X, a.keySels(v.Index)...)
	case *ssa.UnOp:
		return a.within(v.X, receivedFrom(v)...)
	case *ssa.Phi:
		return a.locateAll(v, ssautil.Edges(v))
	case *ssa.FreeVar:
		return a.locateAll(v, a.bindings(v))
	case *ssa.Extract:
		return a.locateExtract(v)
	case *ssa.Const:
		return nil
	case *ssa.Call:
		if arg := a.aliasArg(v.Common()); arg != nil {
			return a.locate(arg)
		}
		return []loc{{v, nil}}
	}
	if x := ssautil.Unwrap(v); x != nil {
		return a.locate(x)
	}
	return []loc{{v, nil}}
}

// maxLocs bounds the places that one value is taken to denote. What may be
// more is shared state, and opaque.
const maxLocs = 64

// locateAll returns where any of vs is, which v may be.
func (a *Analysis) locateAll(v ssa.Value, vs []ssa.Value) []loc {
	type id struct {
		root ssa.Value
		path string
	}
	var out []loc
	seen := map[id]bool{}
	for _, e := range vs {
		for _, l := range a.locate(e) {
			if k := (id{l.root, l.path.ID()}); !seen[k] {
				seen[k] = true
				out = append(out, l)
			}
		}
		if len(out) > maxLocs || a.root.spend(1) {
			return []loc{{v, nil}}
		}
	}
	return out
}

// within returns the places of x with each of the selectors added; of x
// itself if there are none.
func (a *Analysis) within(x ssa.Value, sels ...content.Sel) []loc {
	ls := a.locate(x)
	if len(sels) == 0 {
		return ls
	}
	var out []loc
	for _, l := range ls {
		if len(l.path) >= maxPath {
			continue
		}
		for _, s := range sels {
			out = append(out, loc{l.root, l.path.Plus(s)})
		}
	}
	return out
}

func (a *Analysis) locateExtract(v *ssa.Extract) []loc {
	switch t := v.Tuple.(type) {
	case *ssa.TypeAssert:
		return a.locate(t.X)
	case *ssa.Lookup:
		return a.within(t.X, a.keySels(t.Index)...)
	case *ssa.UnOp:
		return a.within(t.X, receivedFrom(t)...)
	case *ssa.Next:
		if rng, ok := t.Iter.(*ssa.Range); ok && v.Index == 2 {
			return a.within(rng.X, content.Sel{Kind: content.AnyKey})
		}
	case *ssa.Select:
		n := 2
		for _, st := range t.States {
			if !receives(st) {
				continue
			}
			if n == v.Index {
				return a.within(st.Chan, content.Sel{Kind: content.Elem})
			}
			n++
		}
	}
	return []loc{{v, nil}}
}
