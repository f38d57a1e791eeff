package ssautil

import (
	"go/types"
	"slices"
)

func Deref(t types.Type) types.Type {
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

func Struct(t types.Type) (*types.Struct, bool) {
	s, ok := Deref(t).Underlying().(*types.Struct)
	return s, ok
}

// Selected returns the struct whose fields FieldAddr and Field select from a
// value of type t: a struct, a pointer to one, or a type parameter whose types
// are such.
func Selected(t types.Type) *types.Struct { return Core(t).(*types.Struct) }

// Core is the underlying type of t, or of what t points to. For a type
// parameter it is that of the first of its types: what the code does with its
// values, it does with all of them.
func Core(t types.Type) types.Type {
	u := Deref(t).Underlying()
	if i, ok := u.(*types.Interface); ok {
		for e := range i.EmbeddedTypes() {
			if sum, ok := e.(*types.Union); ok {
				e = sum.Term(0).Type()
			}
			return Core(e)
		}
	}
	return u
}

func Named(t types.Type) *types.Named {
	n, _ := types.Unalias(Deref(t)).(*types.Named)
	return n
}

func IsNamed(t types.Type, pkg, name string) bool {
	n := Named(t)
	return n != nil && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}

func IsNumber(t types.Type) bool {
	b, ok := Deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func IsText(t types.Type) bool {
	switch u := Deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return IsCharacter(u.Elem())
	case *types.Array:
		return IsCharacter(u.Elem())
	}
	return false
}

func IsCharacter(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
}

func IsMap(t types.Type) bool {
	_, ok := Deref(t).Underlying().(*types.Map)
	return ok
}

// SharesMemory reports whether two values of type t can share storage, so
// that writing through one is seen through the other.
func SharesMemory(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Struct:
		for f := range u.Fields() {
			if SharesMemory(f.Type()) {
				return true
			}
		}
		return false
	case *types.Array:
		return SharesMemory(u.Elem())
	case *types.Tuple:
		return true
	}
	return true
}

func FieldNamed(s *types.Struct, name string) *types.Var {
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

// SaysNothing reports whether a value of type t says nothing by itself: a
// boolean, a time, a function. A duration is a number, but never a datum.
func SaysNothing(t types.Type) bool {
	switch u := Deref(t).Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsBoolean != 0 {
			return true
		}
	case *types.Signature:
		return true
	}
	return IsNamed(t, "time", "Time") || IsNamed(t, "time", "Duration") || IsNamed(t, "time", "Location") || IsNamed(t, "time", "Month")
}

// MarshalsItself reports whether t writes its own JSON or text.
func MarshalsItself(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		n := Named(t)
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

// ArrayLen is the length of the array that t is or points to, -1 if it is none.
func ArrayLen(t types.Type) int64 {
	if t == nil {
		return -1
	}
	if a, ok := Deref(t).Underlying().(*types.Array); ok {
		return a.Len()
	}
	return -1
}
