package symexec

import (
	"fmt"
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// UnknownResult is the result of a call of which nothing is known but what
// went in.
func UnknownResult(st *State, c *Call) *Value {
	v := &Value{Name: st.Fresh(c.Name)}
	for _, a := range c.All() {
		g := st.Gather(a)
		v.Marks |= g.Marks &^ Exact
		v.Note = mixNotes(v.Note, g.Note)
	}
	return Typed(st, v, c.Result)
}

// Typed fits a value, of which only the whole is known, to the type of a
// result: that of a tuple gets elements.
func Typed(st *State, v *Value, t types.Type) *Value {
	if t == nil {
		return &Value{}
	}
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return ResultAt(st, v, 0, t)
	}
	out := &Value{Name: v.Name}
	for i := range tuple.Len() {
		out.Elems = append(out.Elems, ResultAt(st, v, i, tuple.At(i).Type()))
	}
	return out
}

// ResultAt is result i of a call of which only the whole is known.
func ResultAt(st *State, whole *Value, i int, t types.Type) *Value {
	v := &Value{Marks: carried(t, whole.Marks), Name: fmt.Sprintf("%s/%d", whole.Name, i)}
	if h := st.run.hooks.Result; h != nil {
		v = h(whole, i, t, v)
	}
	if refersToMemory(t) {
		v.Addr = v.Name
	}
	if ssautil.IsBoolType(t) {
		v.About = &Test{Key: "is:" + v.Name}
	}
	return v
}

// ResultsWith is the result of a call that returns v first; the others are
// unknown.
func ResultsWith(st *State, c *Call, v *Value) *Value {
	tuple, ok := c.Result.(*types.Tuple)
	if !ok {
		return v
	}
	rest := UnknownResult(st, c)
	out := &Value{Elems: append([]*Value(nil), rest.Elems...)}
	if tuple.Len() > 0 {
		out.Elems[0] = v
	}
	return out
}

// NoError is the result of a call that does not fail, as of writing to a
// buffer, or of one whose failure is of no interest.
func NoError(st *State, c *Call) *Value {
	tuple, ok := c.Result.(*types.Tuple)
	if !ok {
		return Typed(st, &Value{Name: st.Fresh("n")}, c.Result)
	}
	out := &Value{}
	for i := range tuple.Len() {
		if ssautil.IsErrorType(tuple.At(i).Type()) {
			out.Elems = append(out.Elems, Nil)
		} else {
			out.Elems = append(out.Elems, &Value{Name: st.Fresh("n")})
		}
	}
	return out
}

// TypeOfResult is the type of result i of a call.
func TypeOfResult(t types.Type, i int) types.Type {
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.At(i).Type()
	}
	return t
}

// Named lets a value of type t refer to a place of its own name, if values of
// that type refer to something.
func Named(v *Value, t types.Type) *Value {
	if t == nil || !refersToMemory(t) {
		return v
	}
	return v.Changed(func(c *Value) { c.Addr = c.Name })
}
