package ssautil

import (
	"go/types"
	"slices"
)

// HoldsDatum reports whether a place of type t can hold the datum that its
// name speaks of: text, bytes, a number, a small struct around one, or
// anything at all (any). Maps, services and errors are not the datum.
func HoldsDatum(t types.Type) bool { return datumIn(t, nil) }

// datumIn is HoldsDatum below the lists in seen: type T []T must end.
func datumIn(t types.Type, seen []types.Type) bool {
	if slices.Contains(seen, t) || SaysNothing(t) || IsErrorType(t) {
		return false
	}
	switch u := Deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Kind() != types.UnsafePointer
	case *types.Slice:
		return datumIn(u.Elem(), append(seen, t))
	case *types.Array:
		return datumIn(u.Elem(), append(seen, t))
	case *types.Interface:
		return u.NumMethods() == 0 || u.NumMethods() == 1 && u.Method(0).Name() == "String"
	case *types.Struct:
		return structHoldsDatum(u)
	}
	return false
}

// structHoldsDatum: a struct named like a datum is one if it holds plain
// data only (sql.NullString, type Passport struct{ Number string }), and not
// if it is a machine (a client, a mutex, a callback inside).
func structHoldsDatum(s *types.Struct) bool {
	plain := false
	for f := range s.Fields() {
		switch u := Deref(f.Type()).Underlying().(type) {
		case *types.Basic:
			plain = plain || u.Info()&types.IsBoolean == 0
		case *types.Slice:
			if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
				plain = true
			}
		case *types.Signature, *types.Chan, *types.Interface:
			return false
		}
	}
	return plain
}

// HoldsPayload reports whether a value of type t can hold attributes: a map
// with text keys, anything at all, or a struct or list with such a part.
func HoldsPayload(t types.Type) bool { return payloadIn(t, map[types.Type]bool{}) }

// payloadIn is HoldsPayload, but for the types that are looked into already.
func payloadIn(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] || SaysNothing(t) {
		return false
	}
	seen[t] = true
	if n := Named(t); n != nil && n.Obj().Pkg() != nil && IsStandard(n.Obj().Pkg().Path()) {
		return IsNamed(t, "encoding/json", "RawMessage") || IsNamed(t, "net/url", "Values")
	}
	if _, ok := types.Unalias(Deref(t)).(*types.TypeParam); ok {
		return true // whatever it is called with
	}
	switch u := Deref(t).Underlying().(type) {
	case *types.Map:
		return IsText(u.Key())
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.Slice:
		return IsCharacter(u.Elem()) || payloadIn(u.Elem(), seen)
	case *types.Array:
		return payloadIn(u.Elem(), seen)
	case *types.Chan:
		return payloadIn(u.Elem(), seen)
	case *types.Struct:
		for f := range u.Fields() {
			if payloadIn(f.Type(), seen) {
				return true
			}
		}
	}
	return false
}

// MayHoldText reports whether a value of type t can hold text or a payload, itself or
// in a part that the program declares.
func MayHoldText(t types.Type) bool { return textIn(t, map[types.Type]bool{}) }

// textIn is MayHoldText, but for the types that are looked into already.
func textIn(t types.Type, seen map[types.Type]bool) bool {
	if IsText(t) || HoldsPayload(t) {
		return true
	}
	if n := Named(t); seen[t] || n != nil && n.Obj().Pkg() != nil && IsStandard(n.Obj().Pkg().Path()) {
		return false
	}
	seen[t] = true
	switch u := Deref(t).Underlying().(type) {
	case *types.Map:
		return textIn(u.Elem(), seen)
	case *types.Slice:
		return textIn(u.Elem(), seen)
	case *types.Array:
		return textIn(u.Elem(), seen)
	case *types.Chan:
		return textIn(u.Elem(), seen)
	case *types.Struct:
		for f := range u.Fields() {
			if textIn(f.Type(), seen) {
				return true
			}
		}
	}
	return false
}

// HasFields reports whether a value of type t is seen by its fields: a struct,
// or a collection of structs.
func HasFields(t types.Type) bool { return fieldsIn(t, nil) }

// fieldsIn is HasFields below the named types in seen: type T []T must end.
func fieldsIn(t types.Type, seen []*types.Named) bool {
	if n := Named(t); n != nil {
		if slices.Contains(seen, n) {
			return false
		}
		seen = append(seen, n)
	}
	switch u := Deref(t).Underlying().(type) {
	case *types.Struct:
		return !IsWrapper(t) && !SaysNothing(t)
	case *types.Slice:
		return fieldsIn(u.Elem(), seen)
	case *types.Array:
		return fieldsIn(u.Elem(), seen)
	case *types.Map:
		return fieldsIn(u.Elem(), seen)
	}
	return false
}

// IsWrapper lists types whose JSON or text is that of what they wrap or are.
func IsWrapper(t types.Type) bool {
	n := Named(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() + "." + n.Obj().Name() {
	case "bytes.Buffer", "bytes.Reader", "strings.Builder", "strings.Reader", "net/url.URL", "math/big.Int",
		"net/http.Request", "net/http.Client", "net/http.Response", "sync.Map", "sync.Pool", "sync/atomic.Value", "sync/atomic.Pointer",
		"encoding/json.Encoder", "encoding/json.Decoder", "bufio.Writer", "bufio.Reader":
		return true
	}
	return false
}

// IsReader reports whether t is a struct that is read from: a file, a
// connection, a decompressor. What comes out of it is not what its fields say.
func IsReader(t types.Type) bool {
	if _, ok := Struct(t); !ok || IsWrapper(t) {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	fn, ok := obj.(*types.Func)
	return ok && IsRead(fn)
}

// IsRead reports whether fn is the method of an io.Reader.
func IsRead(fn *types.Func) bool {
	sig := fn.Signature()
	return fn.Name() == "Read" && sig.Recv() != nil && sig.Params().Len() == 1 && sig.Results().Len() == 2 &&
		types.Identical(sig.Results().At(0).Type(), types.Typ[types.Int]) && IsErrorType(sig.Results().At(1).Type()) &&
		types.Identical(sig.Params().At(0).Type(), types.NewSlice(types.Typ[types.Byte]))
}
