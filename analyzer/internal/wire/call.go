package wire

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// call adds the flows of a call: what is passed gets into the parameters, what
// is returned into the results.
func (b *Builder) call(in ssa.CallInstruction) {
	c := in.Common()
	if builtin, ok := c.Value.(*ssa.Builtin); ok {
		b.builtin(builtin.Name(), in)
		return
	}
	callee := c.StaticCallee()
	switch {
	case callee == nil:
		b.dynamic(in)
	case b.isKnown(callee):
		b.static(in, callee)
	default:
		b.box.foreign(in)
	}
}

func (b *Builder) isKnown(fn *ssa.Function) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj := ssautil.Declared(fn)
	return obj == nil || b.cfg.Known(ssautil.PkgPath(obj))
}

// static: the callee is in view.
func (b *Builder) static(in ssa.CallInstruction, callee *ssa.Function) {
	name, types := FuncName(callee), declaredParams(callee)
	for i, arg := range in.Common().Args {
		if i < len(types) && b.carrier.carries(types[i]) {
			b.assign(b.owned(param(name, i), packageOf(callee)), arg, b.argPos(in, i))
		}
	}
	b.take(in, func(i int) Node { return result(name, i) })
}

func packageOf(fn *ssa.Function) *types.Package {
	if obj := ssautil.Declared(fn); obj != nil {
		return obj.Pkg()
	}
	return nil
}

// declaredParams are the types of the parameters, the receiver first: of an
// instance, those of the generic function.
func declaredParams(fn *ssa.Function) []types.Type {
	sig := fn.Signature
	if o := fn.Origin(); o != nil {
		sig = o.Signature
	}
	if obj := ssautil.Declared(fn); obj != nil {
		sig = obj.Signature()
	}
	var out []types.Type
	if sig.Recv() != nil {
		out = append(out, sig.Recv().Type())
	}
	for v := range sig.Params().Variables() {
		out = append(out, v.Type())
	}
	return out
}

func (b *Builder) argPos(in ssa.CallInstruction, i int) token.Pos {
	if pos := b.cfg.Arg(in, i); pos.IsValid() {
		return pos
	}
	return in.Pos()
}

// take: what the call returns comes from these nodes.
func (b *Builder) take(in ssa.CallInstruction, from func(int) Node) {
	for i := range in.Common().Signature().Results().Len() {
		if n := b.taken(in, i); n != "" {
			b.Add(Flow{From: from(i), To: n}, token.NoPos)
		}
	}
}

// dynamic: an interface or a function value says what is called.
func (b *Builder) dynamic(in ssa.CallInstruction) {
	c := in.Common()
	d := Call{Func: b.Node(c.Value)}
	if d.Func == "" {
		return
	}
	if c.IsInvoke() {
		d.Method = c.Method.Name()
	}
	for i, arg := range c.Args {
		d.Args = append(d.Args, b.handedOver(in, i, arg))
	}
	res := c.Signature().Results()
	for i := range res.Len() {
		d.Results = append(d.Results, b.taken(in, i))
	}
	b.enter(d, in.Pos())
}

// handedOver is the node of what a dynamic call passes; "" if it is of no
// interest.
func (b *Builder) handedOver(in ssa.CallInstruction, i int, arg ssa.Value) Node {
	if ps := in.Common().Signature().Params(); i >= ps.Len() || !b.carrier.carries(ps.At(i).Type()) {
		return ""
	}
	n := b.Node(arg)
	if n.IsLeaf() {
		held := b.local() // that says where it was handed over
		b.Add(Flow{From: n, To: held}, b.argPos(in, i))
		return held
	}
	return n
}

// taken is the node of a result that the function goes on with.
func (b *Builder) taken(in ssa.CallInstruction, i int) Node {
	call, ok := in.(*ssa.Call)
	if !ok {
		return ""
	}
	res := call.Call.Signature().Results()
	if v := ssautil.Result(call, i, res.Len()); v != nil && b.carrier.carries(v.Type()) {
		return b.Node(v)
	}
	return ""
}

// enter adds a call, if it hands anything on.
func (b *Builder) enter(c Call, pos token.Pos) {
	for _, n := range slices.Concat(c.Args, c.Results) {
		if n != "" {
			b.AddCall(c, pos)
			return
		}
	}
}

func (b *Builder) builtin(name string, in ssa.CallInstruction) {
	args := in.Common().Args
	switch name {
	case "append":
		call, ok := in.(*ssa.Call)
		if !ok || !b.carrier.carries(call.Type()) {
			return
		}
		for _, arg := range args {
			b.assign(b.Node(call), arg, in.Pos())
		}
	case "copy":
		if b.carrier.carries(args[0].Type()) {
			b.assign(b.Node(args[0]), args[1], in.Pos())
		}
	}
}
