package verify

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

func indexed(addr string, i int) string { return fmt.Sprintf("%s[%d]", addr, i) }

// foreign executes a call of what has no body here, or is not known.
func (x *run) foreign(st *state, c *call, k then) {
	st.aborted = st.aborted || mayAbort(c)
	full := ""
	if c.fn != nil {
		full = c.fn.FullName()
		if o := c.fn.Origin(); o != nil {
			full = o.FullName()
		}
	}
	if how, ok := comparing[full]; ok {
		x.compareCall(st, c, how, k)
		return
	}
	if m := models[full]; m != nil {
		k(st, m(x, st, c))
		return
	}
	if i, ok := changing[full]; ok {
		k(st, c.results(x, st, x.now(st, c.args[i]).as(func(w *value) {
			if w.marks&raw != 0 {
				w.marks = w.marks&^raw | unknown
			}
		})))
		return
	}
	if v := x.header(st, c); v != nil {
		k(st, c.results(x, st, v))
		return
	}
	if v := x.member(st, c); v != nil {
		k(st, v)
		return
	}
	if x.runtime(st, c, full, k) || x.passesOn(st, c, k) || x.imported(st, c, k) || x.takesFunctions(st, c, k) {
		return
	}
	x.opaque(st, c, k)
}

// comparing lists what compares two texts: whether it takes the same time
// whatever they are, and what it returns if they are equal.
var comparing = map[string]how{
	"crypto/hmac.Equal":                 {true, equalTrue},
	"crypto/subtle.ConstantTimeCompare": {true, equalOne},
	"bytes.Equal":                       {false, equalTrue},
	"bytes.EqualFold":                   {false, equalTrue},
	"bytes.HasPrefix":                   {false, equalTrue},
	"bytes.Contains":                    {false, equalTrue},
	"bytes.Compare":                     {false, equalZero},
	"strings.Compare":                   {false, equalZero},
	"cmp.Compare":                       {false, equalZero},
	"strings.EqualFold":                 {false, equalTrue},
	"strings.HasPrefix":                 {false, equalTrue},
	"strings.HasSuffix":                 {false, equalTrue},
	"strings.Contains":                  {false, equalTrue},
	"reflect.DeepEqual":                 {false, equalTrue},
	"slices.Equal":                      {false, equalTrue},
	"slices.Compare":                    {false, equalZero},
}

type how struct {
	safe  bool
	equal equal
}

type equal uint8

const (
	equalTrue equal = iota
	equalOne
	equalZero
)

func (x *run) compareCall(st *state, c *call, h how, k then) {
	a, b := c.args[0], c.args[1]
	partial := strings.HasPrefix(c.fn.Name(), "Has") || c.fn.Name() == "Contains"
	ga, gb := st.gather(a, map[string]bool{}), st.gather(b, map[string]bool{})
	if !x.isComparison(st, a, b, h.safe) || partial && (ga.marks|gb.marks)&digest == 0 {
		if (ga.marks|gb.marks)&otherAuth != 0 && !partial {
			st.maybe = true
		}
		k(st, x.unknownResult(st, c))
		return
	}
	same, different := boolOf(true), boolOf(false)
	switch h.equal {
	case equalOne:
		same, different = intOf(1), intOf(0)
	case equalZero:
		same, different = intOf(0), intOf(-1)
	}
	x.compare(st, comparison{at: c.in, a: a, b: b, how: c.fn.Pkg().Name() + "." + c.fn.Name(), safe: h.safe}, same, different, k)
}

// opaque executes a call of something unknown.
func (x *run) opaque(st *state, c *call, k then) {
	x.fill(st, c)
	if st.req == nil {
		k(st, x.unknownResult(st, c))
		return
	}
	var in mark
	given := false // the request or the signature
	for i, a := range c.all() {
		m := st.marksOf(a)
		in |= m
		if t := typeAt(c, i); t != nil && isPassedRequest(t, a) {
			given = true
		}
	}
	if in&signature != 0 {
		given = true
	}
	if in&timestamp != 0 && !ssautil.IsStandard(c.path()) && !isLog(c.name) {
		x.isFresh(st)
	}
	switch {
	case in&age == 0 || isLog(c.name):
	case ssautil.IsStandard(c.path()):
		x.metClock(st)
	default:
		x.isFresh(st)
	}
	if given && !ssautil.IsStandard(c.path()) && !isLog(c.name) {
		x.isFresh(st)
		if in&signature != 0 && verdictIndex(c.res) >= 0 {
			x.trusted(st, c, false, k)
			return
		}
		if in&signature != 0 || isVerifier(c.name) || isVerifier(lastElement(c.path())) {
			st.maybe = true
			x.entry(st).handed = true
		}
	}
	if in&body != 0 {
		x.actOn(st, c)
	}
	k(st, x.unknownResult(st, c))
}

func lastElement(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

func typeAt(c *call, i int) types.Type {
	if c.recv != nil {
		i--
	}
	if i < 0 || i >= len(c.typs) {
		return nil
	}
	return c.typs[i]
}

func isPassedRequest(t types.Type, v *value) bool {
	return isRequestPlace(v.name) && (isRequest(t) || fullNameOf(t) == "net/http.Header" || types.IsInterface(t))
}

// functions are the arguments that are functions with a body here.
func (x *run) functions(c *call) []*value {
	var out []*value
	for _, a := range c.args {
		if a.fn != nil && x.isOwn(a.fn) {
			out = append(out, a)
		}
	}
	return out
}

// callback runs a function that something unknown was given.
func (x *run) callback(st *state, fn *value, k then) {
	args := make([]*value, len(fn.fn.Params))
	for i, p := range fn.fn.Params {
		args[i] = external(x.freshName(p.Name()), p.Type())
	}
	x.enter(st, fn.fn, args, fn.binds, k)
}

// takesFunctions executes a call that is given functions: handlers are
// registered (outside of a request), others are run.
func (x *run) takesFunctions(st *state, c *call, k then) bool {
	if x.wraps(st, c, k) || x.registers(st, c, k) {
		return true
	}
	fns := x.functions(c)
	if len(fns) == 0 || st.req == nil && !slices.ContainsFunc(fns, func(v *value) bool { return x.matters[v.fn] }) {
		return false
	}
	// One after the other; the result of the last is that of the call if it
	// can be: a transaction returns the error of what is done in it.
	var next func(st *state, i int, last *value)
	next = func(st *state, i int, last *value) {
		if i < len(fns) {
			x.callback(st, fns[i], func(st *state, v *value) { next(st, i+1, v) })
			return
		}
		sig := fns[len(fns)-1].fn.Signature
		res := x.unknownResult(st, c)
		if c.res != nil && sig.Results().Len() == 1 && types.Identical(c.res, sig.Results().At(0).Type()) {
			res = last
		} else if b, ok := last.bool(); ok && c.name == "IndexFunc" {
			res = intOf(-1)
			if b {
				res = intOf(0)
			}
		}
		k(st, res)
	}
	next(st, 0, nil)
	return true
}
