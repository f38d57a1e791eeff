package verify

import (
	"go/types"
	"slices"
	"strings"
)

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
		return x.answer(c)
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
	return x.answer(c)
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
// request itself: no act.
func (x *run) answer(c *call) *value {
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
