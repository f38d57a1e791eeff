package flow

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A RequestSink is a part of an HTTP request that must not carry sensitive
// data: a part of the body, or a part of the URL that is not constant.
type RequestSink struct {
	Sink *Sink
	Hole int // which part of the URL, or one of the constants below
}

// What a [RequestSink] can be beside a part of the URL.
const (
	RequestBody     = -1
	RequestUser     = -2 // of basic authentication
	RequestPassword = -3
	RequestHeader   = -4 // the header Authorization
)

// requestArgs says where a function that makes or sends a request has its
// method, URL and body; -1 if it has none. Indexes count the receiver.
type requestArgs struct {
	method, url, body int
	fixed             string // the method, if it is not an argument
}

var requestFuncs = map[string]requestArgs{
	"net/http.NewRequest":            {0, 1, 2, ""},      // func(method, url string, body io.Reader) (*http.Request, error)
	"net/http.NewRequestWithContext": {1, 2, 3, ""},      // func(ctx context.Context, method, url string, body io.Reader) (*http.Request, error)
	"net/http.Post":                  {-1, 0, 2, "POST"}, // func(url, contentType string, body io.Reader) (*http.Response, error)
	"(*net/http.Client).Post":        {-1, 1, 3, "POST"}, // func(url, contentType string, body io.Reader) (*http.Response, error)
}

// An env binds the parameters of a function to the arguments of one call of it.
type env struct {
	call ssa.CallInstruction
	fn   *ssa.Function // the callee
	up   *env          // binds those of the caller
}

// A piece is a part of a text: constant, or computed.
type piece struct {
	text string
	val  ssa.Value
}

// hole is how a text shows a part that is not constant.
const hole = "{}"

// maxCallers bounds how far up a request's URL is looked for.
const maxCallers = 4

// requests answers for the HTTP request that a call makes, if find knows it.
func (a *Analysis) requests(call ssa.CallInstruction, find Finder) []*Instance {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	at, ok := requestFuncs[fn.FullName()]
	if !ok {
		return nil
	}
	r := &requestQuery{a: a, call: call, at: at, seen: map[string]bool{}}
	r.accept = func(method string, url []piece, e *env) bool {
		sinks := find.Request(method, shape(url))
		if len(sinks) > 0 {
			r.found(sinks, url, e)
		}
		return len(sinks) > 0
	}
	r.try(nil)
	return r.out
}

type requestQuery struct {
	a     *Analysis
	call  ssa.CallInstruction
	at    requestArgs
	out   []*Instance
	seen  map[string]bool
	tries int

	accept func(method string, url []piece, e *env) bool // whether that is a request to stop at
}

// maxTries bounds the calls that one request is looked at from.
const maxTries = 64

// try looks at the URL as the calls in e make it; if that does not say what
// the request is, further callers may.
func (r *requestQuery) try(e *env) {
	if r.tries++; r.tries > maxTries {
		return
	}
	args := ssautil.Args(r.call.Common())
	pieces := r.a.text(args[r.at.url], e, 0)
	method := r.at.fixed
	if r.at.method >= 0 {
		method = r.a.constant(args[r.at.method], e)
	}
	if r.accept(method, pieces, e) {
		return
	}
	fn, deep := r.call.Parent(), 0
	for x := e; x != nil; x = x.up {
		deep++
	}
	if e != nil {
		top := e
		for top.up != nil {
			top = top.up
		}
		fn = top.call.Parent()
	}
	if deep >= maxCallers || !openText(pieces, fn) && method != "" {
		return
	}
	for _, call := range r.a.callersOf(fn) {
		if !recursiveCall(e, call) {
			r.try(e.above(call, fn))
		}
	}
}

// above returns e with the parameters of its outermost function bound.
func (e *env) above(call ssa.CallInstruction, fn *ssa.Function) *env {
	if e == nil {
		return &env{call: call, fn: fn}
	}
	return &env{call: e.call, fn: e.fn, up: e.up.above(call, fn)}
}

func recursiveCall(e *env, call ssa.CallInstruction) bool {
	for ; e != nil; e = e.up {
		if e.call == call {
			return true
		}
	}
	return false
}

// openText reports whether a parameter of fn decides what the text is.
func openText(ps []piece, fn *ssa.Function) bool {
	for _, p := range ps {
		if v, ok := p.val.(*ssa.Parameter); ok && v.Parent() == fn {
			return true
		}
	}
	return false
}

// found makes the instances of a recognised request: at the request, and at
// each call in e.
func (r *requestQuery) found(sinks []*RequestSink, pieces []piece, e *env) {
	r.a.recognised[r.call] = sinks
	args := ssautil.Args(r.call.Common())
	holes := valuesOf(pieces)
	for _, s := range sinks {
		arg, v := r.at.url, ssa.Value(nil)
		var c *content.Content
		switch {
		case s.Hole >= 0 && s.Hole < len(holes):
			v = holes[s.Hole]
			c = r.a.eval(v, nil, r.a.pointOf(v))
		case s.Hole == RequestBody && r.at.body >= 0:
			arg = r.at.body
			c = r.a.eval(args[arg], s.Sink.Path, before(r.call))
		default:
			continue
		}
		sink := *s.Sink
		sink.Arg = arg
		inst := &Instance{Sink: &sink, Final: r.call, Call: r.call, Arg: arg, Path: sink.Path, Content: c}
		r.add(inst)
		for x := e; x != nil; x = x.up {
			inst = r.a.seenFrom(inst, x.call, x.fn)
			r.add(inst)
		}
		r.out = append(r.out, r.a.push(inst, map[string]bool{})...)
	}
}

func (r *requestQuery) add(inst *Instance) {
	id := fmt.Sprintf("%p %s %s %s", inst.Call, inst.Sink.Info.Name, inst.Sink.Info.Label, inst.Content)
	if !r.seen[id] {
		r.seen[id] = true
		r.out = append(r.out, inst)
	}
}

func shape(ps []piece) string {
	var b strings.Builder
	for _, p := range ps {
		if p.val != nil {
			b.WriteString(hole)
		}
		b.WriteString(p.text)
	}
	return b.String()
}

func valuesOf(ps []piece) []ssa.Value {
	var out []ssa.Value
	for _, p := range ps {
		if p.val != nil {
			out = append(out, p.val)
		}
	}
	return out
}

// constant is the one constant that v is, or "".
func (a *Analysis) constant(v ssa.Value, e *env) string {
	if ps := a.text(v, e, 0); len(ps) == 1 && ps[0].val == nil {
		return ps[0].text
	}
	return ""
}

// text takes the text v apart into constants and the values between them.
func (a *Analysis) text(v ssa.Value, e *env, deep int) []piece {
	if deep > maxPath {
		return []piece{{val: v}}
	}
	for ssautil.Unwrap(v) != nil {
		v = ssautil.Unwrap(v)
	}
	switch x := v.(type) {
	case *ssa.BinOp:
		return append(a.text(x.X, e, deep+1), a.text(x.Y, e, deep+1)...)
	case *ssa.Parameter:
		for b := e; b != nil; b = b.up {
			if arg := argumentOf(b, x); arg != nil {
				return a.text(arg, b.up, deep+1)
			}
		}
	case *ssa.Call:
		if ps := a.textOfCall(x, e, deep); ps != nil {
			return ps
		}
	case *ssa.Extract: // of a text and an error
		if call, ok := x.Tuple.(*ssa.Call); ok && x.Index == 0 {
			if ps := a.textOfCall(call, e, deep); ps != nil {
				return ps
			}
		}
	}
	// A base URL that depends on the region is any of its constants.
	c := a.eval(v, nil, a.pointOf(v))
	if keys, _ := c.Keys(); len(keys) > 0 {
		return []piece{{text: keys[0]}}
	}
	if text := a.fieldText(c, e); text != "" {
		return []piece{{text: text}}
	}
	return []piece{{val: v}}
}

// fieldText is the constant that a field of a parameter has: as the calls in
// e make it, or as the package sets it anywhere.
func (a *Analysis) fieldText(c *content.Content, e *env) string {
	if len(c.Refs) != 1 || len(c.Refs[0].Path) == 0 {
		return ""
	}
	r := c.Refs[0]
	for b := e; b != nil; b = b.up {
		if arg := argumentOf(b, paramOf(r)); arg != nil {
			if keys, _ := a.evalLoaded(arg, r.Path, before(b.call), before(b.call)).Keys(); len(keys) > 0 {
				return keys[0]
			}
		}
	}
	if keys, _ := a.fieldContentAnywhere(r).Keys(); len(keys) > 0 {
		return keys[0]
	}
	return ""
}

func argumentOf(e *env, p *ssa.Parameter) ssa.Value {
	if p.Parent() != e.fn {
		return nil
	}
	return ssautil.ArgFor(e.call.Common(), p)
}

// textOfCall sees through the functions that put texts together.
func (a *Analysis) textOfCall(call *ssa.Call, e *env, deep int) []piece {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	args := call.Call.Args
	switch fn.FullName() {
	case "fmt.Sprintf":
		return a.formatted(args[0], ssautil.Variadic(args[1]), e, deep)
	case "fmt.Sprint":
		var out []piece
		for _, arg := range ssautil.Variadic(args[0]) {
			out = append(out, a.text(arg, e, deep+1)...)
		}
		return out
	case "strings.TrimRight", "strings.TrimSuffix", "strings.TrimSpace", "net/url.PathEscape", "net/url.QueryEscape":
		return a.text(args[0], e, deep+1)
	case "strings.Join":
		sep, ok := ssautil.Text(args[1])
		if !ok {
			return nil
		}
		var out []piece
		for i, el := range ssautil.Variadic(args[0]) {
			if i > 0 {
				out = append(out, piece{text: sep})
			}
			out = append(out, a.text(el, e, deep+1)...)
		}
		return out
	case "net/url.JoinPath", "path.Join":
		return a.joined(fn, args, e, deep)
	}
	if fn.Pkg() != a.pkg.Pkg {
		return nil
	}
	return a.returnedText(call, e, deep)
}

// returnedText is the text that a function of this package returns, if it has
// one return.
func (a *Analysis) returnedText(call *ssa.Call, e *env, deep int) []piece {
	fns := a.callees(call)
	if len(fns) != 1 {
		return nil
	}
	var ret *ssa.Return
	for _, b := range fns[0].Blocks {
		if r, ok := ssautil.Last(b).(*ssa.Return); ok {
			if ret != nil || len(r.Results) != 1 {
				return nil
			}
			ret = r
		}
	}
	if ret == nil || !ssautil.IsText(ret.Results[0].Type()) {
		return nil
	}
	return a.text(ret.Results[0], &env{call: call, fn: fns[0], up: e}, deep+1)
}

func (a *Analysis) joined(fn *types.Func, args []ssa.Value, e *env, deep int) []piece {
	var elems []ssa.Value
	if fn.Name() == "JoinPath" {
		elems = append(elems, args[0])
		args = args[1:]
	}
	elems = append(elems, ssautil.Variadic(args[0])...)
	var out []piece
	for i, el := range elems {
		ps := a.text(el, e, deep+1)
		if i > 0 && !strings.HasSuffix(shape(out), "/") && !strings.HasPrefix(shape(ps), "/") {
			out = append(out, piece{text: "/"})
		}
		out = append(out, ps...)
	}
	return out
}

// formatted takes a format and its arguments apart; verbs are taken in order.
func (a *Analysis) formatted(format ssa.Value, args []ssa.Value, e *env, deep int) []piece {
	text := a.constant(format, e)
	if text == "" {
		return nil
	}
	var out []piece
	for {
		i := strings.IndexByte(text, '%')
		if i < 0 || i == len(text)-1 {
			return append(out, piece{text: text})
		}
		out = append(out, piece{text: text[:i]})
		j := i + 1
		for j < len(text)-1 && strings.IndexByte("+-# 0123456789.", text[j]) >= 0 {
			j++
		}
		if text[j] == '%' {
			out = append(out, piece{text: "%"})
		} else if len(args) > 0 {
			out = append(out, a.text(args[0], e, deep+1)...)
			args = args[1:]
		}
		text = text[j+1:]
	}
}

// credentials answers for a call that puts credentials into a request that
// was recognised before.
func (a *Analysis) credentials(call ssa.CallInstruction) []*Instance {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	args := ssautil.Args(call.Common())
	var at map[int]int // what -> argument
	switch fn.FullName() {
	case "(*net/http.Request).SetBasicAuth":
		at = map[int]int{RequestUser: 1, RequestPassword: 2}
	case "(net/http.Header).Set", "(net/http.Header).Add":
		if !strings.EqualFold(a.constant(args[1], nil), "Authorization") {
			return nil
		}
		at = map[int]int{RequestHeader: 2}
	default:
		return nil
	}
	var out []*Instance
	for _, s := range a.sinksOfRequest(args[0]) {
		if arg, ok := at[s.Hole]; ok {
			sink := *s.Sink
			sink.Arg = arg
			inst := &Instance{Sink: &sink, Final: call, Call: call, Arg: arg, Content: a.eval(args[arg], nil, before(call))}
			out = append(out, inst)
			out = append(out, a.push(inst, map[string]bool{})...)
		}
	}
	return out
}

// sinksOfRequest returns the sinks of the request that v is, or is a part of.
func (a *Analysis) sinksOfRequest(v ssa.Value) []*RequestSink {
	for _, l := range a.locate(v) {
		x, ok := l.root.(*ssa.Extract)
		if !ok {
			continue
		}
		if call, ok := x.Tuple.(ssa.CallInstruction); ok && a.recognised[call] != nil {
			return a.recognised[call]
		}
	}
	return nil
}
