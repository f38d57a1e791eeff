package symexec

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A channel made on the path gives back what was sent to it last; another one
// leads away, and comes from outside.

func sentTo(ch *Value) string { return unknownPlace(ch.Addr) + "sent" }

func send(st *State, in ssa.Instruction, ch, v *Value) {
	if ch.IsLocal() {
		st.memory[sentTo(ch)] = v
	}
	if h := st.run.hooks.Stores; h != nil {
		h(st, in, ch, nil, v)
	}
}

func received(st *State, in *ssa.UnOp, ch *Value) *Value {
	v := receivedFrom(st, ch)
	if in.CommaOk {
		return &Value{Elems: []*Value{v, Answer(st.Fresh("open"), false)}}
	}
	return v
}

func receivedFrom(st *State, ch *Value) *Value {
	if sent := st.memory[sentTo(ch)]; sent != nil {
		return sent
	}
	return &Value{Name: st.Fresh("received"), Marks: st.MarksOf(ch)}
}

// selected executes a select statement: any of its cases may happen.
func selected(st *State, in *ssa.Select) *Value {
	f := st.Top()
	out := &Value{Elems: []*Value{{Name: st.Fresh("case")}, Answer(st.Fresh("open"), false)}}
	for _, s := range in.States {
		ch := f.Get(s.Chan)
		if s.Dir == types.SendOnly {
			send(st, in, ch, f.Get(s.Send))
		} else {
			out.Elems = append(out.Elems, receivedFrom(st, ch))
		}
	}
	return out
}
