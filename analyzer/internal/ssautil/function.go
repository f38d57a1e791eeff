package ssautil

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// IsGeneric reports whether fn is a generic function itself; its instances are
// analysed in its place.
func IsGeneric(fn *ssa.Function) bool {
	for f := fn; f != nil; f = f.Parent() {
		if f.TypeParams().Len() > 0 && len(f.TypeArgs()) == 0 {
			return true
		}
	}
	return false
}

// WrapsGeneric reports whether fn is the instance of a generic function for types
// that are not known: it does nothing but call that function.
func WrapsGeneric(fn *ssa.Function) bool {
	return strings.HasPrefix(fn.Synthetic, "instantiation wrapper")
}

// Functions returns the functions of pkg with a body, function literals,
// instances of generic functions and synthetic wrappers included, in source
// order.
func Functions(pkg *ssa.Package) (fns, generics []*ssa.Function) {
	c := collector{pkg: pkg, seen: map[*ssa.Function]bool{}}
	for _, m := range pkg.Members {
		switch m := m.(type) {
		case *ssa.Function:
			c.add(m)
		case *ssa.Type:
			c.methods(m.Type())
		}
	}
	SortFunctions(c.fns)
	SortFunctions(c.generics)
	return c.fns, c.generics
}

// A collector gathers functions by following references.
type collector struct {
	pkg  *ssa.Package
	fns  []*ssa.Function
	seen map[*ssa.Function]bool

	generics []*ssa.Function
}

func (c *collector) methods(t types.Type) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return
	}
	for m := range n.Methods() {
		if fn := c.pkg.Prog.FuncValue(m); fn != nil {
			c.add(fn)
		}
	}
}

// instance adds the methods of an instance of a generic type, which nothing
// but an interface may refer to.
func (c *collector) instance(t types.Type) {
	if n := Named(t); n == nil || n.TypeArgs().Len() == 0 || n.Obj().Pkg() != c.pkg.Pkg {
		return
	}
	set := c.pkg.Prog.MethodSets.MethodSet(t)
	for i := range set.Len() {
		c.add(c.pkg.Prog.MethodValue(set.At(i)))
	}
}

func (c *collector) add(fn *ssa.Function) {
	if fn == nil || c.seen[fn] || len(fn.Blocks) == 0 || !BelongsTo(fn, c.pkg) {
		return
	}
	c.seen[fn] = true
	if IsGeneric(fn) {
		c.generics = append(c.generics, fn)
	} else {
		c.fns = append(c.fns, fn)
	}
	for _, f := range fn.AnonFuncs {
		c.add(f)
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if mi, ok := in.(*ssa.MakeInterface); ok {
				c.instance(mi.X.Type())
			}
			for _, op := range in.Operands(nil) {
				if f, ok := (*op).(*ssa.Function); ok {
					c.add(f)
				}
			}
		}
	}
}

func SortFunctions(fns []*ssa.Function) {
	slices.SortFunc(fns, func(f, g *ssa.Function) int {
		return cmp.Or(cmp.Compare(f.Pos(), g.Pos()), cmp.Compare(f.String(), g.String()))
	})
}

func BelongsTo(fn *ssa.Function, pkg *ssa.Package) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	return fn.Pkg == nil || fn.Pkg == pkg
}

// Last returns the instruction that ends a block, nil if it is empty.
func Last(b *ssa.BasicBlock) ssa.Instruction {
	if len(b.Instrs) == 0 {
		return nil
	}
	return b.Instrs[len(b.Instrs)-1]
}

// IsLoopBody: fn is the body of a loop over an iterator function.
func IsLoopBody(fn *ssa.Function) bool { return strings.Contains(fn.Synthetic, "range-over-func") }

// ErrorBranches returns where a branch goes that compares an error with nil.
func ErrorBranches(branch *ssa.If, test *ssa.BinOp) (failed, fine *ssa.BasicBlock) {
	failed, fine = branch.Block().Succs[0], branch.Block().Succs[1]
	if test.Op == token.EQL {
		failed, fine = fine, failed
	}
	return failed, fine
}

// FromSource reports whether fn has its body from the source: the wrappers that
// method values and interfaces need share the object of what they call.
func FromSource(fn *ssa.Function) bool {
	return fn.Synthetic == "" || fn.Origin() != nil || IsLoopBody(fn)
}

// Mentions returns the instructions that have the function literal fn for an
// operand: they make a closure of it, call it, or pass it on.
func Mentions(fn *ssa.Function) []ssa.Instruction {
	if fn.Parent() == nil {
		return nil
	}
	var out []ssa.Instruction
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			if _, debug := in.(*ssa.DebugRef); debug {
				continue // says where the literal stands, and runs nothing
			}
			if slices.ContainsFunc(in.Operands(nil), func(op *ssa.Value) bool { return *op == ssa.Value(fn) }) {
				out = append(out, in)
			}
		}
	}
	return out
}

// Visible reports whether code outside of pkg can call fn, a function of it:
// not if it is a function literal, unexported, or in a main package.
func Visible(fn *ssa.Function, pkg *types.Package) bool {
	return fn.Parent() == nil && pkg.Name() != "main" && fn.Object() != nil && fn.Object().Exported()
}
