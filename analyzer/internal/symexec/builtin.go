package symexec

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// builtin executes a builtin function.
func builtin(st *State, b *ssa.Builtin, c *ssa.CallCommon) *Value {
	f := st.Top()
	var args []*Value
	for _, a := range c.Args {
		args = append(args, f.Get(a))
	}
	if h := st.run.hooks.Builtin; h != nil {
		if v := h(st, b.Name(), args); v != nil {
			return v
		}
	}
	switch b.Name() {
	case "len":
		return length(st, args[0], c.Args[0].Type())
	case "append":
		return appended(st, args, c.Args[0].Type())
	case "copy":
		if args[0].Addr != "" { // text comes to a part of a buffer that is not followed
			overwriteByte(st, args[0], st.Gather(args[1]))
		}
		return &Value{Name: st.Fresh("n")}
	case "delete":
		if s, ok := args[1].AsText(); ok && args[0].Addr != "" {
			st.drop(args[0].Addr + "[" + s + "]")
		}
		return &Value{}
	case "ssa:wrapnilchk":
		return args[0]
	case "recover":
		return Nil
	case "min", "max":
		return Join(nil, st.Fresh("bound"), args...)
	}
	return &Value{Name: st.Fresh(b.Name())}
}

func length(st *State, v *Value, t types.Type) *Value {
	if s, ok := v.AsText(); ok {
		return Int(int64(len(s)))
	}
	if v.Null == IsNil {
		return Int(0)
	}
	if ssautil.IsStringType(t) || ssautil.IsBytesType(t) {
		return &Value{LenOf: st.Snapshot(v), Name: "len(" + v.Name + ")"}
	}
	if v.IsLocal() && st.memory[unknownPlace(v.Addr)] == nil {
		if es := st.Elements(v.Addr); es != nil {
			return Int(int64(len(es)))
		}
	}
	return &Value{LenOf: v, Name: "len(" + v.Name + ")"}
}

func appended(st *State, args []*Value, t types.Type) *Value {
	if ssautil.IsBytesType(t) {
		return appendedBytes(st, args)
	}
	var es []*Value
	for i, a := range args {
		switch known := st.Elements(a.Addr); {
		case a.Null == IsNil || i == 0 && st.isUntouched(a.Addr):
		case known == nil || !a.IsLocal():
			return Join(t, st.Fresh("appended"), args...)
		default:
			es = append(es, known...)
		}
	}
	o := st.NewObject()
	for i, e := range es {
		st.Store(Indexed(o, i), e)
	}
	return &Value{Addr: o, Name: o, Null: NotNil}
}

func appendedBytes(st *State, args []*Value) *Value {
	var ps []Part
	for _, a := range args {
		ps = append(ps, st.Text(a)...)
	}
	if len(args) > 0 && isEmptyBuffer(st, args[0]) {
		ps = ps[1:]
	}
	return FromParts(ps)
}

// isEmptyBuffer reports whether v was made with room for bytes, and nothing is
// in it.
func isEmptyBuffer(st *State, v *Value) bool {
	ps := st.Text(v)
	return len(ps) == 1 && ps[0].V == v && v.IsLocal() && v.Marks == 0
}

// overwriteByte notes that bytes are put together one by one: what they say is
// not known any more, only what went in.
func overwriteByte(st *State, slice, v *Value) {
	if slice.Addr == "" {
		return
	}
	c := &Value{Marks: st.MarksOf(slice)&^Exact | v.Marks | Unknown, Name: st.Fresh("bytes")}
	st.drop(slice.Addr)
	st.memory[BytesAt(slice.Addr)] = c
}
