package ssautil

import "go/types"

// IsErrorType reports whether t is the predeclared type error.
func IsErrorType(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// IsBoolType reports whether the values of t are truth values.
func IsBoolType(t types.Type) bool { return hasBasicInfo(t, types.IsBoolean) }

// IsStringType reports whether the values of t are strings.
func IsStringType(t types.Type) bool { return hasBasicInfo(t, types.IsString) }

func hasBasicInfo(t types.Type, info types.BasicInfo) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

// IsBytesType reports whether t is a slice of bytes.
func IsBytesType(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// HoldsText reports whether t is a string, bytes, an array of bytes or a list
// of strings.
func HoldsText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return IsBytesType(t) || IsStringType(u.Elem())
	case *types.Array:
		return IsBytesType(types.NewSlice(u.Elem()))
	}
	return IsStringType(t)
}

// PointedTo is what t points at, or t itself if it is no pointer.
func PointedTo(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// QualifiedTypeName is the import path and the name of a named type or of what
// a pointer to one points at, as net/http.Request; "" for other types.
func QualifiedTypeName(t types.Type) string {
	n, ok := types.Unalias(PointedTo(t)).(*types.Named)
	switch {
	case !ok:
		return ""
	case n.Obj().Pkg() == nil:
		return n.Obj().Name()
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}

// HasMethodNamed reports whether t, or a pointer to it, has an exported method
// or field of that name.
func HasMethodNamed(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	return obj != nil
}
