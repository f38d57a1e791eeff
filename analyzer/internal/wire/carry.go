package wire

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A carrier says which types may hold an implementation that data can be handed
// to.
type carrier struct{ known map[types.Type]bool }

// carries reports whether a value of type t can be, or lead to, an interface or
// a function that takes data, or that leads to such a one. Interfaces of the
// standard library take data of any kind and are left out: nobody asks what
// reaches an io.Writer.
func (c *carrier) carries(t types.Type) bool {
	if yes, ok := c.known[t]; ok {
		return yes
	}
	c.known[t] = false // a type that is made of itself alone leads nowhere
	yes := c.look(t)
	c.known[t] = yes
	return yes
}

// Carries is what Build goes by: whether a value of type t can hold an
// implementation that data can be handed to.
func Carries(t types.Type) bool { return (&carrier{map[types.Type]bool{}}).carries(t) }

func (c *carrier) look(t types.Type) bool {
	if n := ssautil.Named(t); n != nil && (n.Obj().Pkg() == nil || ssautil.IsStandard(n.Obj().Pkg().Path())) {
		return false
	}
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		return c.takesData(p.Constraint().Underlying())
	}
	switch u := t.Underlying().(type) {
	case *types.Interface, *types.Signature:
		return c.takesData(u)
	case *types.Pointer:
		return c.carries(u.Elem())
	case *types.Slice:
		return c.carries(u.Elem())
	case *types.Array:
		return c.carries(u.Elem())
	case *types.Chan:
		return c.carries(u.Elem())
	case *types.Map:
		return c.carries(u.Elem())
	}
	return false
}

// takesData: of an interface, any method does. An empty one carries nothing by
// itself: what is put into it is for a container (container.go).
func (c *carrier) takesData(t types.Type) bool {
	switch t := t.(type) {
	case *types.Interface:
		for m := range t.Methods() {
			if c.signature(m.Signature()) {
				return true
			}
		}
	case *types.Signature:
		return c.signature(t)
	}
	return false
}

func (c *carrier) signature(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if IsData(v.Type()) || c.carries(v.Type()) {
			return true
		}
	}
	for v := range sig.Results().Variables() {
		if c.carries(v.Type()) || isImplementation(v.Type()) {
			return true
		}
	}
	return false
}

// IsData reports whether a parameter of type t may take data.
func IsData(t types.Type) bool {
	return ssautil.HoldsDatum(t) || ssautil.HoldsPayload(t) || holdsText(t)
}

// holdsText: a struct of the program's own with a field that a datum can be in.
func holdsText(t types.Type) bool {
	s, ok := ssautil.Struct(t)
	n := ssautil.Named(t)
	if !ok || n != nil && n.Obj().Pkg() != nil && ssautil.IsStandard(n.Obj().Pkg().Path()) {
		return false
	}
	for f := range s.Fields() {
		if ssautil.HoldsDatum(f.Type()) {
			return true
		}
	}
	return false
}

// isImplementation: t is a named type that is no interface, or a pointer to
// one: what a constructor returns.
func isImplementation(t types.Type) bool {
	n := ssautil.Named(t)
	return n != nil && !types.IsInterface(n) && n.Obj().Pkg() != nil && !ssautil.IsStandard(n.Obj().Pkg().Path())
}

// isEmptyInterface reports whether values of type t may be anything.
func isEmptyInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// twoWay reports whether what is written through a value of type t is seen by
// others who have it.
func twoWay(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan:
		return true
	}
	return false
}
