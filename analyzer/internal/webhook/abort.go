package webhook

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
	if strings.HasPrefix(c.Name, abortPrefix) {
		return true
	}
	for i, a := range c.Args {
		if isRequest(boxedType(c.Types[i], a)) && isRequestPlace(a.Name) {
			return true
		}
	}
	return false
}

// noteAbort notes a call of a context's method that ends the chain.
func noteAbort(st *state, fn *ssa.Function) {
	if fn.Signature.Recv() != nil && strings.HasPrefix(fn.Name(), abortPrefix) {
		pathOf(st).aborted = true
	}
}

// noteUnaborted notes that a path through middleware returned after a bad
// verdict without an end to the chain.
func (e *entry) noteUnaborted(p *path) {
	if !e.info.middleware || p.verdict != bad || p.aborted || p.unsure || !needsAbort(e.fn) {
		return
	}
	for _, t := range p.trace {
		if t.fn == e.fn {
			e.unaborted = t.at
		}
	}
}

// judgeChain looks at middleware that is there to refuse, and does nothing
// else.
func (c *checker) judgeChain(e *entry) {
	for _, f := range e.effects {
		if f.kind == acts && f.target != nextHandler {
			return
		}
	}
	if e.unaborted != nil {
		c.problem(Problem{Kind: Unaborted, At: e.unaborted})
	}
}
