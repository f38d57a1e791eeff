package ssautil

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// Unwrap returns the operand of an instruction that only changes how a
// value is seen, or nil.
func Unwrap(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return v.X
	case *ssa.Convert:
		return v.X
	case *ssa.MultiConvert:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.TypeAssert:
		return v.X
	case *ssa.Slice:
		return v.X
	case *ssa.SliceToArrayPointer:
		return v.X
	}
	return nil
}

// Edges returns what v may be, looking through other phis: those of a loop
// refer to one another.
func Edges(v *ssa.Phi) []ssa.Value {
	var out []ssa.Value
	seen := map[ssa.Value]bool{v: true}
	for work := []*ssa.Phi{v}; len(work) > 0; {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		for _, e := range p.Edges {
			if seen[e] {
				continue
			}
			seen[e] = true
			if inner, ok := e.(*ssa.Phi); ok {
				work = append(work, inner)
			} else {
				out = append(out, e)
			}
		}
	}
	return out
}

func Text(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

func Int(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || !IsNumber(c.Type()) {
		return 0, false
	}
	return c.Int64(), true
}

func IsNil(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.IsNil()
}

// OnlyEdge returns the value of a phi that is not nil, if it has just one.
func OnlyEdge(phi *ssa.Phi) ssa.Value {
	var one ssa.Value
	for _, e := range phi.Edges {
		if c, ok := e.(*ssa.Const); ok && c.IsNil() {
			continue
		}
		if one != nil && one != e {
			return nil
		}
		one = e
	}
	return one
}

// Cell is the variable that an address lies in.
func Cell(addr ssa.Value) ssa.Value {
	for {
		switch x := addr.(type) {
		case *ssa.FieldAddr:
			addr = x.X
		case *ssa.IndexAddr:
			addr = x.X
		default:
			return addr
		}
	}
}

// Dependents returns the values of v's function that are computed from v, v
// among them: also what is stored in a local variable and loaded again.
func Dependents(v ssa.Value) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	for work := []ssa.Value{v}; len(work) > 0; {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if out[x] || x.Referrers() == nil {
			continue
		}
		out[x] = true
		for _, ref := range *x.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Val == x {
					work = append(work, Cell(ref.Addr))
				}
			case ssa.Value:
				work = append(work, ref)
			}
		}
	}
	return out
}

// FieldsSet are the values that are assigned to fields of a struct variable.
func FieldsSet(x ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *x.Referrers() {
		f, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *f.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ssa.Value(f) {
				out = append(out, st.Val)
			}
		}
		out = append(out, FieldsSet(f)...)
	}
	return out
}

// Elements returns the elements that a list is made of or that are appended
// to it.
func Elements(list ssa.Value) []ssa.Value { return elementsIn(list, map[ssa.Value]bool{}) }

func elementsIn(list ssa.Value, seen map[ssa.Value]bool) []ssa.Value {
	if seen[list] {
		return nil // a loop appends to it
	}
	seen[list] = true
	switch x := list.(type) {
	case *ssa.MakeInterface:
		return elementsIn(x.X, seen)
	case *ssa.Slice:
		if arr, ok := x.X.(*ssa.Alloc); ok {
			return StoredIn(arr)
		}
	case *ssa.MakeSlice:
		return StoredIn(x)
	case *ssa.Phi:
		var out []ssa.Value
		for _, e := range x.Edges {
			for _, v := range elementsIn(e, seen) {
				if !slices.Contains(out, v) {
					out = append(out, v)
				}
			}
		}
		return append(out, StoredIn(x)...)
	case *ssa.Call:
		if b, ok := x.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return append(elementsIn(x.Call.Args[0], seen), elementsIn(x.Call.Args[1], seen)...)
		}
	}
	return nil
}

// StoredAt returns what is assigned to an element: of a struct literal, the
// element itself, which is built in place.
func StoredAt(idx *ssa.IndexAddr) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *idx.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(idx) {
				out = append(out, ref.Val)
			}
		case *ssa.FieldAddr:
			if !slices.Contains(out, ssa.Value(idx)) {
				out = append(out, idx)
			}
		}
	}
	return out
}

// StoredIn returns what is assigned to elements of a slice.
func StoredIn(list ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *list.Referrers() {
		if idx, ok := ref.(*ssa.IndexAddr); ok {
			out = append(out, StoredAt(idx)...)
		}
	}
	return out
}

// LoadedFrom returns the address that v was loaded from, through pointers.
func LoadedFrom(v ssa.Value) ssa.Value {
	for {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return v
		}
		v = load.X
	}
}

// FieldRead returns the field that v reads.
func FieldRead(v ssa.Value) (*types.Var, *types.Struct, bool) {
	v = LoadedFrom(v)
	switch v := v.(type) {
	case *ssa.FieldAddr:
		s := Selected(v.X.Type())
		return s.Field(v.Field), s, true
	case *ssa.Field:
		s := Selected(v.X.Type())
		return s.Field(v.Field), s, true
	}
	return nil, nil, false
}

// VariableName is the name of the variable at addr.
func VariableName(addr ssa.Value) []string {
	switch v := addr.(type) {
	case *ssa.Alloc:
		return []string{v.Comment}
	case *ssa.FreeVar:
		return []string{v.Name()}
	case *ssa.Global:
		return []string{v.Name()}
	}
	return nil
}

// CollectionOf returns the list or map that v is an element of, nil if it is none.
func CollectionOf(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.UnOp:
		if at, ok := x.X.(*ssa.IndexAddr); ok && x.Op == token.MUL {
			return Uncover(at.X)
		}
	case *ssa.Index:
		return Uncover(x.X)
	case *ssa.Lookup:
		return Uncover(x.X)
	case *ssa.Extract:
		switch t := x.Tuple.(type) {
		case *ssa.Lookup:
			return Uncover(t.X)
		case *ssa.Next:
			if rng, ok := t.Iter.(*ssa.Range); ok && x.Index == 2 && !t.IsString {
				return Uncover(rng.X)
			}
		}
	}
	return nil
}

func Uncover(v ssa.Value) ssa.Value {
	for Unwrap(v) != nil {
		v = Unwrap(v)
	}
	return v
}

func IsLen(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

// Inside is the value in an interface.
func Inside(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

// FieldSel selects field i of a struct of type t, or of what t points to.
func FieldSel(t types.Type, i int) content.Sel {
	return content.Sel{Kind: content.Field, Name: Selected(t).Field(i).Name()}
}

// SetOnce returns the value that makes the part at p of a variable, and the
// rest of the path within that value, if there is one assignment.
func SetOnce(x *ssa.Alloc, p content.Path) (v ssa.Value, rest content.Path, ok bool) {
	n := 0
	var visit func(addr ssa.Value, q content.Path)
	visit = func(addr ssa.Value, q content.Path) {
		for _, ref := range *addr.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == addr {
					v, rest = ref.Val, q
					n++
				}
			case *ssa.FieldAddr:
				if len(q) > 0 && FieldSel(addr.Type(), ref.Field) == q[0] {
					visit(ref, q[1:])
				}
			}
		}
	}
	visit(x, p)
	return v, rest, n == 1
}

// ComputedFrom reports whether v, or anything that it is computed from in its
// function, is what is asked for.
func ComputedFrom(v ssa.Value, is func(ssa.Value) bool) bool {
	seen := map[ssa.Value]bool{}
	for work := []ssa.Value{v}; len(work) > 0; {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[x] {
			continue
		}
		seen[x] = true
		if is(x) {
			return true
		}
		if in, ok := x.(ssa.Instruction); ok {
			for _, op := range in.Operands(nil) {
				if *op != nil {
					work = append(work, *op)
				}
			}
		}
	}
	return false
}

// IsReceive reports whether v receives from a channel.
func IsReceive(v *ssa.UnOp) bool { return v.Op == token.ARROW }
