package symexec

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// foreign executes a call of what has no body here, or is not known.
func foreign(st *State, c *Call, k Continuation) {
	if endsProgram(c) {
		return
	}
	if h := st.run.hooks.Foreign; h != nil && h(st, c, k) {
		return
	}
	if Standard(st, c, k) {
		return
	}
	if v := BufferMethod(st, c); v != nil {
		k(st, v)
		return
	}
	for _, o := range Outputs(st, c) {
		st.Havoc(o.Arg.Addr, &Value{Marks: Unknown, Name: st.Fresh("filled")})
	}
	if fns := c.Functions(st); len(fns) > 0 {
		CallBack(st, c, fns, k)
		return
	}
	k(st, UnknownResult(st, c))
}

// endsProgram reports whether a call does not return: os.Exit, and what loggers
// call Fatal.
func endsProgram(c *Call) bool {
	switch c.FullName() {
	case "os.Exit", "runtime.Goexit":
		return true
	}
	return c.Fn != nil && strings.HasPrefix(c.Fn.Name(), "Fatal")
}

// CallBack executes a call of something unknown that is given functions: they
// are run one after the other, with arguments from outside. The result of the
// last is that of the call if it can be: a transaction returns the error of
// what is done in it.
func CallBack(st *State, c *Call, fns []*Value, k Continuation) {
	var next func(st *State, i int, last *Value)
	next = func(st *State, i int, last *Value) {
		if i == len(fns) {
			k(st, callBackResult(st, c, fns[i-1].Fn, last))
			return
		}
		fn := fns[i].Fn
		args := make([]*Value, len(fn.Params))
		for j, p := range fn.Params {
			args[j] = st.External(st.Fresh(p.Name()), p.Type())
		}
		st.Enter(fn, args, fns[i].Binds, func(st *State, v *Value) { next(st, i+1, v) })
	}
	next(st, 0, nil)
}

func callBackResult(st *State, c *Call, fn *ssa.Function, last *Value) *Value {
	res := UnknownResult(st, c)
	if c.Result != nil && fn.Signature.Results().Len() == 1 && types.Identical(c.Result, fn.Signature.Results().At(0).Type()) {
		return last
	}
	if found, ok := last.AsBool(); ok && c.Name == "IndexFunc" {
		if found {
			return Int(0)
		}
		return Int(-1)
	}
	return res
}

// An Output is an argument through which a call may return something: a
// pointer to what was made on this path.
type Output struct {
	Arg  *Value
	Elem types.Type // what it points at
}

// Outputs are the outputs of a call that is not followed.
func Outputs(st *State, c *Call) []Output {
	var out []Output
	for i, a := range c.Args {
		elem, ok := Pointee(c.Types[i], a)
		if ok && a.Addr != "" && a.IsLocal() && a.Fn == nil && st.Get(BytesAt(a.Addr)) == nil {
			out = append(out, Output{a, elem})
		}
	}
	return out
}

// Pointee is what an argument of static type t points at.
func Pointee(t types.Type, v *Value) (types.Type, bool) {
	if types.IsInterface(t) && v.Dyn != nil {
		t = v.Dyn
	}
	elem := ssautil.PointedTo(t)
	return elem, elem != t
}
