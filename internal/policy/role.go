package policy

import "go/types"

// roles are what an argument of a sink may be, and which types can carry it.
// They are roles of the SDK model, see customerio.Role.
var roles = []struct {
	name   string
	fits   func(types.Type) bool
	wanted string // the types in words
}{
	{"attributes", holdsPayload, payloadTypes},
	{"event-data", holdsPayload, payloadTypes},
	{"device-data", holdsPayload, payloadTypes},
	{"message-data", holdsPayload, payloadTypes},
	{"identifier", holdsText, textTypes},
	{"event-name", holdsText, textTypes},
	{"recipient", holdsText, textTypes},
	{"free-text", holdsText, textTypes},
	{"attachment", holdsContent, "text, bytes, a reader, any, or a list or map of these"},
	{"credential", holdsText, textTypes},
}

const (
	payloadTypes = "a map with text keys, a struct, JSON as text or bytes, a reader, any, or a list of these"
	textTypes    = "text, a number, bytes, a struct, any, or a list or map of these"
)

// Roles returns the names of the roles.
func Roles() []string {
	var out []string
	for _, r := range roles {
		out = append(out, r.name)
	}
	return out
}

// holdsPayload: see payloadTypes.
func holdsPayload(t types.Type) bool {
	return someElement(t, func(t types.Type) bool {
		switch u := pointee(t).Underlying().(type) {
		case *types.Map:
			return isBasic(u.Key(), types.IsString)
		case *types.Struct:
			return !says(t, "time", "Time")
		}
		return isBasic(t, types.IsString) || isOpen(t)
	})
}

// holdsText: see textTypes.
func holdsText(t types.Type) bool {
	return someElement(t, func(t types.Type) bool {
		if m, ok := pointee(t).Underlying().(*types.Map); ok {
			return someElement(m.Elem(), isTextual)
		}
		return isTextual(t)
	})
}

func isTextual(t types.Type) bool {
	_, isStruct := pointee(t).Underlying().(*types.Struct)
	return isBasic(t, types.IsString|types.IsNumeric) || isOpen(t) || isStruct && !says(t, "time", "Time")
}

// holdsContent is holdsText without numbers.
func holdsContent(t types.Type) bool {
	return holdsText(t) && !isBasic(t, types.IsNumeric)
}

// someElement asks fits of a type, or of what a list of lists of it holds.
// Bytes are text.
func someElement(t types.Type, fits func(types.Type) bool) bool {
	for range 4 { // nobody nests lists deeper, and type T []T must end
		switch u := pointee(t).Underlying().(type) {
		case *types.Slice:
			if isByte(u.Elem()) {
				return true
			}
			t = u.Elem()
		case *types.Array:
			if isByte(u.Elem()) {
				return true
			}
			t = u.Elem()
		default:
			return fits(t)
		}
	}
	return false
}

// isOpen: an interface other than an error or a context, or a type
// parameter, may be anything.
func isOpen(t types.Type) bool {
	if says(t, "context", "Context") || types.Identical(t, types.Universe.Lookup("error").Type()) {
		return false
	}
	return types.IsInterface(t)
}

func pointee(t types.Type) types.Type {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func isBasic(t types.Type, info types.BasicInfo) bool {
	b, ok := pointee(t).Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

func says(t types.Type, pkg, name string) bool {
	n, ok := types.Unalias(pointee(t)).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}
