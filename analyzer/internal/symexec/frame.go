package symexec

import "golang.org/x/tools/go/ssa"

// Get is the value of an operand in a frame.
func (f *Frame) Get(v ssa.Value) *Value {
	if r := f.regs[v]; r != nil {
		return r
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return Zero(v.Type())
		}
		return Constant(v.Value)
	case *ssa.Function:
		return &Value{Fn: v, Null: NotNil}
	case *ssa.Global:
		return &Value{Addr: globalPlace(v), Name: globalPlace(v), Null: NotNil}
	}
	return &Value{Name: v.Name(), Marks: Unknown}
}

const globalPrefix = "global:"

func globalPlace(g *ssa.Global) string { return globalPrefix + g.String() }

// goTo continues the frame in another block, with the values that come with
// the edge.
func (f *Frame) goTo(b *ssa.BasicBlock) {
	f.prev, f.block, f.next = f.block, b, 0
	edge := 0
	for i, p := range b.Preds {
		if p == f.prev {
			edge = i
		}
	}
	vals := map[*ssa.Phi]*Value{} // all at once: they may refer to one another
	for _, in := range b.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		vals[phi] = f.Get(phi.Edges[edge])
	}
	for phi, v := range vals {
		f.regs[phi] = v
	}
}
