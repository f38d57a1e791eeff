package ssautil

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// OnlyReadsThrough reports whether an instruction, and what is computed from
// it, leaves what the pointer p points at as it is.
func OnlyReadsThrough(in ssa.Instruction, p ssa.Value) bool {
	return onlyReads(in, p, map[ssa.Instruction]bool{})
}

func onlyReads(in ssa.Instruction, p ssa.Value, seen map[ssa.Instruction]bool) bool {
	if seen[in] {
		return true // around a loop
	}
	switch in := in.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Slice, *ssa.Phi:
		return readsOnly(in, in.(ssa.Value), seen)
	case *ssa.Store:
		return in.Addr != p && !canChangeThrough(p.Type())
	case *ssa.MapUpdate:
		return in.Map != p
	case ssa.CallInstruction:
		if b, ok := in.Common().Value.(*ssa.Builtin); ok {
			return b.Name() == "len" || b.Name() == "cap"
		}
		return !canChangeThrough(p.Type()) || in.Common().Value == p
	case *ssa.Lookup, *ssa.Range, *ssa.BinOp, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert, *ssa.Return, *ssa.Convert, *ssa.ChangeType:
		return true
	}
	return false
}

// readsOnly reports whether all that uses the value of an instruction only
// reads.
func readsOnly(in ssa.Instruction, v ssa.Value, seen map[ssa.Instruction]bool) bool {
	if _, load := in.(*ssa.UnOp); load && !canChangeThrough(v.Type()) {
		return true
	}
	seen[in] = true
	for _, ref := range *v.Referrers() {
		if !onlyReads(ref, v, seen) {
			return false
		}
	}
	return true
}

// canChangeThrough reports whether something can be changed through a value of
// type t. Bytes are taken for text, and an interface for an error or a
// handler.
func canChangeThrough(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan:
		return !IsBytesType(t)
	}
	return false
}
