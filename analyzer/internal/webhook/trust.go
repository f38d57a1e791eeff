package webhook

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

const runtimePath = "github.com/ciolint/ciolint/runtime/webhook"

// runtimeFunction executes the functions of runtime/webhook.
func runtimeFunction(st *state, c *call, k continuation) bool {
	if !strings.HasSuffix(c.Path(), runtimePath) {
		return false
	}
	switch c.Name {
	case "NewVerifier", "SetKeys":
		checkOf(st).needsKey(st.List(c.Args[0])...)
		k(st, symexec.UnknownResult(st, c))
	case "Verify":
		relyOnKey(st, c)
		trust(st, c, Role{Duty: Verdict}, k)
	case "Handler", "Events", "HandlerFunc", "Middleware":
		k(st, guardedHandler("verifier", c.Args[0], true))
	case "ParseEvent":
		if inBody(st, c.Args[0]) {
			entryOf(st).event = true
			noteEffect(st, c.In, c.Name, decodes)
		}
		k(st, symexec.UnknownResult(st, c))
	default:
		k(st, symexec.UnknownResult(st, c))
	}
	return true
}

// guardedHandler is a handler behind middleware of another package, which
// verifies or not.
func guardedHandler(name string, behind *value, guards bool) *value {
	return &value{Null: symexec.NotNil, Name: name, Note: &note{behind: behind, guards: guards}}
}

// callBehind calls a handler that middleware of another package is in front
// of, or middleware that another package has made, which puts itself there.
func callBehind(st *state, c *call, v *value, k continuation) bool {
	n := noteOf(v)
	if n.behind == nil {
		behind := handlerAmong(c)
		if behind == nil || v.Fn != nil || c.Result == nil || !isHandler(c.Result) {
			return false
		}
		k(st, guardedHandler("middleware", behind, n.guards))
		return true
	}
	if n.guards {
		p := pathOf(st)
		p.verdict, p.unsure = good, true
		p.entry.unsure = true
		p.mayCheckAge()
	}
	symexec.Dynamic(st, c, n.behind, k)
	return true
}

// trust splits the path by the verdict of a function that verifies, and blames
// the caller for what is wrong with that.
func trust(st *state, c *call, role Role, k continuation) {
	p := pathOf(st)
	reliesOn(st, c, role)
	if role.Accepts != "" && c.Result != nil && isInteger(c.Result) {
		trustCode(st, c, role.Accepts, k)
		return
	}
	i := verdictIndex(c.Result)
	if i < 0 {
		p.unsure = true
		k(st, symexec.UnknownResult(st, c))
		return
	}
	same, different := symexec.Bool(true), symexec.Bool(false)
	if ssautil.IsErrorType(symexec.TypeOfResult(c.Result, i)) {
		same, different = symexec.Nil, &value{Null: symexec.NotNil, Name: "refused"}
	}
	same, different = withVerdict(st, c, i, same), withVerdict(st, c, i, different)
	refused := []*value{different}
	if role.Duty == QuietVerdict && different.Elems != nil { // (false, nil)
		refused = append(refused, different.Changed(func(v *value) {
			v.Elems = slices.Clone(v.Elems)
			v.Elems[i] = symexec.Nil
		}))
	}
	splitByVerdict(st, c.In, same, refused, k)
}

// trustCode splits the path by a verdict that is a number: any other than the
// one that accepts refuses.
func trustCode(st *state, c *call, accepts string, k continuation) {
	n, err := strconv.ParseInt(accepts, 10, 64)
	if err != nil {
		k(st, symexec.UnknownResult(st, c))
		return
	}
	refused := &value{Name: st.Fresh("refused")}
	st.Facts["eq:"+refused.Name+"="+accepts] = false
	splitByVerdict(st, c.In, symexec.Int(n), []*value{refused}, k)
}

// withVerdict is the result of a call whose result i says the verdict.
func withVerdict(st *state, c *call, i int, verdict *value) *value {
	v := symexec.UnknownResult(st, c)
	if v.Elems == nil {
		return verdict
	}
	if slices.ContainsFunc(c.Args, func(a *value) bool { return isRequestPlace(a.Name) }) {
		for j, e := range v.Elems { // it may have read the body
			if j != i && !ssautil.IsBoolType(symexec.TypeOfResult(c.Result, j)) {
				v.Elems[j] = e.With(body)
			}
		}
	}
	v.Elems[i] = verdict
	if i > 0 && ssautil.IsBoolType(symexec.TypeOfResult(c.Result, 0)) && !mayBeNil(verdict) { // (ok bool, err error)
		v.Elems[0] = symexec.Bool(isNil(verdict))
	}
	return v
}

// verdictIndex is the result of a call that can be a verdict, or -1: the
// error, or else the truth value, the last of several.
func verdictIndex(t types.Type) int {
	if t == nil {
		return -1
	}
	n := 1
	if tuple, ok := t.(*types.Tuple); ok {
		n = tuple.Len()
	}
	for i := n - 1; i >= 0; i-- {
		if r := symexec.TypeOfResult(t, i); ssautil.IsErrorType(r) || ssautil.IsBoolType(r) {
			return i
		}
	}
	return -1
}

// imported executes a function of which another package's analysis said that
// it verifies.
func imported(st *state, c *call, k continuation) bool {
	if c.Fn == nil {
		return false
	}
	p := pathOf(st)
	switch role := p.check.cfg.Imported(c.Fn.Origin()); role.Duty {
	case Verdict, QuietVerdict:
		if !p.handling || !takesProof(st, c) {
			return false
		}
		relyOnKey(st, c)
		trust(st, c, role, k)
		return true
	case Guard:
		k(st, guardedHandler("guard", handlerAmong(c), true))
		return true
	}
	return false
}

// handlerAmong is the handler that a call passes, nil if it passes none.
func handlerAmong(c *call) *value {
	var h *value
	for i, a := range c.Args {
		if isHandler(c.Types[i]) {
			h = a
		}
	}
	return h
}

// takesProof reports whether a call is given the signature, or what may hold
// it. A function of texts that gets none has to do with others' requests, who
// sign in the same way.
func takesProof(st *state, c *call) bool {
	for i, a := range c.Args {
		if st.MarksOf(a)&signature != 0 || !ssautil.HoldsText(c.Types[i]) {
			return true
		}
	}
	return len(c.Args) == 0 || c.Recv != nil && st.MarksOf(c.Recv)&signature != 0
}
