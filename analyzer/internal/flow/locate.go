package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Places returns where v, an address or a reference, comes from: the value
// that makes the object or brings it in, and the path to a part of it.
// Pointers are transparent; what v holds does not matter.
func (a *Analysis) Places(v ssa.Value) []ssautil.Place {
	l := locator{a: a, active: map[ssa.Value]bool{}}
	return l.locate(v)
}

// A locator goes back from a value to where it comes from.
type locator struct {
	a      *Analysis
	active map[ssa.Value]bool // what is being located, for loops
}

func (l *locator) locate(v ssa.Value) []ssautil.Place {
	if l.active[v] {
		return nil
	}
	l.active[v] = true
	defer delete(l.active, v)
	switch v := v.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Parameter, *ssa.Global:
		return []ssautil.Place{{Root: v}}
	case *ssa.FieldAddr:
		return l.within(v.X, ssautil.FieldSel(v.X.Type(), v.Field))
	case *ssa.Field:
		return l.within(v.X, ssautil.FieldSel(v.X.Type(), v.Field))
	case *ssa.IndexAddr:
		return l.within(v.X, l.elem(v.Index))
	case *ssa.Index:
		return l.within(v.X, l.elem(v.Index))
	case *ssa.Lookup:
		return l.within(v.X, l.keys(v, v.Index)...)
	case *ssa.UnOp:
		return l.within(v.X, received(v)...)
	case *ssa.Phi:
		return l.all(ssautil.Edges(v))
	case *ssa.FreeVar:
		return l.all(l.bindings(v))
	case *ssa.Extract:
		return l.extracted(v)
	case *ssa.Const:
		return nil
	case *ssa.Call:
		if arg := l.a.wrapped(v.Common()); arg != nil {
			return l.locate(arg)
		}
		return []ssautil.Place{{Root: v}}
	}
	if x := ssautil.Unwrap(v); x != nil {
		return l.locate(x)
	}
	return []ssautil.Place{{Root: v}}
}

func (l *locator) extracted(v *ssa.Extract) []ssautil.Place {
	switch t := v.Tuple.(type) {
	case *ssa.TypeAssert:
		return l.locate(t.X)
	case *ssa.Lookup:
		return l.within(t.X, l.keys(t, t.Index)...)
	case *ssa.UnOp:
		return l.within(t.X, received(t)...)
	case *ssa.Next:
		if rng, ok := t.Iter.(*ssa.Range); ok && v.Index == 2 {
			return l.within(rng.X, content.Sel{Kind: content.AnyKey})
		}
	case *ssa.Select:
		if ch := receivedFrom(t, v.Index); ch != nil {
			return l.within(ch, content.Sel{Kind: content.Elem})
		}
	}
	return []ssautil.Place{{Root: v}}
}

// receivedFrom is the channel from which select has result i.
func receivedFrom(sel *ssa.Select, i int) ssa.Value {
	n := 2
	for _, st := range sel.States {
		if st.Dir != types.RecvOnly {
			continue
		}
		if n == i {
			return st.Chan
		}
		n++
	}
	return nil
}

// received is the selector that a channel receive adds; a load adds none.
func received(v *ssa.UnOp) []content.Sel {
	if ssautil.IsReceive(v) {
		return []content.Sel{{Kind: content.Elem}}
	}
	return nil
}

func (l *locator) elem(index ssa.Value) content.Sel {
	f := l.a.frameFor(index)
	return l.a.in.sel(f.elemSel(index))
}

func (l *locator) keys(look *ssa.Lookup, k ssa.Value) []content.Sel {
	f := l.a.frameFor(look)
	var out []content.Sel
	for _, id := range f.keySels(k, f.stateAt(look)) {
		out = append(out, l.a.in.sel(id))
	}
	return out
}

// bindings returns the values that v is bound to where its function is made.
func (l *locator) bindings(v *ssa.FreeVar) []ssa.Value {
	mk, ok := l.a.makers[v.Parent()]
	if !ok {
		return nil
	}
	return []ssa.Value{mk.in.Bindings[slices.Index(v.Parent().FreeVars, v)]}
}

// all returns where any of vs is.
func (l *locator) all(vs []ssa.Value) []ssautil.Place {
	type id struct {
		root ssa.Value
		path string
	}
	var out []ssautil.Place
	seen := map[id]bool{}
	for _, e := range vs {
		for _, p := range l.locate(e) {
			if k := (id{p.Root, p.Path.ID()}); !seen[k] {
				seen[k] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// within returns the places of x with each of the selectors added; of x
// itself if there are none.
func (l *locator) within(x ssa.Value, sels ...content.Sel) []ssautil.Place {
	ps := l.locate(x)
	if len(sels) == 0 {
		return ps
	}
	var out []ssautil.Place
	for _, p := range ps {
		if len(p.Path) >= limit.Path.Max {
			l.a.tally.Reached(limit.Path)
			sels = []content.Sel{{Kind: content.Deep}}
		}
		for _, s := range sels {
			if n := len(p.Path); n > 0 && p.Path[n-1].Kind == content.Deep {
				out = append(out, p)
			} else {
				out = append(out, ssautil.Place{Root: p.Root, Path: p.Path.Plus(s)})
			}
		}
	}
	return out
}

// wrapped returns the argument that the result of a call refers to, if the
// call only wraps it: bufio.NewWriter(w), traits.Set("plan", p).
func (a *Analysis) wrapped(c *ssa.CallCommon) ssa.Value {
	if b, ok := c.Value.(*ssa.Builtin); ok && b.Name() == "ssa:wrapnilchk" {
		return c.Args[0]
	}
	fn := ssautil.Callee(c)
	if fn == nil {
		return nil
	}
	args := ssautil.Args(c)
	if _, ok := a.setter(fn); ok && len(args) > 0 && fn.Signature().Results().Len() > 0 {
		return args[0]
	}
	if m := modelOf(fn); m != nil && m.wraps && m.alias <= len(args) {
		return args[m.alias-1]
	}
	return nil
}
