package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A heldFuncs is what the package stores in one of its fields that hold
// functions: these functions, and nothing else if it is not open.
type heldFuncs struct {
	fns      []*ssa.Function
	closures bool // function literals or methods with what they have captured are stored, too
	open     bool // something else is stored, or can be
}

// heldIn returns the functions that a field can hold; nil if they are not
// known. They are if the field is unexported, so that only this package can store
// anything there, and it stores functions that it names or makes. The answer
// goes by the instructions alone, so that it is the same at any time of the
// analysis.
func (a *Analysis) heldIn(k fieldKey) *heldFuncs {
	if a.held == nil {
		a.held = map[fieldKey]*heldFuncs{}
		for _, fns := range [][]*ssa.Function{a.funcs, a.generics} {
			for _, fn := range fns {
				a.indexHeld(fn)
			}
		}
	}
	h := a.held[k]
	v := ssautil.FieldNamed(k.t, k.field)
	if h == nil || h.open || v == nil || v.Exported() || v.Pkg() != a.pkg.Pkg || len(h.fns) == 0 && !h.closures {
		return nil
	}
	return h
}

func (a *Analysis) indexHeld(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			addr, ok := in.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			u := ssautil.Selected(addr.X.Type())
			f := u.Field(addr.Field)
			if _, ok := f.Type().Underlying().(*types.Signature); !ok {
				continue
			}
			k := fieldKey{u, f.Name()}
			if a.held[k] == nil {
				a.held[k] = &heldFuncs{}
			}
			a.held[k].use(addr)
		}
	}
}

// use notes what one selection of the field does with it.
func (h *heldFuncs) use(addr *ssa.FieldAddr) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			h.store(addr, ref)
		case *ssa.UnOp:
			h.open = h.open || ref.Op != token.MUL
		case *ssa.DebugRef:
		default:
			h.open = true // its address goes elsewhere
		}
	}
}

// store notes what is assigned to the field at addr.
func (h *heldFuncs) store(addr *ssa.FieldAddr, st *ssa.Store) {
	v := st.Val
	if ct, ok := v.(*ssa.ChangeType); ok {
		v = ct.X
	}
	fn, named := functionIn(v)
	_, closure := v.(*ssa.MakeClosure)
	switch {
	case st.Addr != addr:
		h.open = true
	case named:
		h.fns = append(h.fns, fn)
	case closure:
		h.closures = true
	default:
		h.open = true
	}
}

// functionIn is the function that v names, under whatever type.
func functionIn(v ssa.Value) (*ssa.Function, bool) {
	for {
		switch x := v.(type) {
		case *ssa.Function:
			return x, true
		case *ssa.ChangeType:
			v = x.X
		default:
			return nil, false
		}
	}
}
