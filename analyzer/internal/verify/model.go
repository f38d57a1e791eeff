package verify

import (
	"go/token"
	"slices"
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

	"strconv.Atoi":       parsed,
	"strconv.ParseInt":   parsed,
	"strconv.ParseUint":  parsed,
	"strconv.ParseFloat": parsed,

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
		v.drift = grows
		if c.fn.Name() == "Until" {
			v.drift = shrinks
		}
	}
	return v
}

// meeting: two times are compared or subtracted.
func meeting(x *run, st *state, c *call) *value {
	v := join(nil, x.freshName("between"), c.all()...)
	if v.marks&timestamp == 0 || v.marks&clock == 0 {
		return x.typed(v, c.res)
	}
	d := apart(c.recv, c.args[0])
	x.metClock(st)
	switch c.fn.Name() {
	case "Before":
		return x.ageTest(c.in, boundedBy(token.LSS, d))
	case "After":
		return x.ageTest(c.in, boundedBy(token.GTR, d))
	}
	return x.typed(v, c.res).as(func(r *value) { r.marks, r.drift = r.marks|age, d })
}

// parsed is the number that a text says.
func parsed(x *run, st *state, c *call) *value {
	v := x.unknownResult(st, c)
	v.elems[0] = v.elems[0].as(func(n *value) { n.seconds = n.marks&timestamp != 0 })
	return v
}
