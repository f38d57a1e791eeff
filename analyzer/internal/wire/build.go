package wire

import (
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Config is what Build is told of the program.
type Config struct {
	Path string // of the package
	Main bool   // no other package imports it
	// Known reports whether the package with this path is analysed: then its
	// functions say themselves what they do with what they are given.
	Known func(path string) bool
	// Leaf reports whether an implementation of type t is of interest.
	Leaf func(t types.Type) bool
	// Handed is told of each function of another package that is handed on as a
	// value.
	Handed func(fn *types.Func)
	// Arg is where argument i of a call, the receiver counted, stands.
	Arg func(call ssa.CallInstruction, i int) token.Pos
}

// Build makes the graph of a package of its functions.
func Build(fns []*ssa.Function, cfg Config) *Builder {
	b := &Builder{Graph: NewGraph(), cfg: cfg, carrier: carrier{map[types.Type]bool{}}, locals: map[ssa.Value]Node{}, closed: map[Node]bool{}, handed: map[string]bool{}, others: map[Node]bool{}}
	b.box = &box{b: b}
	for _, fn := range fns {
		for _, blk := range fn.Blocks {
			for _, in := range blk.Instrs {
				b.instruction(in)
			}
		}
	}
	b.box.bindAll()
	return b
}

// A Builder is a graph with the nodes of the values that it was made of.
type Builder struct {
	*Graph
	cfg     Config
	carrier carrier
	locals  map[ssa.Value]Node
	count   int             // of local nodes
	closed  map[Node]bool   // what no other package can get at by its name
	handed  map[string]bool // functions that are handed on as values

	others  map[Node]bool // what belongs to other packages that are analysed
	given   map[Node]bool // what gets there
	outside map[Node]bool // nodes that others get at through flows
	holds   map[Node]bool // nodes that functions of other packages get into

	box *box
}

// Node is the node that holds what v is: a leaf, if v is one implementation;
// "" if v is nothing of interest.
func (b *Builder) Node(v ssa.Value) Node {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		if n := b.boxed(x); n != "" {
			return n
		}
		return ""
	case *ssa.ChangeInterface:
		return b.Node(x.X)
	case *ssa.ChangeType:
		return b.Node(x.X)
	case *ssa.Function:
		return b.function(x)
	case *ssa.MakeClosure:
		return b.closure(x)
	case *ssa.Const, *ssa.Builtin:
		return ""
	}
	if !b.carrier.carries(v.Type()) {
		return b.implementation(v.Type())
	}
	return b.place(v)
}

// place is the node of a variable.
func (b *Builder) place(v ssa.Value) Node {
	switch x := v.(type) {
	case *ssa.Parameter:
		if n := index(x); n >= 0 {
			return b.close(param(FuncName(x.Parent()), n), isExported(x.Parent()))
		}
	case *ssa.Global:
		n := Node(varKind + x.Pkg.Pkg.Path() + "." + x.Name())
		return b.close(b.owned(n, x.Pkg.Pkg), token.IsExported(x.Name()))
	case *ssa.FieldAddr:
		if n := b.field(x.X.Type(), x.Field); n != "" {
			return n
		}
	case *ssa.Field:
		if n := b.field(x.X.Type(), x.Field); n != "" {
			return n
		}
	case *ssa.IndexAddr:
		return b.Node(x.X)
	case *ssa.Index:
		return b.Node(x.X)
	case *ssa.Slice:
		return b.Node(x.X)
	case *ssa.UnOp:
		return b.Node(x.X)
	}
	n := b.locals[v]
	if n == "" {
		n = b.local()
		b.locals[v] = n
	}
	return n
}

// field is the node of a field; "" if its struct has no name.
func (b *Builder) field(t types.Type, i int) Node {
	n := ssautil.Named(t)
	s, ok := ssautil.Core(t).(*types.Struct)
	if n == nil || !ok || n.Obj().Pkg() == nil {
		return ""
	}
	f := s.Field(i)
	return b.close(b.owned(FieldNode(n, f.Name()), n.Obj().Pkg()), f.Exported() && n.Obj().Exported())
}

// owned notes of a node that it belongs to another package that is analysed.
func (b *Builder) owned(n Node, pkg *types.Package) Node {
	if pkg != nil && pkg.Path() != b.cfg.Path && b.cfg.Known(pkg.Path()) {
		b.others[n] = true
	}
	return n
}

// close notes of a node whether other packages can get at it by its name.
func (b *Builder) close(n Node, open bool) Node {
	if !open || b.cfg.Main {
		b.closed[n] = true
	}
	return n
}

// isExported reports whether other packages may call fn: by its name, or as a
// method of an interface.
func isExported(fn *ssa.Function) bool {
	obj := ssautil.Declared(fn)
	return obj != nil && obj.Exported()
}

// local is a new node of the function at hand.
func (b *Builder) local() Node {
	b.count++
	return Node("#" + strconv.Itoa(b.count) + " of " + b.cfg.Path)
}

func index(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if p == q {
			return i
		}
	}
	return -1
}

// boxed is what an interface is made of.
func (b *Builder) boxed(x *ssa.MakeInterface) Node {
	if b.carrier.carries(x.X.Type()) {
		return b.Node(x.X)
	}
	return b.implementation(x.X.Type())
}

// implementation is the leaf of a type, "" if it is of no interest.
func (b *Builder) implementation(t types.Type) Node {
	if isImplementation(t) && b.cfg.Leaf(t) {
		return TypeLeaf(t)
	}
	return ""
}

func (b *Builder) function(fn *ssa.Function) Node {
	if !b.carrier.signature(fn.Signature) {
		return ""
	}
	name := FuncName(fn)
	b.handed[name] = true
	b.tell(ssautil.Declared(fn))
	return Node(funcKind + name)
}

// tell says that a function is handed on.
func (b *Builder) tell(fn *types.Func) {
	if fn != nil && ssautil.PkgPath(fn) != b.cfg.Path {
		b.cfg.Handed(fn)
	}
}

// closure is the leaf of a function literal, or of a method whose receiver is
// bound; of one of an interface, it is the method of what is in there.
func (b *Builder) closure(x *ssa.MakeClosure) Node {
	fn := x.Fn.(*ssa.Function)
	if ssautil.FromSource(fn) {
		return b.function(fn)
	}
	method := ssautil.Declared(fn)
	if method == nil || len(x.Bindings) == 0 || !b.carrier.signature(fn.Signature) {
		return ""
	}
	if recv := x.Bindings[0]; types.IsInterface(recv.Type()) {
		n := b.place(x)
		b.Add(Flow{b.Node(recv), n, method.Name()}, x.Pos())
		return n
	}
	b.handed[method.FullName()] = true
	b.tell(method)
	return Node(boundKind + method.FullName())
}

// assign says that v gets into a node.
func (b *Builder) assign(to Node, v ssa.Value, pos token.Pos) {
	from := b.Node(v)
	if from == "" || to == "" {
		return
	}
	b.Add(Flow{From: from, To: to}, pos)
	if twoWay(v.Type()) && !from.IsLeaf() && !to.IsLeaf() {
		b.Add(Flow{From: to, To: from}, pos)
	}
}

// instruction adds the flows of one instruction.
func (b *Builder) instruction(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Store:
		if b.carrier.carries(in.Val.Type()) {
			b.assign(b.Node(in.Addr), in.Val, in.Pos())
		}
	case *ssa.MapUpdate:
		if b.carrier.carries(in.Value.Type()) {
			b.assign(b.Node(in.Map), in.Value, in.Pos())
		}
	case *ssa.Send:
		if b.carrier.carries(in.X.Type()) {
			b.assign(b.Node(in.Chan), in.X, in.Pos())
		}
	case *ssa.Return:
		for i, v := range in.Results {
			if b.carrier.carries(v.Type()) {
				b.assign(b.close(result(FuncName(in.Parent()), i), isExported(in.Parent())), v, in.Pos())
			}
		}
	case *ssa.MakeInterface:
		b.box.contain(in)
	case *ssa.ChangeInterface:
		b.box.mix(b.Node(in.X), in.Type(), in.Pos())
	case *ssa.MakeClosure:
		b.capture(in)
	case ssa.CallInstruction:
		b.call(in)
	case ssa.Value:
		b.value(in)
	}
}

// value adds the flows into a value that others make.
func (b *Builder) value(v ssa.Value) {
	if !b.carrier.carries(v.Type()) {
		return
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			b.assign(b.Node(v), e, token.NoPos)
		}
	case *ssa.TypeAssert:
		b.box.asserted(b.Node(v), v)
	case *ssa.Lookup:
		b.assign(b.Node(v), v.X, token.NoPos)
	case *ssa.Extract:
		b.extract(v)
	case *ssa.Convert:
		b.assign(b.Node(v), v.X, v.Pos())
	}
}

// extract: of a call, a look-up, a walk through a map or an assertion.
func (b *Builder) extract(x *ssa.Extract) {
	switch t := x.Tuple.(type) {
	case *ssa.TypeAssert:
		b.box.asserted(b.Node(x), t)
	case *ssa.Lookup:
		b.assign(b.Node(x), t.X, token.NoPos)
	case *ssa.UnOp:
		b.assign(b.Node(x), t.X, token.NoPos)
	case *ssa.Next:
		if rng, ok := t.Iter.(*ssa.Range); ok {
			b.assign(b.Node(x), rng.X, token.NoPos)
		}
	case *ssa.Select:
		for _, st := range t.States {
			if st.Dir == types.RecvOnly {
				b.assign(b.Node(x), st.Chan, token.NoPos)
			}
		}
	}
}

// capture: what a function literal has captured is the variable itself.
func (b *Builder) capture(mk *ssa.MakeClosure) {
	for i, v := range mk.Bindings {
		if fv := mk.Fn.(*ssa.Function).FreeVars[i]; b.carrier.carries(fv.Type()) {
			b.assign(b.Node(fv), v, token.NoPos)
		}
	}
}
