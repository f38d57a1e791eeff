package flow

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// PlacesAt returns the places that an argument of a call, receiver counted, may
// denote, sorted, each once. It is for tests. Its grammar:
//
//	place  = object path
//	object = "param" NAME | "var" NAME | "global" NAME | "map" [NAME] | "slice" [NAME] | "chan" [NAME]
//	       | "literal" [NAME] | "new" [NAME] | "result of" FUNCTION | "value" [NAME]
//	path   = { "." FIELD | "[" KEY "]" | "[?]" | "[]" | "[" INDEX "]" }
//
// NAME is the variable that holds the object, if one does. A literal and new
// are what a pointer to a composite literal and new(T) point to; a value is
// what the engine takes for an object by itself. No place means that the
// argument denotes none: it is nil or a constant.
func (a *Analysis) PlacesAt(call ssa.CallInstruction, arg int) []string {
	var out []string
	for _, l := range a.locate(ssautil.Args(call.Common())[arg]) {
		out = append(out, a.objectName(l.root)+l.path.String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (a *Analysis) objectName(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Parameter:
		return "param " + v.Name()
	case *ssa.Global:
		return "global " + v.Name()
	case *ssa.Alloc:
		switch v.Comment {
		case "complit", "slicelit":
			return a.objectOf("literal", v)
		case "new", "makeslice":
			return a.objectOf(strings.TrimPrefix(v.Comment, "make"), v)
		}
		return "var " + v.Comment
	case *ssa.MakeMap:
		return a.objectOf("map", v)
	case *ssa.MakeSlice:
		return a.objectOf("slice", v)
	case *ssa.MakeChan:
		return a.objectOf("chan", v)
	case *ssa.Call:
		return "result of " + a.CalledName(v)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return "result of " + a.CalledName(call)
		}
	}
	return a.objectOf("value", v)
}

// objectOf adds the variables that hold v to what it is.
func (a *Analysis) objectOf(what string, v ssa.Value) string {
	return strings.Join(append([]string{what}, slices.Sorted(slices.Values(a.names[v]))...), " ")
}
