package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

func deref(t types.Type) types.Type {
	for seen := []types.Type{}; !slices.Contains(seen, t); {
		p, ok := types.Unalias(t).Underlying().(*types.Pointer)
		if !ok {
			break
		}
		seen = append(seen, t) // type P *P must end
		t = p.Elem()
	}
	return t
}

func structOf(t types.Type) (*types.Struct, bool) {
	s, ok := deref(t).Underlying().(*types.Struct)
	return s, ok
}

func namedOf(t types.Type) *types.Named {
	n, _ := types.Unalias(deref(t)).(*types.Named)
	return n
}

func isNamed(t types.Type, pkg, name string) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}

func isNumber(t types.Type) bool {
	b, ok := deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func isText(t types.Type) bool {
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isCharacter(u.Elem())
	case *types.Array:
		return isCharacter(u.Elem())
	}
	return false
}

func isCharacter(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
}

func isBoolean(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isMapType(t types.Type) bool {
	_, ok := deref(t).Underlying().(*types.Map)
	return ok
}

// sharesMemory reports whether two values of type t can share storage, so
// that writing through one is seen through the other.
func sharesMemory(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Struct:
		for f := range u.Fields() {
			if sharesMemory(f.Type()) {
				return true
			}
		}
		return false
	case *types.Array:
		return sharesMemory(u.Elem())
	case *types.Tuple:
		return true
	}
	return true
}

func fieldNamed(s *types.Struct, name string) *types.Var {
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

// harmless reports whether a value of type t says nothing by itself: a
// boolean, a time, a function. A duration is a number, but never a datum.
func harmless(t types.Type) bool {
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsBoolean != 0 {
			return true
		}
	case *types.Signature:
		return true
	}
	return isNamed(t, "time", "Time") || isNamed(t, "time", "Duration") || isNamed(t, "time", "Location") || isNamed(t, "time", "Month")
}

// customMarshal reports whether t writes its own JSON or text.
func customMarshal(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		n := namedOf(t)
		if n == nil {
			return false
		}
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(n), true, n.Obj().Pkg(), name)
		if _, ok := obj.(*types.Func); ok {
			return true
		}
	}
	return false
}

// takesFunctions reports whether fn has a parameter that is a function, or a
// list of functions.
func takesFunctions(fn *ssa.Function) bool {
	for p := range fn.Signature.Params().Variables() {
		t := p.Type().Underlying()
		if s, ok := t.(*types.Slice); ok {
			t = s.Elem().Underlying()
		}
		if _, ok := t.(*types.Signature); ok {
			return true
		}
	}
	return false
}
