package precede

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// isLaterStep reports whether a call goes through a list of steps in which the
// one that does x stands behind the one that does op.
func isLaterStep(a *Analysis, call *ssa.Call, x, op Operation) bool {
	for _, list := range listsOf(a, call.Call.Value, map[ssa.Value]bool{}) {
		if i, j := stepIn(list, x.by), stepIn(list, op.by); i >= 0 && j >= 0 && i > j {
			return true
		}
	}
	return false
}

// listsOf are the arrays that v was taken out of, through variables that are
// set once.
func listsOf(a *Analysis, v ssa.Value, seen map[ssa.Value]bool) []*ssa.Alloc {
	var out []*ssa.Alloc
	for _, place := range a.core.Places(ssautil.LoadedFrom(v)) {
		x, ok := place.Root.(*ssa.Alloc)
		if !ok || seen[x] {
			continue
		}
		seen[x] = true
		if _, ok := ssautil.Deref(x.Type()).Underlying().(*types.Array); ok {
			out = append(out, x)
		} else if w, _, ok := ssautil.SetOnce(x, place.Path); ok {
			out = append(out, listsOf(a, w, seen)...)
		}
	}
	return out
}

// stepIn is where fn stands in a list, alone or in a struct; -1 if it is not
// known to stand at one place.
func stepIn(list *ssa.Alloc, fn *ssa.Function) int64 {
	at := int64(-1)
	for _, ref := range *list.Referrers() {
		idx, ok := ref.(*ssa.IndexAddr)
		if !ok || !holds(idx, fn) {
			continue
		}
		i, constant := idx.Index.(*ssa.Const)
		if !constant || at >= 0 {
			return -1
		}
		at = i.Int64()
	}
	return at
}

// holds reports whether fn is put at an address, or into a field there.
func holds(addr ssa.Value, fn *ssa.Function) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if holds(ref, fn) {
				return true
			}
		case *ssa.Store:
			if ref.Addr == addr && isFunction(ref.Val, fn) {
				return true
			}
		}
	}
	return false
}

// isFunction reports whether v is fn, binds its receiver, or is a struct that
// holds it.
func isFunction(v ssa.Value, fn *ssa.Function) bool {
	switch x := v.(type) {
	case *ssa.ChangeType:
		return isFunction(x.X, fn)
	case *ssa.MakeClosure:
		return isFunction(x.Fn, fn)
	case *ssa.UnOp:
		made, ok := x.X.(*ssa.Alloc)
		return ok && holds(made, fn)
	}
	f, ok := v.(*ssa.Function)
	return ok && fn != nil && (f == fn || f.Object() != nil && f.Object() == fn.Object())
}
