package verify

import (
	"golang.org/x/tools/go/ssa"
)

// An act is something that the verdict should come before.
type act struct {
	at      ssa.Instruction
	in      *ssa.Function // the handler that does it
	target  string        // what is called
	kind    actKind
	verdict verdict
	maybe   bool
	later   bool // the signature is compared afterwards
	choices
	blame  *Problem // why it happens in spite of a bad verdict
	opened bool     // between the verdict and here, something unknown was decided
}

type actKind uint8

const (
	strong  actKind = iota // sends, stores, starts, or calls the next handler
	logs                   // writes the body to a log
	weak                   // decodes: no harm by itself
	accepts                // returns that the request is good
)

// act notes an act on a path.
func (x *run) act(st *state, at ssa.Instruction, target string, kind actKind) {
	if st.req == nil {
		return
	}
	a := &act{
		at: at, in: st.handler(), target: target, kind: kind,
		verdict: st.verdict, maybe: st.maybe, choices: st.choices.clone(),
	}
	if st.verdict == bad {
		a.blame, a.opened = st.blame()
	}
	st.acts = append(st.acts, a)
	e := x.entry(st)
	e.acts = append(e.acts, a)
	e.used(a.in, st.facts)
}

// handler is the innermost function under way that takes requests.
func (st *state) handler() *ssa.Function {
	for i := len(st.frames) - 1; i >= 0; i-- {
		if fn := st.frames[i].fn; fn.Signature != nil && handles(fn.Signature) && fn.Synthetic == "" {
			return fn
		}
	}
	if st.req != nil {
		return st.req.entry.fn
	}
	return nil
}

// handlerFrame is the frame of the innermost handler under way.
func (st *state) handlerFrame() int {
	for i := len(st.frames) - 1; i > 0; i-- {
		if handles(st.frames[i].fn.Signature) {
			return i
		}
	}
	return 0
}
