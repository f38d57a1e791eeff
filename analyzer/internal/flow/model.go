package flow

import (
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A model says what a function of the standard library, or a well-known
// helper, does with what it is given. Functions without a row carry all their
// arguments into their results of text (see unknownResult), which is right
// for most of strings, strconv, fmt and encoding.
type model struct {
	gives  gives
	alias  int  // 1 + the argument (receiver counted) that the result refers to
	wraps  bool // the result reads from or writes to that argument, and is no copy
	put    *put // what it writes into an argument
	clears bool // it empties its receiver
	drops  bool // it removes the entries of argument 0 that argument 1 picks
}

// gives says what a result holds.
type gives uint8

const (
	givesCarried gives = iota // all arguments, as text
	givesNothing
	givesArg     // what the alias argument holds, with its structure
	givesText    // what the alias argument holds, as text
	givesKeys    // the keys of the alias argument, as elements
	givesValues  // the values of the alias argument, as elements
	givesDigest  // givesText, unless the alias argument is an HMAC
	givesOpaque  // something from elsewhere
	givesEntry   // the entry of argument 0 under the key in the alias argument
	givesElement // an element of the alias argument (cmp.Or)
	givesMapped  // a constant for each constant (strings.ToLower)
)

// put: argument `into` receives the arguments from `from` on.
type put struct {
	into, from int
	how        putHow
}

type putHow uint8

const (
	putText    putHow = iota // as text
	putValue                 // as it is, replacing
	putEntries               // entries of a map are added
	putFirst                 // only the first of them, as it is
	putDecoded               // decoded: keys of the argument become fields
)

func (m *model) result(a *Analysis, c *ssa.CallCommon, i int, q content.Path, at, later point) *content.Content {
	args := ssautil.Args(c)
	var src ssa.Value
	if m.alias > 0 && m.alias <= len(args) {
		src = args[m.alias-1]
	}
	if i > 0 && m.gives != givesCarried {
		return content.Inert // the error or flag beside it
	}
	switch m.gives {
	case givesNothing:
		return content.Nothing
	case givesOpaque:
		return content.Anything()
	case givesArg:
		return a.shallow(src, q, at, later)
	case givesText:
		return a.carried(src, at)
	case givesDigest:
		if a.isKeyed(src) {
			return &content.Content{Flags: content.Unknown}
		}
		n := *a.carried(src, at)
		n.Origins = digested(n.Origins)
		return &n
	case givesKeys:
		return elements(content.KeysOf(a.eval(src, nil, at)), q)
	case givesValues:
		return a.at(src, content.Path{{Kind: content.AnyKey}}.Plus(afterElem(q)...), whole, at, at)
	case givesEntry:
		return a.entryUnder(c, m.alias, q, at)
	case givesElement:
		return a.eval(src, content.Path{{Kind: content.Elem}}.Plus(q...), at)
	case givesMapped:
		return mapConsts(a.eval(src, nil, at), ssautil.Callee(c).FullName())
	}
	return a.unknownResult(c, ssautil.Callee(c), i, q, at)
}

// shallow is a copy of v made at one point and looked at later: its entries
// are those it had then; what they refer to may have changed since.
func (a *Analysis) shallow(v ssa.Value, q content.Path, made, later point) *content.Content {
	if !ssautil.IsMap(v.Type()) {
		return a.eval(v, q, made)
	}
	return a.at(v, q, 1, made, later)
}

// entryUnder is what a look-up by name yields: form.Get("ssn"). The name says
// what it is.
func (a *Analysis) entryUnder(c *ssa.CallCommon, keyArg int, q content.Path, at point) *content.Content {
	args := ssautil.Args(c)
	out := content.Anything()
	if keyArg > 0 && ssautil.IsMap(args[0].Type()) {
		var b content.Builder
		for _, s := range a.keySels(args[keyArg]) {
			b.Add(a.at(args[0], content.Path{s, {Kind: content.Elem}}.Plus(q...), whole, at, at))
			b.Add(a.at(args[0], content.Path{s}.Plus(q...), whole, at, at))
		}
		out = content.Join(b.Done(), &content.Content{Flags: content.Unknown | content.Opaque})
	}
	keys, _ := a.eval(args[keyArg], nil, at).Keys()
	for _, k := range keys {
		if content.Bare(q) {
			out = a.nameOrigin(out, k, c.Pos(), types.Typ[types.String])
		}
	}
	return out
}

// elements is c as the elements of a collection, seen at q.
func elements(c *content.Content, q content.Path) *content.Content {
	if len(q) > 0 {
		return c
	}
	return &content.Content{Flags: c.Flags, Children: []*content.Child{{Elem: true, Val: c}}}
}

func afterElem(q content.Path) content.Path {
	if len(q) > 0 && q[0].Kind == content.Elem {
		return q[1:]
	}
	return q
}

// mapConsts applies a function of the strings package to constants.
func mapConsts(c *content.Content, name string) *content.Content {
	f := map[string]func(string) string{
		"strings.ToLower": strings.ToLower, "strings.ToUpper": strings.ToUpper,
		"strings.TrimSpace": strings.TrimSpace, "strings.Clone": strings.Clone,
	}[name]
	n := *c
	n.Consts = nil
	for _, k := range c.Consts {
		n.Consts = append(n.Consts, content.Const{Val: f(k.Val), Derived: k.Derived, Outer: k.Outer})
	}
	return &n
}

// isKeyed reports whether v is a hash made by crypto/hmac, whose sums say
// nothing without the key.
func (a *Analysis) isKeyed(v ssa.Value) bool {
	for _, l := range a.locate(v) {
		if call, ok := l.root.(*ssa.Call); ok {
			if fn := ssautil.Callee(call.Common()); fn != nil && fn.FullName() == "crypto/hmac.New" {
				return true
			}
		}
	}
	return false
}

// effects adds what the modelled call does to the argument i, which the
// walker met at prefix.
func (m *model) effects(w *walker, in ssa.CallInstruction, i int, prefix content.Path, sure bool) {
	if m.clears && i == 0 {
		w.remove(in, &effect{path: prefix, strong: sure && prefix.Exact()})
	}
	if m.drops && i == 0 && sure && prefix.Exact() {
		w.put(&effect{path: prefix, in: in, drops: w.a.predicateFilter(in)})
	}
	if m.put == nil || m.put.into != i {
		return
	}
	args := ssautil.Args(in.Common())
	e := &effect{path: prefix, in: in, pos: in.Pos(), merge: m.put.how != putValue}
	e.through = m.put.how == putDecoded // a map that the variable holds gets the entries
	e.strong = m.put.how == putValue && sure && prefix.Exact()
	into := args[i]
	e.content = func(rest content.Path, at point) *content.Content {
		var b content.Builder
		from := args[min(m.put.from, len(args)):]
		if m.put.how >= putFirst {
			from = args[m.put.from : m.put.from+1]
		}
		for _, arg := range from {
			b.Add(w.a.putContent(m.put.how, arg, into, rest, before(in), at))
		}
		return b.Done()
	}
	w.put(e)
}

func (a *Analysis) putContent(how putHow, arg, into ssa.Value, rest content.Path, in, at point) *content.Content {
	switch how {
	case putEntries:
		return a.shallow(arg, rest, in, at)
	case putValue, putFirst:
		return a.eval(arg, rest, at)
	case putDecoded:
		return a.decoded(arg, into, rest, at)
	}
	if !content.Bare(rest) {
		return content.Nothing
	}
	c := a.eval(arg, nil, at)
	if len(c.Children) > 0 && ssautil.IsText(arg.Type()) {
		return c // marshalled data: its keys are still known
	}
	return a.carried(arg, at)
}

// decoded is what decoding arg puts at rest in the variable that into points
// to: the data's entries under the JSON names of its fields.
func (a *Analysis) decoded(arg, into ssa.Value, rest content.Path, at point) *content.Content {
	for ssautil.Unwrap(into) != nil {
		into = ssautil.Unwrap(into)
	}
	c := a.eval(arg, a.keyPath(into.Type(), rest), at)
	if c.Settled() && len(c.Children) == 0 {
		return content.Nothing
	}
	return c
}

// modelOf returns the row for fn.
func modelOf(fn *types.Func) *model {
	if fn.Pkg() == nil {
		return nil
	}
	return models[fn.FullName()]
}

func arg(i int) model  { return model{gives: givesArg, alias: i + 1} }
func wrap(i int) model { return model{gives: givesArg, alias: i + 1, wraps: true} }
func get(i int) model  { return model{gives: givesText, alias: i + 1} }
func writes(into, from int, how putHow) model {
	return model{gives: givesNothing, put: &put{into, from, how}}
}

// models lists the functions that need a row, by the name that
// types.Func.FullName gives. Each row has the signature beside it.
var models = index(map[string]model{
	// text in, the same words out
	"strings.ToLower":   {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.ToUpper":   {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.TrimSpace": {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.Clone":     {gives: givesMapped, alias: 1}, // func(s string) string
	"bytes.Clone":       arg(0),                         // func(b []byte) []byte
	"bytes.TrimSpace":   arg(0),                         // func(s []byte) []byte

	// what counts or compares
	"strings.Index": {gives: givesNothing}, "strings.Count": {gives: givesNothing}, "strings.Compare": {gives: givesNothing},
	"strings.LastIndex": {gives: givesNothing}, "strings.IndexByte": {gives: givesNothing}, "strings.IndexRune": {gives: givesNothing},
	"bytes.Index": {gives: givesNothing}, "bytes.Count": {gives: givesNothing}, "bytes.Compare": {gives: givesNothing},
	"unicode/utf8.RuneCountInString": {gives: givesNothing}, "unicode/utf8.RuneCount": {gives: givesNothing},
	"cmp.Compare": {gives: givesNothing}, "slices.Index": {gives: givesNothing},

	// readers and writers around other ones
	"strings.NewReader":     wrap(0), // func(s string) *strings.Reader
	"bytes.NewReader":       wrap(0), // func(b []byte) *bytes.Reader
	"bytes.NewBuffer":       wrap(0), // func(buf []byte) *bytes.Buffer
	"bytes.NewBufferString": wrap(0), // func(s string) *bytes.Buffer
	"io.NopCloser":          wrap(0), // func(r io.Reader) io.ReadCloser
	"io.LimitReader":        wrap(0), // func(r io.Reader, n int64) io.Reader
	"io.TeeReader":          wrap(0), // func(r io.Reader, w io.Writer) io.Reader
	"io.ReadAll":            arg(0),  // func(r io.Reader) ([]byte, error)
	"bufio.NewReader":       wrap(0), // func(rd io.Reader) *bufio.Reader
	"bufio.NewWriter":       wrap(0), // func(w io.Writer) *bufio.Writer
	"bufio.NewScanner":      wrap(0), // func(r io.Reader) *bufio.Scanner
	"(*bufio.Scanner).Text": get(0), "(*bufio.Scanner).Bytes": get(0),
	"encoding/json.NewEncoder": wrap(0), // func(w io.Writer) *json.Encoder
	"encoding/json.NewDecoder": wrap(0), // func(r io.Reader) *json.Decoder

	// buffers
	"(*strings.Builder).WriteString": writes(0, 1, putText), "(*strings.Builder).Write": writes(0, 1, putText),
	"(*strings.Builder).WriteByte": writes(0, 1, putText), "(*strings.Builder).WriteRune": writes(0, 1, putText),
	"(*strings.Builder).String": arg(0), "(*strings.Builder).Len": {gives: givesNothing},
	"(*bytes.Buffer).WriteString": writes(0, 1, putText), "(*bytes.Buffer).Write": writes(0, 1, putText),
	"(*bytes.Buffer).WriteByte": writes(0, 1, putText), "(*bytes.Buffer).WriteRune": writes(0, 1, putText),
	"(*bytes.Buffer).ReadFrom": writes(0, 1, putText), "(*bytes.Buffer).String": arg(0), "(*bytes.Buffer).Bytes": arg(0),
	"(*bytes.Buffer).WriteTo": writes(1, 0, putText), "(*bytes.Buffer).Len": {gives: givesNothing},
	"(*bufio.Writer).WriteString": writes(0, 1, putText), "(*bufio.Writer).Write": writes(0, 1, putText),
	"(io.Writer).Write": writes(0, 1, putText), "(io.StringWriter).WriteString": writes(0, 1, putText),
	"io.WriteString": writes(0, 1, putText), // func(w io.Writer, s string) (int, error)
	"io.Copy":        writes(0, 1, putText), // func(dst io.Writer, src io.Reader) (int64, error)
	"fmt.Fprint":     writes(0, 1, putText), "fmt.Fprintf": writes(0, 1, putText), "fmt.Fprintln": writes(0, 1, putText),
	"(*text/template.Template).Execute": writes(1, 2, putText), "(*html/template.Template).Execute": writes(1, 2, putText),

	// encodings that keep the keys
	"encoding/json.Marshal":                      arg(0),                                             // func(v any) ([]byte, error)
	"encoding/json.MarshalIndent":                arg(0),                                             // func(v any, prefix, indent string) ([]byte, error)
	"encoding/json.Unmarshal":                    {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(data []byte, v any) error
	"(*encoding/json.Decoder).Decode":            {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(v any) error
	"(*encoding/json.Encoder).Encode":            writes(0, 1, putEntries),                           // func(v any) error
	"github.com/mitchellh/mapstructure.Decode":   {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(input, output any) error
	"github.com/go-viper/mapstructure/v2.Decode": {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(input, output any) error
	"github.com/fatih/structs.Map":               arg(0),                                             // func(s any) map[string]any

	// maps, slices and the choice of values
	"maps.Clone": arg(0), "maps.All": arg(0), "maps.Collect": arg(0), "slices.Clone": arg(0), "slices.All": arg(0),
	"slices.Values": arg(0), "slices.Collect": arg(0), "slices.Sorted": arg(0), "slices.Compact": arg(0), "slices.Clip": arg(0),
	"maps.DeleteFunc":          {gives: givesNothing, drops: true}, // func(m map[K]V, del func(K, V) bool)
	"(*strings.Builder).Reset": {gives: givesNothing, clears: true}, "(*bytes.Buffer).Reset": {gives: givesNothing, clears: true},
	"maps.Keys": {gives: givesKeys, alias: 1}, "maps.Values": {gives: givesValues, alias: 1},
	"maps.Copy":               writes(0, 1, putEntries), // func(dst, src map[K]V)
	"maps.Insert":             writes(0, 1, putEntries), // func(m map[K]V, seq iter.Seq2[K, V])
	"(net/url.Values).Encode": arg(0), "slices.Concat": {gives: givesElement, alias: 1},

	// look-ups by name
	"(net/url.Values).Get": {gives: givesEntry, alias: 1}, "(net/http.Header).Get": {gives: givesEntry, alias: 1},
	"(*net/http.Request).FormValue": {gives: givesEntry, alias: 1}, "(*net/http.Request).PostFormValue": {gives: givesEntry, alias: 1},
	"(*net/http.Request).PathValue": {gives: givesEntry, alias: 1}, "os.Getenv": {gives: givesEntry}, "os.LookupEnv": {gives: givesEntry},

	// places that hold one value
	"(*sync/atomic.Value).Store": writes(0, 1, putValue), "(*sync/atomic.Value).Load": arg(0),
	"(*sync.Pool).Put": writes(0, 1, putEntries), "(*sync.Pool).Get": arg(0),
	"(*sync.Map).Store": writes(0, 2, putEntries), "(*sync.Map).Load": arg(0), "(*sync.Map).LoadOrStore": {gives: givesArg, alias: 1, put: &put{0, 2, putEntries}},
	"(*sync/atomic.Pointer[T]).Store": writes(0, 1, putValue), "(*sync/atomic.Pointer[T]).Load": arg(0),
	"(*sync/atomic.Pointer[T]).Swap": {gives: givesArg, alias: 1, put: &put{0, 1, putValue}}, "(*sync/atomic.Value).Swap": {gives: givesArg, alias: 1, put: &put{0, 1, putValue}},
	"sync.OnceValue": wrap(0), "sync.OnceFunc": wrap(0), "sync.OnceValues": wrap(0),
	"context.WithValue": {gives: givesOpaque},

	// settings: their value comes from elsewhere, their default from here
	"cmp.Or":       {gives: givesElement, alias: 1}, // func(vals ...T) T
	"os.ExpandEnv": {gives: givesOpaque}, "os.ReadFile": {gives: givesOpaque},
	"flag.String": arg(1), "(*flag.FlagSet).String": arg(2), // func(name, value, usage string) *string
	"flag.StringVar": {gives: givesNothing, put: &put{0, 2, putFirst}}, "(*flag.FlagSet).StringVar": {gives: givesNothing, put: &put{1, 3, putFirst}}, // func(p *string, name, value, usage string)

	// keyed hashing and encryption say nothing; a digest of nine digits does
	"crypto/hmac.New":           {gives: givesNothing},
	"(hash.Hash).Sum":           {gives: givesDigest, alias: 1},
	"(crypto/cipher.AEAD).Seal": {gives: givesNothing},
	"crypto/rsa.EncryptOAEP":    {gives: givesNothing}, "crypto/rsa.EncryptPKCS1v15": {gives: givesNothing},
	"crypto/hmac.Equal": {gives: givesNothing},
})

func index(rows map[string]model) map[string]*model {
	out := make(map[string]*model, len(rows))
	for name, m := range rows {
		out[name] = &m
	}
	return out
}
