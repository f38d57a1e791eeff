package verify

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A model executes a function of the standard library.
type model func(*run, *state, *call) *value

// models lists the functions whose result is more than what went in. The
// receiver counts as no argument.
var models = map[string]model{
	// func New(h func() hash.Hash, key []byte) hash.Hash
	"crypto/hmac.New": func(x *run, st *state, c *call) *value { return x.newHash(st, algOf(c.args[0]), c.args[1]) },

	"crypto/md5.New":       hashOf("md5"),
	"crypto/sha1.New":      hashOf("sha1"),
	"crypto/sha256.New":    hashOf("sha256"),
	"crypto/sha256.New224": hashOf("sha224"),
	"crypto/sha512.New":    hashOf("sha512"),
	"crypto/sha512.New384": hashOf("sha384"),
	// func Sum(data []byte) [Size]byte
	"crypto/md5.Sum":       sumOf("md5"),
	"crypto/sha1.Sum":      sumOf("sha1"),
	"crypto/sha256.Sum256": sumOf("sha256"),
	"crypto/sha512.Sum512": sumOf("sha512"),

	"io.ReadAll":              func(x *run, st *state, c *call) *value { return c.results(x, st, readAll(st, c.args[0])) },
	"io/ioutil.ReadAll":       func(x *run, st *state, c *call) *value { return c.results(x, st, readAll(st, c.args[0])) },
	"io.NopCloser":            first,
	"io/ioutil.NopCloser":     first,
	"io.LimitReader":          first,
	"bufio.NewReader":         first,
	"bufio.NewReaderSize":     first,
	"bufio.NewWriter":         first,
	"bufio.NewWriterSize":     first,
	"bufio.NewScanner":        first,
	"net/http.MaxBytesReader": func(_ *run, _ *state, c *call) *value { return c.args[1] },
	"io.MultiReader":          func(_ *run, st *state, c *call) *value { return textValue(concat(st, st.list(c.args[0]), nil)) },
	"io.MultiWriter":          func(_ *run, st *state, c *call) *value { return &value{elems: st.list(c.args[0]), null: notNil} },
	"io.TeeReader": func(x *run, st *state, c *call) *value {
		x.write(st, c, c.args[1], st.text(c.args[0]))
		return c.args[0]
	},
	"io.Copy":       copies,
	"io.CopyN":      copies,
	"io.CopyBuffer": copies,
	"io.WriteString": func(x *run, st *state, c *call) *value {
		x.write(st, c, c.args[0], st.text(c.args[1]))
		return x.noError(c)
	},
	"bytes.NewReader":       reader,
	"strings.NewReader":     reader,
	"bytes.NewBuffer":       buffer,
	"bytes.NewBufferString": buffer,
	"bytes.Join":            func(_ *run, st *state, c *call) *value { return joined(st, c) },
	"strings.Join":          func(_ *run, st *state, c *call) *value { return joined(st, c) },
	"slices.Concat":         func(_ *run, st *state, c *call) *value { return textValue(concat(st, st.list(c.args[0]), nil)) },
	"bytes.Clone":           first,
	"strings.Clone":         first,
	"slices.Clone":          first,
	"fmt.Sprintf":           func(_ *run, st *state, c *call) *value { return textValue(format(st, c.args[0], st.list(c.args[1]))) },
	"fmt.Sprint":            func(_ *run, st *state, c *call) *value { return textValue(concat(st, st.list(c.args[0]), nil)) },
	"fmt.Appendf": func(_ *run, st *state, c *call) *value {
		return textValue(append(slices.Clip(st.text(c.args[0])), format(st, c.args[1], st.list(c.args[2]))...))
	},
	"fmt.Append": func(_ *run, st *state, c *call) *value {
		return textValue(append(slices.Clip(st.text(c.args[0])), concat(st, st.list(c.args[1]), nil)...))
	},
	"fmt.Fprintf": func(x *run, st *state, c *call) *value {
		return x.fprint(st, c, format(st, c.args[1], st.list(c.args[2])))
	},
	"fmt.Fprint":                      func(x *run, st *state, c *call) *value { return x.fprint(st, c, concat(st, st.list(c.args[1]), nil)) },
	"encoding/json.Marshal":           marshal,
	"encoding/json.MarshalIndent":     marshal,
	"encoding/json.Compact":           compact,
	"encoding/json.Indent":            compact,
	"encoding/json.Unmarshal":         func(x *run, st *state, c *call) *value { return x.decode(st, c, c.args[0], c.args[1]) },
	"encoding/json.NewEncoder":        first,
	"encoding/json.NewDecoder":        first,
	"(*encoding/json.Decoder).Decode": func(x *run, st *state, c *call) *value { return x.decode(st, c, c.recv, c.args[0]) },
	"(*encoding/json.Encoder).Encode": func(x *run, st *state, c *call) *value {
		x.write(st, c, c.recv, append(st.text(rewrite(st, c.args[0])), part{lit: "\n"}))
		return x.noError(c)
	},

	"os.Getenv": func(_ *run, _ *state, c *call) *value { return env(c) },
	"os.LookupEnv": func(x *run, st *state, c *call) *value {
		v := env(c)
		return &value{elems: []*value{v, {about: &test{x.emptyKey(st, v), true}}}}
	},
	"errors.New":                           func(x *run, _ *state, _ *call) *value { return &value{name: x.freshName("error"), null: notNil} },
	"fmt.Errorf":                           func(x *run, _ *state, _ *call) *value { return &value{name: x.freshName("error"), null: notNil} },
	"errors.Join":                          func(x *run, st *state, c *call) *value { return joinErrors(x, st.list(c.args[0])) },
	"errors.Is":                            errorsIs,
	"errors.As":                            errorsIs,
	"net/http.CanonicalHeaderKey":          func(_ *run, _ *state, c *call) *value { return c.args[0] },
	"net/textproto.CanonicalMIMEHeaderKey": func(_ *run, _ *state, c *call) *value { return c.args[0] },
	"(*net/http.Request).WithContext":      func(_ *run, _ *state, c *call) *value { return c.recv },
	"(*net/http.Request).Clone":            func(_ *run, _ *state, c *call) *value { return c.recv },
	"net/http.StripPrefix":                 func(_ *run, _ *state, c *call) *value { return c.args[1] },
	"net/http.TimeoutHandler":              first,
	"net/http.MaxBytesHandler":             first,

	"time.Now":            func(x *run, _ *state, _ *call) *value { return &value{marks: clock, name: x.freshName("now")} },
	"time.Since":          aged,
	"time.Until":          aged,
	"(time.Time).Sub":     meeting,
	"(time.Time).After":   meeting,
	"(time.Time).Before":  meeting,
	"(time.Time).Compare": meeting,
}

func first(_ *run, _ *state, c *call) *value { return c.args[0] }

// changing lists functions whose result says the same as their argument in
// another form; the bytes of the body are not raw afterwards.
var changing = map[string]int{
	"encoding/hex.EncodeToString": 0, "encoding/hex.DecodeString": 0, "(*encoding/base64.Encoding).EncodeToString": 0,
	"(*encoding/base64.Encoding).DecodeString": 0, "strings.ToLower": 0, "strings.ToUpper": 0, "strings.TrimSpace": 0,
	"strings.TrimPrefix": 0, "strings.TrimSuffix": 0, "strings.Trim": 0, "bytes.TrimSpace": 0, "bytes.ToLower": 0,
	"bytes.TrimPrefix": 0, "strings.TrimLeft": 0, "strings.TrimRight": 0,
}

func hashOf(alg string) model {
	return func(x *run, st *state, _ *call) *value { return x.newHash(st, textOf(alg), nil) }
}

func sumOf(alg string) model {
	return func(_ *run, st *state, c *call) *value {
		return digestOf(st, &sum{alg: alg, parts: st.text(c.args[0])})
	}
}

// algOf is the name of the hash that a constructor makes.
func algOf(h *value) *value {
	if h.fn == nil {
		return textOf("")
	}
	switch h.fn.String() {
	case "crypto/sha256.New":
		return textOf("sha256")
	case "crypto/md5.New":
		return textOf("md5")
	case "crypto/sha1.New":
		return textOf("sha1")
	case "crypto/sha512.New":
		return textOf("sha512")
	case "crypto/sha512.New384":
		return textOf("sha384")
	}
	return textOf("")
}

func (x *run) newHash(st *state, alg, key *value) *value {
	o := x.newObject()
	st.mem[o+"#alg"] = alg
	if key != nil {
		st.mem[o+"#key"] = x.now(st, key)
	}
	st.mem[content(o)] = textOf("")
	return &value{addr: o, name: o, null: notNil}
}

// digestOf is the value of a hash. Of its input it keeps only whether that
// was the signature: nobody learns the body from it.
func digestOf(st *state, s *sum) *value {
	v := &value{marks: digest, sum: s, name: "digest"}
	for _, p := range s.parts {
		if p.v != nil {
			v.marks |= st.marksOf(p.v) & signature
		}
	}
	return v
}

// sumAt is the hash of what was written to the hash at a place.
func (x *run) sumAt(st *state, v *value) *value {
	s := &sum{keyed: true}
	if alg := st.mem[v.addr+"#alg"]; alg != nil {
		s.alg, _ = alg.string()
		s.key = st.mem[v.addr+"#key"]
		s.keyed = s.key != nil
	}
	if c := st.mem[content(v.addr)]; c != nil {
		s.parts = st.text(c)
	} else {
		s.parts = []part{{v: &value{marks: unknown}}}
	}
	return digestOf(st, s)
}

func readAll(st *state, r *value) *value {
	t := textValue(st.text(r))
	if t.marks&raw != 0 {
		t = t.as(func(c *value) { c.addr, c.name = "", "body" })
	}
	return t
}

func reader(_ *run, st *state, c *call) *value { return textValue(st.text(c.args[0])) }

func buffer(x *run, st *state, c *call) *value {
	o := x.newObject()
	st.mem[content(o)] = textValue(st.text(c.args[0]))
	return &value{addr: o, name: o, null: notNil}
}

// list are the elements of a list, one unknown if they are not known.
func (st *state) list(v *value) []*value {
	if v.null == isNil {
		return nil
	}
	if v.addr != "" {
		if es := st.elements(v.addr); es != nil {
			return es
		}
	}
	return []*value{v.with(unknown)}
}

func concat(st *state, vs []*value, sep []part) []part {
	var out []part
	for i, v := range vs {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, st.text(v)...)
	}
	return out
}

func joined(st *state, c *call) *value {
	return textValue(concat(st, st.list(c.args[0]), st.text(c.args[1])))
}

// format is the text that a format makes of its arguments. What a verb other
// than the plain ones makes is not known.
func format(st *state, f *value, args []*value) []part {
	s, ok := f.string()
	if !ok {
		return concat(st, append([]*value{f.with(unknown)}, args...), nil)
	}
	var out []part
	for s != "" {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			return append(out, literal(s)...)
		}
		out = append(out, literal(s[:i])...)
		j := i + 1
		for j < len(s) && strings.IndexByte("+-# 0123456789.[]", s[j]) >= 0 {
			j++
		}
		if j == len(s) {
			return out
		}
		verb := s[j]
		s = s[j+1:]
		switch {
		case verb == '%':
			out = append(out, part{lit: "%"})
		case len(args) == 0:
			return append(out, part{v: &value{marks: unknown}})
		default:
			ps := st.text(args[0])
			args = args[1:]
			if strings.IndexByte("svdxXc", verb) < 0 || j > i+1 {
				ps = []part{{v: join(nil, "formatted", textValue(ps)).with(unknown)}}
			}
			out = append(out, ps...)
		}
	}
	return out
}

func copies(x *run, st *state, c *call) *value {
	x.write(st, c, c.args[0], st.text(c.args[1]))
	return x.noError(c)
}

func (x *run) fprint(st *state, c *call, ps []part) *value {
	x.write(st, c, c.args[0], ps)
	return x.noError(c)
}

// noError: writing to a buffer or a hash does not fail, and what happens if
// another write fails is of no interest.
func (x *run) noError(c *call) *value {
	tuple, ok := c.res.(*types.Tuple)
	if !ok {
		return x.typed(&value{name: x.freshName("n")}, c.res)
	}
	out := &value{}
	for i := range tuple.Len() {
		if isError(tuple.At(i).Type()) {
			out.elems = append(out.elems, nilValue)
		} else {
			out.elems = append(out.elems, &value{name: x.freshName("n")})
		}
	}
	return out
}

// write appends to what was written to a buffer or hash.
func (x *run) write(st *state, c *call, w *value, ps []part) {
	if len(w.elems) > 0 {
		for _, e := range w.elems {
			x.write(st, c, e, ps)
		}
		return
	}
	w = st.writer(w)
	if isOutside(w) {
		if st.gather(textValue(ps), map[string]bool{}).marks&body != 0 {
			x.act(st, c.in, w.name, logs)
		}
		return
	}
	if w.addr == "" {
		return
	}
	st.writes++
	before := st.mem[content(w.addr)]
	switch {
	case before != nil:
		ps = append(slices.Clip(st.text(before)), ps...)
	case !isLocal(w.addr):
		ps = append([]part{{v: &value{marks: unknown, name: w.addr}}}, ps...)
	}
	st.mem[content(w.addr)] = textValue(ps)
}

// isOutside: a file or the terminal.
func isOutside(w *value) bool {
	return w.dyn != nil && types.TypeString(w.dyn, nil) == "*os.File" || strings.HasPrefix(w.name, "global:os.Std")
}

// writer is the buffer or hash that is written to, through an embedded field.
func (st *state) writer(w *value) *value {
	if st.mem[content(w.addr)] != nil || w.addr == "" {
		return w
	}
	var found []string
	for k, v := range st.mem {
		if strings.HasPrefix(k, w.addr+".") && v.addr != "" && st.mem[content(v.addr)] != nil {
			found = append(found, k)
		}
	}
	if len(found) == 1 {
		return st.mem[found[0]]
	}
	return w
}

// rewrite is JSON made of a value.
func rewrite(st *state, v *value) *value {
	g := st.gather(v, map[string]bool{})
	out := &value{marks: g.marks &^ raw, event: g.event, name: "json"}
	if g.marks&body != 0 {
		out.marks |= rewritten
	}
	return out
}

func marshal(x *run, st *state, c *call) *value { return c.results(x, st, rewrite(st, c.args[0])) }

func compact(x *run, st *state, c *call) *value {
	x.write(st, c, c.args[0], []part{{v: rewrite(st, c.args[1])}})
	return x.typed(&value{name: x.freshName("error")}, c.res)
}

// decode fills what a pointer points at with what data says.
func (x *run) decode(st *state, c *call, data, to *value) *value {
	g := st.gather(data, map[string]bool{})
	shaped := to.dyn != nil && isEvent(to.dyn)
	if to.addr != "" {
		st.havoc(to.addr, &value{marks: g.marks &^ (raw | rewritten), name: x.freshName("decoded"), event: g.event || shaped})
	}
	if g.marks&body != 0 && st.req != nil {
		if shaped {
			x.entry(st).event = true
		}
		x.act(st, c.in, "decode", weak)
	}
	return x.typed(&value{name: x.freshName("error")}, c.res)
}

func env(c *call) *value {
	name, ok := c.args[0].string()
	if !ok {
		name = c.args[0].name
	}
	return &value{name: "env(" + name + ")"}
}

func joinErrors(x *run, errs []*value) *value {
	all := true
	for _, e := range errs {
		if e.null == notNil {
			return e
		}
		all = all && e.null == isNil
	}
	if all {
		return nilValue
	}
	return &value{name: x.freshName("error")}
}

func errorsIs(x *run, _ *state, c *call) *value {
	if c.args[0].null == isNil {
		return boolOf(false)
	}
	return &value{about: &test{key: x.freshName("is")}}
}

// aged is how long ago the timestamp is.
func aged(x *run, st *state, c *call) *value {
	v := join(nil, x.freshName("age"), c.args...)
	if v.marks&timestamp != 0 {
		v = v.with(age | clock)
	}
	return v
}

// meeting: two times are compared or subtracted.
func meeting(x *run, st *state, c *call) *value {
	v := join(nil, x.freshName("between"), c.all()...)
	if v.marks&timestamp != 0 && v.marks&clock != 0 {
		if isBool(c.res) || c.fn.Name() == "Compare" {
			x.isFresh(st)
		}
		v = v.with(age)
	}
	return x.typed(v, c.res).with(v.marks & age)
}

// builtin executes a builtin function.
func (x *run) builtin(st *state, b *ssa.Builtin, c *ssa.CallCommon) *value {
	f := st.top()
	var args []*value
	for _, a := range c.Args {
		args = append(args, f.get(a))
	}
	switch b.Name() {
	case "len":
		return x.length(st, args[0], c.Args[0].Type())
	case "append":
		return x.appended(st, args, c.Args[0].Type())
	case "copy":
		x.spoilOrWrite(st, args)
		return &value{name: x.freshName("n")}
	case "delete":
		if s, ok := args[1].string(); ok && args[0].addr != "" {
			st.drop(args[0].addr + "[" + s + "]")
		}
		return &value{}
	case "ssa:wrapnilchk":
		return args[0]
	case "recover":
		return nilValue
	case "min", "max":
		return join(nil, x.freshName("bound"), args...)
	}
	return &value{name: x.freshName(b.Name())}
}

func (x *run) length(st *state, v *value, t types.Type) *value {
	if s, ok := v.string(); ok {
		return intOf(int64(len(s)))
	}
	if v.null == isNil {
		return intOf(0)
	}
	if isString(t) || isBytes(t) {
		return &value{lenOf: x.now(st, v), name: "len(" + v.name + ")"}
	}
	if v.addr != "" && isLocal(v.addr) {
		if es := st.elements(v.addr); es != nil && st.mem[v.addr+"!"] == nil {
			return intOf(int64(len(es)))
		}
	}
	return &value{lenOf: v, name: "len(" + v.name + ")"}
}

func (x *run) appended(st *state, args []*value, t types.Type) *value {
	if isBytes(t) {
		var ps []part
		for _, a := range args {
			ps = append(ps, st.text(a)...)
		}
		if len(args) > 0 && emptyBuffer(st, args[0]) {
			ps = ps[1:]
		}
		return textValue(ps)
	}
	var es []*value
	for i, a := range args {
		switch known := st.elements(a.addr); {
		case a.null == isNil || i == 0 && isLocal(a.addr) && st.within(a.addr) == nil && st.mem[a.addr+"!"] == nil:
		case known == nil || !isLocal(a.addr):
			return join(t, x.freshName("appended"), args...)
		default:
			es = append(es, known...)
		}
	}
	o := x.newObject()
	for i, e := range es {
		st.store(indexed(o, i), e)
	}
	return &value{addr: o, name: o, null: notNil}
}

// emptyBuffer: made with room for bytes, and nothing in it.
func emptyBuffer(st *state, v *value) bool {
	ps := st.text(v)
	return len(ps) == 1 && ps[0].v == v && v.addr != "" && isLocal(v.addr) && v.marks == 0
}

// spoilOrWrite copies text into a buffer, at a place that is not followed.
func (x *run) spoilOrWrite(st *state, args []*value) {
	if args[0].addr == "" {
		return
	}
	v := st.gather(args[1], map[string]bool{})
	x.spoil(st, args[0], v)
}
