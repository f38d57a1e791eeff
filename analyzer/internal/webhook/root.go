package webhook

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// runRoot runs a function by itself.
func (c *checker) runRoot(fn *ssa.Function, used bool) {
	st := c.engine.Start(c.newPath())
	args := requestArgs(st, fn)
	if !takesRequest(fn) && !c.takesParts(st, fn, args) {
		var made []*entry
		st.Enter(fn, args, nil, func(st *state, res *value) { made = append(made, c.runResults(st, fn, res)...) })
		c.noteGuard(fn, made)
		return
	}
	e := c.newEntry(fn, entryInfo{root: !used, unsure: used})
	p := pathOf(st)
	p.entry, p.handling = e, true
	st.Enter(fn, args, nil, func(st *state, res *value) { finishWith(st, res, fn) })
	c.noteVerdict(fn, e)
}

func takesRequest(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return isRequest(p.Type()) })
}

// noteVerdict notes that a function tells whether a request is good.
func (c *checker) noteVerdict(fn *ssa.Function, e *entry) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !e.compared || handles(fn.Signature) || e.cutUnverified {
		return
	}
	role := Role{Duty: Verdict}
	switch {
	case returnsCode(fn.Signature) && e.acceptingCode() != nil:
		role.Accepts = e.acceptingCode().Const.ExactString()
	case answerIndex(fn.Signature) < 0 || e.accepting() == unclear:
		return
	}
	if e.isQuiet() {
		role.Duty = QuietVerdict
	}
	if !e.checksAge && !e.readsTime && len(e.signedTime) > 0 { // its callers have read the timestamp
		role.Faults = []Fault{{Kind: Replay}}
	}
	if e.unaskedKey != "" {
		role.Faults = append(role.Faults, Fault{EmptyKey, e.unaskedKey})
	}
	c.roles[obj] = role
}

// runResults runs the handlers that a function returns.
func (c *checker) runResults(st *state, fn *ssa.Function, res *value) []*entry {
	var out []*entry
	vs := res.Elems
	if vs == nil {
		vs = []*value{res}
	}
	for i, v := range vs {
		if i >= fn.Signature.Results().Len() {
			break
		}
		t := fn.Signature.Results().At(i).Type()
		switch {
		case v.Fn != nil && isMiddleware(t):
			out = append(out, c.runMiddleware(st.Fork(), v, entryInfo{root: true, middleware: true}))
		case isHandler(t) && isCallable(v) && c.hasBody(v):
			e := c.newEntry(c.handlerFunc(v), entryInfo{root: true})
			serve(st.Fork(), v, e)
			out = append(out, e)
		case isHandler(t):
			e := c.newEntry(fn, entryInfo{root: true})
			passThrough(st, e, v)
			out = append(out, e)
		}
	}
	return out
}

// runMiddleware puts middleware in front of a handler from outside, and sends
// it a request.
func (c *checker) runMiddleware(st *state, v *value, info entryInfo) *entry {
	e := c.newEntry(v.Fn, info)
	next := st.External("next", v.Fn.Signature.Params().At(0).Type())
	st.Enter(v.Fn, []*value{next}, v.Binds, func(st *state, h *value) {
		switch {
		case isCallable(h) && (info.registered || c.hasBody(h)):
			serve(st, h, e)
		case !info.registered:
			passThrough(st, e, h)
		}
	})
	return e
}

// passThrough notes that middleware hands on the handler that it got.
func passThrough(st *state, e *entry, v *value) {
	if v.Name == "" || isNil(v) || v.Marks != 0 {
		return
	}
	s := st.Fork()
	p := pathOf(s)
	p.entry, p.handling = e, true
	if in := ssautil.FirstReturn(e.fn); in != nil {
		noteEffect(s, in, nextHandler, acts)
	}
}

// noteGuard notes that a function makes middleware, or a handler, that
// verifies before it calls the next handler. There is an entry for each path:
// what one path of a constructor hands on is judged with what the others do.
func (c *checker) noteGuard(fn *ssa.Function, made []*entry) {
	var verifying *entry
	for _, e := range made {
		if e.compared && (verifying == nil || len(e.effects) > 0) {
			verifying = e
		}
	}
	if verifying == nil {
		return
	}
	cut := slices.ContainsFunc(made, func(e *entry) bool { return e.cutUnverified })
	for _, e := range made {
		if e != verifying && !e.compared {
			verifying.effects = append(verifying.effects, e.effects...)
			e.effects = nil
		}
	}
	if obj, ok := fn.Object().(*types.Func); ok && !cut {
		c.roles[obj] = Role{Duty: Guard}
	}
}
