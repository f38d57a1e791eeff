package verify

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// builtin executes a builtin function.
func (x *run) builtin(st *state, b *ssa.Builtin, c *ssa.CallCommon) *value {
	f := st.top()
	var args []*value
	for _, a := range c.Args {
		args = append(args, f.get(a))
	}
	switch b.Name() {
	case "len":
		return x.length(st, args[0], c.Args[0].Type())
	case "append":
		return x.appended(st, args, c.Args[0].Type())
	case "copy":
		x.spoilOrWrite(st, args)
		return &value{name: x.freshName("n")}
	case "delete":
		if s, ok := args[1].string(); ok && args[0].addr != "" {
			st.drop(args[0].addr + "[" + s + "]")
		}
		return &value{}
	case "ssa:wrapnilchk":
		return args[0]
	case "recover":
		return nilValue
	case "min", "max":
		v := join(nil, x.freshName("bound"), args...)
		for _, a := range args {
			if b.Name() == "min" && a.lenOf != nil && a.lenOf.marks&signature != 0 {
				v.lenOf = a.lenOf // at most
			}
		}
		return v
	}
	return &value{name: x.freshName(b.Name())}
}

func (x *run) length(st *state, v *value, t types.Type) *value {
	if s, ok := v.string(); ok {
		return intOf(int64(len(s)))
	}
	if v.null == isNil {
		return intOf(0)
	}
	if isString(t) || isBytes(t) {
		return &value{lenOf: x.now(st, v), name: "len(" + v.name + ")"}
	}
	if v.addr != "" && isLocal(v.addr) {
		if es := st.elements(v.addr); es != nil && st.mem[v.addr+"!"] == nil {
			return intOf(int64(len(es)))
		}
	}
	return &value{lenOf: v, name: "len(" + v.name + ")"}
}

func (x *run) appended(st *state, args []*value, t types.Type) *value {
	if isBytes(t) {
		var ps []part
		for _, a := range args {
			ps = append(ps, st.text(a)...)
		}
		if len(args) > 0 && emptyBuffer(st, args[0]) {
			ps = ps[1:]
		}
		return textValue(ps)
	}
	var es []*value
	for i, a := range args {
		switch known := st.elements(a.addr); {
		case a.null == isNil || i == 0 && isLocal(a.addr) && st.within(a.addr) == nil && st.mem[a.addr+"!"] == nil:
		case known == nil || !isLocal(a.addr):
			return join(t, x.freshName("appended"), args...)
		default:
			es = append(es, known...)
		}
	}
	o := x.newObject()
	for i, e := range es {
		st.store(indexed(o, i), e)
	}
	return &value{addr: o, name: o, null: notNil}
}

// emptyBuffer: made with room for bytes, and nothing in it.
func emptyBuffer(st *state, v *value) bool {
	ps := st.text(v)
	return len(ps) == 1 && ps[0].v == v && v.addr != "" && isLocal(v.addr) && v.marks == 0
}

// spoilOrWrite copies text into a buffer, at a place that is not followed.
func (x *run) spoilOrWrite(st *state, args []*value) {
	if args[0].addr == "" {
		return
	}
	v := st.gather(args[1], map[string]bool{})
	x.spoil(st, args[0], v)
}
