package flow

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// partsAt returns the values that the entry or field of v under a key is set to.
func (a *Analysis) partsAt(v ssa.Value, key string) []ssa.Value {
	var out []ssa.Value
	for _, l := range a.locate(v) {
		switch x := l.root.(type) {
		case *ssa.MakeMap:
			for _, ref := range *x.Referrers() {
				up, ok := ref.(*ssa.MapUpdate)
				if !ok {
					continue
				}
				if k, ok := textConst(up.Key); ok && k == key {
					out = append(out, up.Value)
				}
			}
		case *ssa.Alloc:
			if w, rest, ok := a.setOnce(x, l.path.Plus(a.fieldsOf(x.Type(), content.Path{{content.Key, key}})...)); ok && len(rest) == 0 {
				out = append(out, w)
			}
		}
	}
	return out
}

// elementsOf returns the elements that a list is made of or that are appended
// to it.
func elementsOf(list ssa.Value, deep int) []ssa.Value {
	if deep > maxPath {
		return nil
	}
	switch x := list.(type) {
	case *ssa.MakeInterface:
		return elementsOf(x.X, deep+1)
	case *ssa.Slice:
		var out []ssa.Value
		if arr, ok := x.X.(*ssa.Alloc); ok {
			for _, ref := range *arr.Referrers() {
				if idx, ok := ref.(*ssa.IndexAddr); ok {
					out = append(out, storedAt(idx)...)
				}
			}
		}
		return out
	case *ssa.MakeSlice:
		return storedIn(x)
	case *ssa.Phi:
		var out []ssa.Value
		for _, e := range x.Edges {
			for _, v := range elementsOf(e, deep+4) {
				if !slices.Contains(out, v) {
					out = append(out, v)
				}
			}
		}
		return append(out, storedIn(x)...)
	case *ssa.Call:
		if b, ok := x.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return append(elementsOf(x.Call.Args[0], deep+1), elementsOf(x.Call.Args[1], deep+1)...)
		}
	}
	return nil
}

// storedIn returns what is assigned to elements of a slice.
func storedIn(list ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *list.Referrers() {
		if idx, ok := ref.(*ssa.IndexAddr); ok {
			out = append(out, storedAt(idx)...)
		}
	}
	return out
}

// storedAt returns what is assigned to an element: of a struct literal, the
// element itself, which is built in place.
func storedAt(idx *ssa.IndexAddr) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *idx.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(idx) {
				out = append(out, ref.Val)
			}
		case *ssa.FieldAddr:
			if !slices.Contains(out, ssa.Value(idx)) {
				out = append(out, idx)
			}
		}
	}
	return out
}
