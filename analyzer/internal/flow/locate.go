package flow

import (
	"golang.org/x/tools/go/ssa"
)

// A loc is a place: the object that root makes or is, and the path to a part
// of it. Pointers being transparent, the variable that holds a map and the
// map itself have the same loc.
type loc struct {
	root ssa.Value
	path Path
}

// locate returns the places that v, an address or a reference, may denote.
func (a *Analysis) locate(v ssa.Value) []loc {
	if ls, ok := a.located[v]; ok {
		return ls
	}
	if a.locBusy[v] {
		return nil
	}
	a.locBusy[v] = true
	ls := a.locateValue(v)
	delete(a.locBusy, v)
	if len(a.locBusy) == 0 || len(ls) > 0 && !isPhi(v) {
		a.located[v] = ls
	}
	return ls
}

func isPhi(v ssa.Value) bool { _, ok := v.(*ssa.Phi); return ok }

func (a *Analysis) locateValue(v ssa.Value) []loc {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return a.within(v.X, fieldSel(v.X.Type(), v.Field))
	case *ssa.Field:
		return a.within(v.X, fieldSel(v.X.Type(), v.Field))
	case *ssa.IndexAddr:
		return a.within(v.X, elemSel(v.Index))
	case *ssa.Index:
		return a.within(v.X, elemSel(v.Index))
	case *ssa.Lookup:
		return a.within(v.X, a.keySels(v.Index)...)
	case *ssa.UnOp:
		return a.within(v.X, receivedFrom(v)...)
	case *ssa.Phi:
		var out []loc
		for _, e := range v.Edges {
			out = append(out, a.locate(e)...)
		}
		return out
	case *ssa.FreeVar:
		var out []loc
		for _, b := range a.bindings(v) {
			out = append(out, a.locate(b)...)
		}
		return out
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
	if x := unwrapped(v); x != nil {
		return a.locate(x)
	}
	return []loc{{v, nil}}
}

// unwrapped returns the operand of an instruction that only changes how a
// value is seen, or nil.
func unwrapped(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return v.X
	case *ssa.Convert:
		return v.X
	case *ssa.MultiConvert:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.TypeAssert:
		return v.X
	case *ssa.Slice:
		return v.X
	case *ssa.SliceToArrayPointer:
		return v.X
	}
	return nil
}

// within returns the places of x with each of the selectors added; of x
// itself if there are none.
func (a *Analysis) within(x ssa.Value, sels ...Sel) []loc {
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
			out = append(out, loc{l.root, l.path.plus(s)})
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
			return a.within(rng.X, Sel{AnyKey, ""})
		}
	case *ssa.Select:
		n := 2
		for _, st := range t.States {
			if !receives(st) {
				continue
			}
			if n == v.Index {
				return a.within(st.Chan, Sel{Elem, ""})
			}
			n++
		}
	}
	return []loc{{v, nil}}
}
