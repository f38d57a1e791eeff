package wire

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Containers of constructors (fx, dig, do, or one of the program's own) are
// given functions and values as they are, and find out by types what goes
// where. The graph does the same: for each type there is a node of what the
// container has of it.

// A box is the containers of the program, as one.
type box struct {
	b        *Builder
	bindings []binding
	provided []types.Type // the implementations that containers have
}

func container(t types.Type) Node { return Node(containerKind + types.TypeString(t, nil)) }

// contain hands what becomes an interface to the container, if the interface
// says nothing of it.
func (x *box) contain(in *ssa.MakeInterface) {
	if !isEmptyInterface(in.Type()) {
		return
	}
	pos := placeOf(in)
	switch t := in.X.Type(); {
	case isFunction(t):
		x.b.Add(Flow{From: x.b.Node(in.X), To: Foreign}, pos) // by reflection, anybody can call it
		x.provide(x.b.Node(in.X), t.Underlying().(*types.Signature), pos)
	case isNewInterface(in.X):
		x.bind(t.Underlying().(*types.Pointer).Elem(), pos)
	default:
		x.supply(in.X, pos)
	}
}

// placeOf is where a conversion is that the source does not spell out: where what
// it is made for comes next.
func placeOf(in ssa.Instruction) token.Pos {
	b := in.Block()
	for _, next := range b.Instrs[slices.Index(b.Instrs, in):] {
		if pos := next.Pos(); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

// mixed is what containers have that hold anything, by name or by place.
const mixed Node = containerKind + "any"

// mix: an implementation becomes a value of any type.
func (x *box) mix(n Node, as types.Type, pos token.Pos) {
	if isEmptyInterface(as) {
		x.b.Add(Flow{From: n, To: mixed}, pos)
	}
}

// asserted: what is asserted of a value of any type may be any that was made one.
func (x *box) asserted(to Node, v *ssa.TypeAssert) {
	if isEmptyInterface(v.X.Type()) {
		x.b.Add(Flow{From: mixed, To: to}, v.Pos())
		return
	}
	x.b.assign(to, v.X, v.Pos())
}

func isFunction(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// isNewInterface: new(Tracker) names an interface to a container.
func isNewInterface(v ssa.Value) bool {
	p, ok := v.Type().Underlying().(*types.Pointer)
	return ok && types.IsInterface(p.Elem())
}

// provide: the container calls the function with what it has of its
// parameters' types, and has its results from then on.
func (x *box) provide(fn Node, sig *types.Signature, pos token.Pos) {
	if fn == "" {
		return
	}
	c := Call{Func: fn}
	for v := range sig.Params().Variables() {
		c.Args = append(c.Args, x.containerOf(v.Type()))
	}
	for v := range sig.Results().Variables() {
		n := x.containerOf(v.Type())
		if leaf := x.b.implementation(v.Type()); leaf != "" {
			n = container(v.Type())
			x.has(leaf, v.Type(), pos)
		}
		c.Results = append(c.Results, n)
	}
	x.b.enter(c, pos)
}

// containerOf is the container's node of a type, "" if nothing of interest can
// be in there.
func (x *box) containerOf(t types.Type) Node {
	if x.b.carrier.carries(t) {
		return container(t)
	}
	return ""
}

// supply: the container has the value.
func (x *box) supply(v ssa.Value, pos token.Pos) {
	if leaf := x.b.implementation(v.Type()); leaf != "" {
		x.has(leaf, v.Type(), pos)
		x.b.Add(Flow{From: leaf, To: mixed}, pos)
	}
}

// has says that the container has an implementation.
func (x *box) has(leaf Node, t types.Type, pos token.Pos) {
	x.b.Add(Flow{From: leaf, To: container(t)}, pos)
	x.provided = append(x.provided, t)
}

// bind: what the container has of types that implement the interface, it has of
// the interface, too.
func (x *box) bind(iface types.Type, pos token.Pos) {
	if x.containerOf(iface) != "" {
		x.bindings = append(x.bindings, binding{iface, pos})
	}
}

// A binding names an interface to a container.
type binding struct {
	iface types.Type
	pos   token.Pos
}

// bindAll carries the bindings out, once it is known what containers have.
func (x *box) bindAll() {
	for _, bd := range x.bindings {
		for _, t := range x.provided {
			if types.Implements(t, bd.iface.Underlying().(*types.Interface)) {
				x.b.Add(Flow{From: container(t), To: container(bd.iface)}, bd.pos)
			}
		}
	}
}

// Foreign is what packages that are not analysed are given to call, or anybody
// as a value of any type.
const Foreign Node = containerKind + "of others"

// foreign: the callee is of a package of which nothing is known. Functions that
// it is given it may call with anything, or they are for a container, and so is
// what it returns.
func (x *box) foreign(in ssa.CallInstruction) {
	for i, arg := range in.Common().Args {
		if isFunction(arg.Type()) {
			x.b.Add(Flow{From: x.b.Node(arg), To: Foreign}, x.b.argPos(in, i))
			x.provide(x.b.Node(arg), arg.Type().Underlying().(*types.Signature), x.b.argPos(in, i))
		}
	}
	x.b.take(in, func(i int) Node { return x.containerOf(in.Common().Signature().Results().At(i).Type()) })
}
