package symexec

import "golang.org/x/tools/go/ssa"

// A channel made on the path gives back what was sent to it last; another one
// leads away, and comes from outside.

func sentTo(ch *Value) string { return unknownPlace(ch.Addr) + "sent" }

func send(st *State, in *ssa.Send) {
	ch, v := st.Top().Get(in.Chan), st.Top().Get(in.X)
	if ch.IsLocal() {
		st.memory[sentTo(ch)] = v
	}
	if h := st.run.hooks.Stores; h != nil {
		h(st, in, ch, nil, v)
	}
}

func received(st *State, in *ssa.UnOp, ch *Value) *Value {
	if sent := st.memory[sentTo(ch)]; sent != nil && !in.CommaOk {
		return sent
	}
	v := &Value{Name: st.Fresh("received"), Marks: st.MarksOf(ch)}
	if in.CommaOk {
		return &Value{Elems: []*Value{v, Answer(st.Fresh("open"), false)}}
	}
	return v
}
