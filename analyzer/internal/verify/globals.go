package verify

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// initial are the package-level variables that hold what their declaration
// says.
func (c *checker) initial() map[string]*value {
	init := c.pkg.Func("init")
	if init == nil || init.Blocks == nil {
		return nil
	}
	x := &run{checker: c}
	var most map[string]*value
	st := x.state()
	x.enter(st, init, nil, nil, func(st *state, _ *value) {
		if len(st.mem) > len(most) {
			most = st.mem
		}
	})
	for _, g := range c.touched() {
		for k := range most {
			if k == g || strings.HasPrefix(k, g+".") || strings.HasPrefix(k, g+"[") || strings.HasPrefix(k, g+"!") || strings.HasPrefix(k, g+"#") {
				delete(most, k)
			}
		}
	}
	out := map[string]*value{} // names of a run's own are not to be mixed with others'
	for k, v := range most {
		out[frozen(k)] = freeze(v)
	}
	return out
}

// frozen renames a place that the package's initialisation made.
func frozen(addr string) string {
	if isLocal(addr) {
		return "o0" + addr[1:]
	}
	return addr
}

func freeze(v *value) *value {
	return v.as(func(c *value) {
		c.addr = frozen(c.addr)
		c.name = frozen(c.name)
		c.binds, c.elems = slices.Clone(c.binds), slices.Clone(c.elems)
		for i := range c.binds {
			c.binds[i] = freeze(c.binds[i])
		}
		for i := range c.elems {
			c.elems[i] = freeze(c.elems[i])
		}
		if c.fields != nil {
			fields := map[string]*value{}
			for k, f := range c.fields {
				fields[k] = freeze(f)
			}
			c.fields = fields
		}
	})
}

// touched are the package-level variables that something else than their
// declaration may change.
func (c *checker) touched() []string {
	out := map[string]bool{}
	for _, fn := range c.funcs {
		if fn.Name() == "init" && fn.Synthetic != "" {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for _, op := range in.Operands(nil) {
					if g, ok := (*op).(*ssa.Global); ok && !onlyReads(in, g) {
						out[globalName(g)] = true
					}
				}
			}
		}
	}
	return sortedKeys(out)
}

// onlyReads reports whether an instruction leaves what a pointer points at as
// it is.
func onlyReads(in ssa.Instruction, p ssa.Value) bool {
	switch in := in.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Slice, *ssa.Phi:
		v := in.(ssa.Value)
		if _, load := in.(*ssa.UnOp); load && !isReference(v.Type()) {
			return true
		}
		for _, ref := range *v.Referrers() {
			if ref != in && !onlyReads(ref, v) {
				return false
			}
		}
		return true
	case *ssa.Store:
		return in.Addr != p && !isReference(p.Type())
	case *ssa.MapUpdate:
		return in.Map != p
	case ssa.CallInstruction:
		if b, ok := in.Common().Value.(*ssa.Builtin); ok {
			return b.Name() == "len" || b.Name() == "cap"
		}
		return !isReference(p.Type()) || in.Common().Value == p
	case *ssa.Lookup, *ssa.Range, *ssa.BinOp, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert, *ssa.Return, *ssa.Convert, *ssa.ChangeType:
		return true
	}
	return false
}

// isReference: through a value of type t something can be changed. An
// interface is taken for an error or a handler.
func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan:
		return !isBytes(t)
	}
	return false
}
