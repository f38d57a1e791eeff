package wire

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A Node is a place that may hold implementations. Its text is the same in
// every package that names it: a kind, and what it is called by. The nodes of
// local variables begin with '#' and mean nothing elsewhere.
type Node string

const (
	fieldKind     = "field "     // field pkg.T.name
	paramKind     = "param "     // param func#0, the receiver first
	resultKind    = "result "    // result func#0
	varKind       = "var "       // var pkg.name
	containerKind = "container " // container T: what a container has of a type
	typeKind      = "type "      // a leaf: an implementing type
	funcKind      = "func "      // a leaf: a function
	boundKind     = "bound "     // a leaf: a method with its receiver
)

// IsLeaf reports whether n is an implementation and not a place.
func (n Node) IsLeaf() bool {
	return strings.HasPrefix(string(n), typeKind) || strings.HasPrefix(string(n), funcKind) || strings.HasPrefix(string(n), boundKind)
}

// isLocal reports whether n is a place within one function.
func (n Node) isLocal() bool { return strings.HasPrefix(string(n), "#") }

// isContainer reports whether n is what containers have.
func (n Node) isContainer() bool { return strings.HasPrefix(string(n), containerKind) }

// function is the name of the function that n is a parameter or a result of.
func (n Node) function() string {
	name, _, _ := strings.Cut(string(n), "#")
	if _, after, ok := strings.Cut(name, " "); ok {
		return after
	}
	return ""
}

// AsParam returns the function that n is a parameter of, and which one, the
// receiver first.
func (n Node) AsParam() (fn string, i int, ok bool) {
	rest, ok := strings.CutPrefix(string(n), paramKind)
	at := strings.LastIndexByte(rest, '#')
	if !ok || at < 0 {
		return "", 0, false
	}
	i, err := strconv.Atoi(rest[at+1:])
	return rest[:at], i, err == nil
}

// TypeLeaf is the leaf of an implementing type.
func TypeLeaf(t types.Type) Node { return Node(typeKind + typeName(t)) }

// AsType returns the name of the type that n is the leaf of.
func (n Node) AsType() (string, bool) { return strings.CutPrefix(string(n), typeKind) }

// AsFunc returns the name of the function that n is the leaf of, and whether
// the function is a method whose receiver is bound.
func (n Node) AsFunc() (name string, bound, ok bool) {
	if name, ok = strings.CutPrefix(string(n), boundKind); ok {
		return name, true, true
	}
	name, ok = strings.CutPrefix(string(n), funcKind)
	return name, false, ok
}

func param(fn string, i int) Node  { return Node(paramKind + fn + "#" + strconv.Itoa(i)) }
func result(fn string, i int) Node { return Node(resultKind + fn + "#" + strconv.Itoa(i)) }

// typeName names a type: a generic one without its arguments.
func typeName(t types.Type) string {
	prefix := ""
	for {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		prefix, t = prefix+"*", p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		obj := n.Origin().Obj()
		if obj.Pkg() == nil {
			return prefix + obj.Name()
		}
		return prefix + obj.Pkg().Path() + "." + obj.Name()
	}
	return prefix + types.TypeString(t, nil)
}

// FuncName names a function: by its declaration, if it has one.
func FuncName(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if obj := ssautil.Declared(fn); obj != nil {
		return obj.FullName()
	}
	return fn.String()
}

// FieldNode is the node of a field of a named type.
func FieldNode(n *types.Named, field string) Node {
	obj := n.Origin().Obj()
	return Node(fieldKind + obj.Pkg().Path() + "." + obj.Name() + "." + field)
}
