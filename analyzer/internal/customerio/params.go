package customerio

import (
	"go/types"
	"strings"
)

// kinds returns the kinds of a signature's parameters in the notation of
// Call.Params.
func kinds(sig *types.Signature) string {
	n := sig.Params().Len()
	if sig.Variadic() {
		n--
	}
	names := make([]string, n)
	for i := range names {
		names[i] = kind(sig.Params().At(i).Type())
	}
	return strings.Join(names, ",")
}

func kind(t types.Type) string {
	t = types.Unalias(t)
	if named, ok := t.(*types.Named); ok {
		if k := wellKnown(named); k != "" {
			return k
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Name()
	case *types.Map:
		if isString(u.Key()) {
			return "map"
		}
	case *types.Interface:
		if u.Empty() {
			return "any"
		}
	}
	switch t := t.(type) {
	case *types.Named:
		return t.Obj().Name()
	case *types.Pointer:
		return "*" + kind(t.Elem())
	case *types.Slice:
		return "[]" + kind(t.Elem())
	}
	return t.String()
}

// wellKnown returns the short name of a type that many signatures have.
func wellKnown(named *types.Named) string {
	if pkg := named.Obj().Pkg(); pkg != nil {
		switch pkg.Path() + "." + named.Obj().Name() {
		case "context.Context", "golang.org/x/net/context.Context":
			return "ctx"
		case "time.Time":
			return "time"
		}
	}
	return ""
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
