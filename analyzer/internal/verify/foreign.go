package verify

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

func indexed(addr string, i int) string { return fmt.Sprintf("%s[%d]", addr, i) }

// foreign executes a call of what has no body here, or is not known.
func (x *run) foreign(st *state, c *call, k then) {
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

// header reads a header: something is given its name and returns text.
func (x *run) header(st *state, c *call) *value {
	t := c.res
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if t == nil || !isText(t) {
		return nil
	}
	for _, s := range c.constants() {
		if v := headerValue(s); v != nil {
			x.readsHeader(st, v, c.in)
			return v
		}
	}
	if c.recv != nil || len(c.args) > 0 && isRequestPlace(c.args[0].name) {
		for _, s := range c.constants() {
			if len(s) < 60 && tellsSender.MatchString(s) {
				return &value{marks: otherAuth, name: "auth:" + strings.ToLower(s)}
			}
		}
	}
	if c.recv != nil && isRequestPlace(c.recv.name) && len(c.constants()) > 0 && c.recv.marks&body == 0 {
		return &value{name: said + strings.ToLower(c.constants()[0])}
	}
	return nil
}

// said begins the names of what a request says under some name.
const said = "request:"

// member executes methods that are known by their receiver: of buffers,
// hashes, requests and responses.
func (x *run) member(st *state, c *call) *value {
	if c.recv == nil {
		return nil
	}
	r := st.writer(c.recv)
	buffered := st.mem[content(r.addr)] != nil || isBuffer(c)
	switch {
	case len(c.recv.elems) > 0 && c.name == "Write": // an io.MultiWriter
		x.write(st, c, c.recv, st.text(c.args[0]))
		return x.noError(c)
	case isHash(c) && c.name == "Sum":
		d := x.sumAt(st, r)
		return textValue(append(slices.Clip(st.text(c.args[0])), part{v: d}))
	case (buffered || isHash(c)) && c.name == "Reset" && len(c.args) == 0:
		st.mem[content(r.addr)] = textValue(nil)
		return &value{}
	case (buffered || isHash(c)) && strings.HasPrefix(c.name, "Write") && len(c.args) == 1:
		ps := st.text(c.args[0])
		if i, ok := c.args[0].int(); ok {
			ps = literal(string(rune(i)))
		}
		x.write(st, c, c.recv, ps)
		return x.noError(c)
	case buffered && c.name == "ReadFrom":
		x.write(st, c, c.recv, st.text(c.args[0]))
		return x.noError(c)
	case buffered && (c.name == "String" || c.name == "Bytes") && len(c.args) == 0:
		return textValue(st.text(r))
	case c.recv.null == isNil, isRequestPlace(c.recv.name) || isRequest(recvType(c)):
		return x.ofRequest(st, c)
	case c.recv.name == "response":
		return x.answer(st, c)
	case x.isBodyReader(c):
		return textValue(st.text(c.recv))
	}
	return nil
}

func (x *run) isBodyReader(c *call) bool {
	return c.recv.marks&raw != 0 && (c.name == "Bytes" || c.name == "Text")
}

// recvType is the static type of a method's receiver.
func recvType(c *call) types.Type {
	if c.fn == nil || c.fn.Signature().Recv() == nil {
		return types.Typ[types.Invalid]
	}
	return c.fn.Signature().Recv().Type()
}

func isBuffer(c *call) bool {
	switch fullNameOf(recvType(c)) {
	case "bytes.Buffer", "strings.Builder":
		return true
	}
	return false
}

func isHash(c *call) bool {
	if c.fn == nil {
		return false
	}
	full := c.fn.FullName()
	return strings.HasPrefix(full, "(hash.Hash") || full == "(io.Writer).Write" && isHashType(c.recv.dyn)
}

func isHashType(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "BlockSize")
	return obj != nil
}

// ofRequest executes a method of a request or of a framework's context.
func (x *run) ofRequest(st *state, c *call) *value {
	switch {
	case c.name == "BasicAuth":
		t := c.res.(*types.Tuple)
		out := &value{}
		for i := range t.Len() {
			out.elems = append(out.elems, x.result(&value{marks: otherAuth, name: "basicauth"}, i, t.At(i).Type()))
		}
		return out
	case slices.Contains(readsBody, c.name) && len(c.args) == 0 && c.res != nil:
		t := c.res
		if tuple, ok := t.(*types.Tuple); ok {
			t = tuple.At(0).Type()
		}
		if isBytes(t) || isString(t) {
			return c.results(x, st, &value{marks: body | raw, name: "body"})
		}
	case c.name == "Next" && len(c.args) == 0:
		x.act(st, c.in, "next", strong)
		return x.typed(&value{name: x.freshName("next")}, c.res)
	}
	for i, a := range c.args { // Bind, BodyParser, ShouldBindJSON
		if _, ptr := pointee(c.typs[i], a); ptr && a.addr != "" && a.fn == nil && isDecoder(c.name) {
			return x.decode(st, c, &value{marks: body}, a)
		}
	}
	return x.answer(st, c)
}

func isDecoder(name string) bool {
	n := strings.ToLower(name)
	return strings.Contains(n, "bind") || strings.Contains(n, "parse") || strings.Contains(n, "decode") || strings.Contains(n, "json") || strings.Contains(n, "body")
}

// pointee is what an argument of static type t points at.
func pointee(t types.Type, v *value) (types.Type, bool) {
	if types.IsInterface(t) && v.dyn != nil {
		t = v.dyn
	}
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return nil, false
	}
	return p.Elem(), true
}

// answer executes a method that answers, or does something else with the
// request itself: no act, but a status tells whether it is refused.
func (x *run) answer(st *state, c *call) *value {
	for _, a := range c.args {
		if i, ok := a.int(); ok && i >= 400 && i < 600 {
			st.rejected = true
		}
	}
	if strings.HasPrefix(c.name, "Abort") {
		st.rejected = true
	}
	v := &value{name: x.freshName(c.name)}
	if c.recv != nil && isRequestPlace(c.recv.name) {
		v.name = c.recv.name + "." + c.name
	}
	out := x.typed(v, c.res)
	if c.res != nil && isPointer(c.res) {
		out = out.as(func(w *value) { w.addr = w.name })
	}
	return out
}

const runtimePath = "github.com/ciolint/ciolint/runtime/webhook"

// runtime executes the functions of runtime/webhook.
func (x *run) runtime(st *state, c *call, full string, k then) bool {
	if !strings.HasSuffix(c.path(), runtimePath) {
		return false
	}
	switch c.name {
	case "Verify":
		x.trusted(st, c, k)
	case "Handler", "HandlerFunc", "Middleware":
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

// trusted splits the path by the verdict of a function that verifies.
func (x *run) trusted(st *state, c *call, k then) {
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
	x.verdicts(st, c.in, same, different, k)
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
	switch x.cfg.Imported(c.fn.Origin()) {
	case Verdict:
		if st.req == nil {
			return false
		}
		x.trusted(st, c, k)
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
	if in&timestamp != 0 && !flow.IsStandard(c.path()) && !isLog(c.name) {
		x.isFresh(st)
	}
	if in&age != 0 && !isLog(c.name) {
		x.isFresh(st)
	}
	if given && !flow.IsStandard(c.path()) && !isLog(c.name) {
		x.isFresh(st)
		if in&signature != 0 && verdictIndex(c.res) >= 0 {
			x.trusted(st, c, k)
			return
		}
		if in&signature != 0 || isVerifier(c.name) || isVerifier(lastElement(c.path())) {
			st.maybe = true
			x.entry(st).handed = true
		}
	}
	if c.path() == "net/http" && c.fn != nil && (c.name == "Error" || c.name == "NotFound") {
		st.rejected = true
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

// fill forgets what an unknown function may have filled.
func (x *run) fill(st *state, c *call) {
	var in mark
	event := false
	for _, a := range c.all() {
		g := st.gather(a, map[string]bool{})
		in |= g.marks &^ (raw | digest)
		event = event || g.event
	}
	for i, a := range c.args {
		p, ok := pointee(c.typs[i], a)
		if !ok || a.addr == "" || !isLocal(a.addr) || a.fn != nil || st.mem[content(a.addr)] != nil {
			continue
		}
		if isEvent(p) && in&body != 0 && st.req != nil {
			event = true
			x.entry(st).event = true
			x.act(st, c.in, "decode", weak)
		}
		st.havoc(a.addr, &value{marks: in | unknown, name: x.freshName("filled"), event: event})
	}
	for _, a := range c.all() { // gjson.GetBytes(body, "metric")
		if st.req != nil && st.marksOf(a)&body != 0 {
			for _, s := range c.constants() {
				x.entry(st).sawKey(s)
			}
		}
	}
}

// actOn notes that something unknown is given the body.
func (x *run) actOn(st *state, c *call) {
	logging := isLog(c.name)
	switch {
	case flow.IsStandard(c.path()):
		switch c.path() {
		case "log", "log/slog", "fmt":
			if c.path() == "fmt" && !strings.HasPrefix(c.name, "Print") || c.path() == "log/slog" && !logging {
				return
			}
			logging = true
		case "os", "database/sql", "net/smtp", "os/exec", "net/rpc", "net":
		case "net/http":
			if c.recv == nil && !strings.HasPrefix(c.name, "Post") && c.name != "Get" || c.recv != nil && fullNameOf(recvType(c)) != "net/http.Client" {
				return
			}
		case "sync", "sync/atomic":
			if c.name != "Store" && c.name != "Swap" && c.name != "LoadOrStore" || isLocal(c.recv.addr) {
				return
			}
		default:
			return
		}
	case isHarmless(c.name):
		return
	}
	if !x.carries(st, c, logging) {
		return
	}
	kind := strong
	if logging {
		kind = logs
	}
	x.act(st, c.in, c.target(), kind)
}

// carries reports whether the body goes with a call; a log that tells an
// event's id or kind is no harm.
func (x *run) carries(st *state, c *call, logging bool) bool {
	for i, a := range c.args {
		if a.marks&body == 0 && isRequestPlace(a.name) || st.marksOf(a)&body == 0 || isKindOfEvent(a) {
			continue
		}
		if !logging || c.typs[i] != nil && x.isWhole(st, a) {
			return true
		}
	}
	return false
}

// isKindOfEvent: what happened, not to whom; metrics and traces tell it.
func isKindOfEvent(v *value) bool {
	switch strings.ToLower(strings.Trim(v.lastName(), "[]")) {
	case "metric", "objecttype", "object_type", "type":
		return true
	}
	return false
}

// isWhole: the raw body, or all that was decoded.
func (x *run) isWhole(st *state, v *value) bool {
	if v.addr != "" && isLocal(v.addr) {
		if es := st.elements(v.addr); es != nil { // the arguments of a Printf
			return slices.ContainsFunc(es, func(e *value) bool { return st.marksOf(e)&body != 0 && x.isWhole(st, e) })
		}
	}
	if v.marks&raw != 0 || v.fields != nil || v.known && slices.ContainsFunc(v.parts, func(p part) bool { return p.v != nil && p.v.marks&raw != 0 }) {
		return true
	}
	if v.dyn != nil {
		t := v.dyn
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		switch t.Underlying().(type) {
		case *types.Struct, *types.Map:
			return true
		}
		return isBytes(t)
	}
	return false
}

func (c *call) target() string {
	if c.fn != nil {
		return c.fn.FullName()
	}
	return c.name
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
