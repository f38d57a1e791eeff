package webhook

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// models lists the functions of the standard library that a verification is
// made of. Those that only move text about are package symexec's.
var models = map[string]symexec.Model{
	"crypto/hmac.New": newMAC,

	// func ReadAll(r Reader) ([]byte, error)
	"io.ReadAll":        readAll,
	"io/ioutil.ReadAll": readAll,
	// func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser
	"net/http.MaxBytesReader": func(_ *state, c *call) *value { return c.Args[1] },

	// func Marshal(v any) ([]byte, error)
	"encoding/json.Marshal":       marshal,
	"encoding/json.MarshalIndent": marshal,
	// func Compact(dst *bytes.Buffer, src []byte) error
	"encoding/json.Compact": rewriteInto,
	"encoding/json.Indent":  rewriteInto,
	// func Unmarshal(data []byte, v any) error
	"encoding/json.Unmarshal":         func(st *state, c *call) *value { return decode(st, c, c.Args[0], c.Args[1]) },
	"encoding/json.NewEncoder":        symexec.FirstArgument,
	"encoding/json.NewDecoder":        symexec.FirstArgument,
	"(*encoding/json.Decoder).Decode": func(st *state, c *call) *value { return decode(st, c, c.Recv, c.Args[0]) },
	"(*encoding/json.Encoder).Encode": func(st *state, c *call) *value {
		return symexec.Written(st, c, c.Recv, append(st.Text(rewrite(st, c.Args[0])), part{Lit: "\n"}))
	},

	"strconv.Atoi":       parseNumber,
	"strconv.ParseInt":   parseNumber,
	"strconv.ParseUint":  parseNumber,
	"strconv.ParseFloat": parseNumber,

	// func Split(s, sep string) []string
	"strings.Split":  splitSetting,
	"strings.SplitN": splitSetting,

	"os.Getenv": func(st *state, c *call) *value { return variable(st, c) },
	"os.LookupEnv": func(st *state, c *call) *value {
		v := variable(st, c)
		return &value{Elems: []*value{v, symexec.Answer(symexec.EmptyKey(st, v), true)}}
	},

	"net/http.CanonicalHeaderKey":          symexec.FirstArgument,
	"net/textproto.CanonicalMIMEHeaderKey": symexec.FirstArgument,
	"(*net/http.Request).WithContext":      func(_ *state, c *call) *value { return c.Recv },
	"(*net/http.Request).Clone":            func(_ *state, c *call) *value { return c.Recv },
	"net/http.StripPrefix":                 func(_ *state, c *call) *value { return c.Args[1] },
	"net/http.TimeoutHandler":              symexec.FirstArgument,
	"net/http.MaxBytesHandler":             symexec.FirstArgument,

	"time.Now":            func(st *state, _ *call) *value { return &value{Marks: clock, Name: st.Fresh("now")} },
	"time.Since":          sinceTimestamp,
	"time.Until":          sinceTimestamp,
	"(time.Time).Sub":     timesMeet,
	"(time.Time).After":   timesMeet,
	"(time.Time).Before":  timesMeet,
	"(time.Time).Compare": timesMeet,
}

// modelled executes a call of a function whose result is known.
func modelled(st *state, c *call, k continuation) bool {
	full := c.FullName()
	if alg, ok := hashConstructors[full]; ok {
		k(st, newHash(st, alg, nil))
		return true
	}
	if alg, ok := hashSums[full]; ok {
		k(st, digestOf(st, &sum{alg: alg, parts: st.Text(c.Args[0])}))
		return true
	}
	if m := models[full]; m != nil {
		k(st, m(st, c))
		return true
	}
	return symexec.Standard(st, c, k)
}

func readAll(st *state, c *call) *value {
	t := symexec.FromParts(st.Text(c.Args[0]))
	if t.Marks&raw != 0 {
		t = t.Changed(func(v *value) { v.Addr, v.Name = "", "body" })
	}
	return symexec.ResultsWith(st, c, t)
}

// rewrite is JSON made of a value.
func rewrite(st *state, v *value) *value {
	out := &value{Marks: st.MarksOf(v) &^ raw, Name: "json"}
	if out.Marks&body != 0 {
		out.Marks |= rewritten
	}
	return out
}

func marshal(st *state, c *call) *value { return symexec.ResultsWith(st, c, rewrite(st, c.Args[0])) }

func rewriteInto(st *state, c *call) *value {
	symexec.Written(st, c, c.Args[0], []part{{V: rewrite(st, c.Args[1])}})
	return symexec.Typed(st, &value{Name: st.Fresh("error")}, c.Result)
}

// decode fills what a pointer points at with what data says.
func decode(st *state, c *call, data, to *value) *value {
	m := st.MarksOf(data)
	if to.Addr != "" {
		st.Havoc(to.Addr, &value{Marks: m &^ (raw | rewritten), Name: st.Fresh("decoded")})
	}
	if m&body != 0 && pathOf(st).handling {
		if to.Dyn != nil && isEvent(to.Dyn) {
			entryOf(st).event = true
		}
		noteEffect(st, c.In, decoder, decodes)
	}
	return symexec.Typed(st, &value{Name: st.Fresh("error")}, c.Result)
}

// variable is the value of an environment variable.
func variable(st *state, c *call) *value {
	name, ok := c.Args[0].AsText()
	if !ok {
		name = c.Args[0].Name
	}
	v := &value{Name: "env(" + name + ")", Marks: setting}
	if reads := checkOf(st).settings; !slices.Contains(reads[v.Name], ssa.Instruction(c.In)) {
		reads[v.Name] = append(reads[v.Name], c.In)
	}
	return annotated(v, func(n *note) { n.read = c.In })
}

// splitSetting are the parts of a variable of the environment, of which an
// empty one has one.
func splitSetting(st *state, c *call) *value {
	v := symexec.UnknownResult(st, c)
	if c.Args[0].Marks&setting != 0 {
		st.Havoc(v.Addr, &value{Name: c.Args[0].Name, Marks: c.Args[0].Marks})
	}
	return v
}

// parseNumber is the number that a text says.
func parseNumber(st *state, c *call) *value {
	v := symexec.UnknownResult(st, c)
	v.Elems[0] = annotated(v.Elems[0], func(n *note) { n.seconds = v.Elems[0].Marks&timestamp != 0 })
	return v
}
