package verify

import (
	"go/types"
	"slices"
	"strings"
)

const runtimePath = "github.com/ciolint/ciolint/runtime/webhook"

// runtime executes the functions of runtime/webhook.
func (x *run) runtime(st *state, c *call, full string, k then) bool {
	if !strings.HasSuffix(c.path(), runtimePath) {
		return false
	}
	switch c.name {
	case "Verify":
		x.trusted(st, c, false, k)
	case "Handler", "Events", "HandlerFunc", "Middleware":
		k(st, &value{behind: c.args[0], guards: true, null: notNil, name: "verifier"})
	case "ParseEvent":
		v := c.args[0]
		if x.inBody(st, v) {
			x.entry(st).event = true
			x.act(st, c.in, c.name, weak)
		}
		k(st, x.unknownResult(st, c))
	default:
		k(st, x.unknownResult(st, c))
	}
	return true
}

func (x *run) inBody(st *state, v *value) bool { return st.req != nil && st.marksOf(v)&body != 0 }

// trusted splits the path by the verdict of a function that verifies. One that
// is quiet may refuse without an error.
func (x *run) trusted(st *state, c *call, quiet bool, k then) {
	x.isFresh(st)
	x.entry(st).unknownMAC = true
	i := verdictIndex(c.res)
	if i < 0 {
		st.maybe = true
		k(st, x.unknownResult(st, c))
		return
	}
	same, different := x.unknownResult(st, c), x.unknownResult(st, c)
	set := func(v *value, to *value) *value {
		if v.elems == nil {
			return to
		}
		v.elems = slices.Clone(v.elems)
		v.elems[i] = to
		if i > 0 && isBoolIndex(c.res, 0) && to.null != maybeNil { // (ok bool, err error)
			v.elems[0] = boolOf(to.null == isNil)
		}
		return v
	}
	if isError(resultAt(c.res, i)) {
		same, different = set(same, nilValue), set(different, &value{null: notNil, name: "refused"})
	} else {
		same, different = set(same, boolOf(true)), set(different, boolOf(false))
	}
	refused := []*value{different}
	if quiet && different.elems != nil { // (false, nil)
		refused = append(refused, different.as(func(v *value) {
			v.elems = slices.Clone(v.elems)
			v.elems[i] = nilValue
		}))
	}
	x.verdicts(st, c.in, same, refused, k)
}

func isBoolIndex(t types.Type, i int) bool { return isBool(resultAt(t, i)) }

func resultAt(t types.Type, i int) types.Type {
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.At(i).Type()
	}
	return t
}

// verdictIndex is the result of a call that can be a verdict, or -1: the
// error, or else the truth value.
func verdictIndex(t types.Type) int {
	n := 1
	if tuple, ok := t.(*types.Tuple); ok {
		n = tuple.Len()
	}
	if t == nil {
		return -1
	}
	for i := n - 1; i >= 0; i-- {
		if r := resultAt(t, i); isError(r) || isBool(r) {
			return i
		}
	}
	return -1
}

// passesOn calls the next handler, which is not known.
func (x *run) passesOn(st *state, c *call, k then) bool {
	if st.req == nil {
		return false
	}
	given := false
	for i, a := range c.args {
		given = given || isRequestPlace(a.name) && isRequest(c.typs[i])
	}
	serves := c.name == "ServeHTTP"
	unknownHandler := c.fn == nil && given && handles(c.in.Common().Signature())
	if !given || !serves && !unknownHandler {
		return false
	}
	x.act(st, c.in, "next", strong)
	k(st, x.typed(&value{name: x.freshName("next")}, c.res))
	return true
}

// imported executes a function of which another package's analysis said that
// it verifies.
func (x *run) imported(st *state, c *call, k then) bool {
	if c.fn == nil {
		return false
	}
	switch role := x.cfg.Imported(c.fn.Origin()); role {
	case Verdict, QuietVerdict:
		if st.req == nil || !x.takesProof(st, c) {
			return false
		}
		x.trusted(st, c, role == QuietVerdict, k)
		return true
	case Guard:
		v := &value{guards: true, null: notNil, name: "guard"}
		for i, a := range c.args {
			if isHandler(c.typs[i]) {
				v.behind = a
			}
		}
		k(st, v)
		return true
	}
	return false
}

// takesProof reports whether a call is given the signature, or what may hold
// it. A function of texts that gets none has to do with others' requests, who
// sign in the same way.
func (x *run) takesProof(st *state, c *call) bool {
	for i, a := range c.args {
		if st.marksOf(a)&signature != 0 || !isText(c.typs[i]) {
			return true
		}
	}
	return len(c.args) == 0
}
