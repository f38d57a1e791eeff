package wire

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Containers of constructors (fx, dig, do, or one of the program's own) are
// given functions and values as they are, and find out by types what goes
// where. The graph does the same: for each type there is a node of what the
// container has of it.

func container(t types.Type) Node { return Node(containerKind + types.TypeString(t, nil)) }

// contain hands what becomes an interface to the container, if the interface
// says nothing of it.
func (b *Builder) contain(in *ssa.MakeInterface) {
	if !isEmptyInterface(in.Type()) {
		return
	}
	switch t := in.X.Type(); {
	case isFunction(t):
		b.provide(b.Node(in.X), t.Underlying().(*types.Signature), in.Pos())
	case isNewInterface(in.X):
		b.bind(t.Underlying().(*types.Pointer).Elem(), in.Pos())
	default:
		b.supply(in.X, in.Pos())
	}
}

// mixed is what containers have that hold anything, by name or by place.
const mixed Node = containerKind + "any"

// mix: an implementation becomes a value of any type.
func (b *Builder) mix(n Node, as types.Type, pos token.Pos) {
	if isEmptyInterface(as) {
		b.Add(Flow{From: n, To: mixed}, pos)
	}
}

// asserted: what is asserted of a value of any type may be any that was made one.
func (b *Builder) asserted(to Node, x *ssa.TypeAssert) {
	if isEmptyInterface(x.X.Type()) {
		b.Add(Flow{From: mixed, To: to}, x.Pos())
		return
	}
	b.assign(to, x.X, x.Pos())
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
func (b *Builder) provide(fn Node, sig *types.Signature, pos token.Pos) {
	if fn == "" {
		return
	}
	c := Call{Func: fn}
	for v := range sig.Params().Variables() {
		c.Args = append(c.Args, b.containerOf(v.Type()))
	}
	for v := range sig.Results().Variables() {
		n := b.containerOf(v.Type())
		if leaf := b.implementation(v.Type()); leaf != "" {
			n = container(v.Type())
			b.has(leaf, v.Type(), pos)
		}
		c.Results = append(c.Results, n)
	}
	b.enter(c, pos)
}

// containerOf is the container's node of a type, "" if nothing of interest can
// be in there.
func (b *Builder) containerOf(t types.Type) Node {
	if b.carrier.carries(t) {
		return container(t)
	}
	return ""
}

// supply: the container has the value.
func (b *Builder) supply(v ssa.Value, pos token.Pos) {
	if leaf := b.implementation(v.Type()); leaf != "" {
		b.has(leaf, v.Type(), pos)
		b.Add(Flow{From: leaf, To: mixed}, pos)
	}
}

// has says that the container has an implementation.
func (b *Builder) has(leaf Node, t types.Type, pos token.Pos) {
	b.Add(Flow{From: leaf, To: container(t)}, pos)
	b.provided = append(b.provided, t)
}

// bind: what the container has of types that implement the interface, it has of
// the interface, too.
func (b *Builder) bind(iface types.Type, pos token.Pos) {
	if b.containerOf(iface) != "" {
		b.bindings = append(b.bindings, binding{iface, pos})
	}
}

// A binding names an interface to a container.
type binding struct {
	iface types.Type
	pos   token.Pos
}

// bindAll carries the bindings out, once it is known what containers have.
func (b *Builder) bindAll() {
	for _, bd := range b.bindings {
		for _, t := range b.provided {
			if types.Implements(t, bd.iface.Underlying().(*types.Interface)) {
				b.Add(Flow{From: container(t), To: container(bd.iface)}, bd.pos)
			}
		}
	}
}

// foreign: the callee is of a package of which nothing is known. Functions that
// it is given are for a container, and so is what it returns.
func (b *Builder) foreign(in ssa.CallInstruction) {
	for i, arg := range in.Common().Args {
		if isFunction(arg.Type()) {
			b.provide(b.Node(arg), arg.Type().Underlying().(*types.Signature), b.argPos(in, i))
		}
	}
	b.take(in, func(i int) Node { return b.containerOf(in.Common().Signature().Results().At(i).Type()) })
}
