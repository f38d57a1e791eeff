package verify

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Some frameworks, gin among them, run one handler of a chain after the other
// until one of them aborts. There a handler that verifies and returns has
// refused nothing.

// abortPrefix begins the names of a context's methods that end the chain.
const abortPrefix = "Abort"

// needsAbort reports whether a handler's context goes on to the next handler
// by itself.
func needsAbort(fn *ssa.Function) bool {
	p := requestParam(fn.Signature)
	if p == nil {
		return false
	}
	ms := types.NewMethodSet(p.Type())
	for i := range ms.Len() {
		if strings.HasPrefix(ms.At(i).Obj().Name(), abortPrefix) {
			return true
		}
	}
	return false
}

// mayAbort reports whether a call ends the chain, or might because it is given
// the request and is not followed.
func mayAbort(c *call) bool {
	if strings.HasPrefix(c.name, abortPrefix) {
		return true
	}
	for i, a := range c.args {
		if isRequest(elemType(c.typs[i], a)) && isRequestPlace(a.name) {
			return true
		}
	}
	return false
}

// goesOn notes that a path through middleware returned after a bad verdict
// without an end to the chain.
func (e *entry) goesOn(st *state) {
	if !e.info.probe || st.verdict != bad || st.aborted || st.maybe || !needsAbort(e.fn) {
		return
	}
	for _, s := range st.trace {
		if s.fn == e.fn {
			e.unaborted = s.at
		}
	}
}

// judgeChain looks at middleware that is there to refuse, and does nothing
// else.
func (c *checker) judgeChain(e *entry) {
	for _, a := range e.acts {
		if a.kind == strong && a.target != "next" {
			return
		}
	}
	if e.unaborted != nil && !e.cut {
		c.problem(Problem{Kind: Unaborted, At: e.unaborted})
	}
}
