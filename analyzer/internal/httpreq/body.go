package httpreq

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// A bodySearch walks from a request back to the values that its body is made
// of.
type bodySearch struct {
	*Reader
	form Form
	out  []*Item
	cut  bool

	seen  map[moment]bool
	lists map[moment]bool
	envs  map[text.Env]*text.Env // one Env for each chain of calls
}

// A moment is a value as it is seen through the calls in env, when the
// request is made at an instruction.
type moment struct {
	v   ssa.Value
	env *text.Env
	at  ssa.Instruction
}

// value finds what v, in the function in which at stands for the request or
// in one that makes the body for it, is encoded from. e binds the parameters
// of v's function.
func (s *bodySearch) value(v ssa.Value, e *text.Env, at ssa.Instruction) {
	here := moment{v, e, at}
	if s.seen[here] {
		return
	}
	if len(s.seen) >= limit.Bodies.Max {
		s.tally.Reached(limit.Bodies)
		s.cut = true
		return
	}
	s.seen[here] = true
	if s.through(v, e, at) {
		return
	}
	if w := setTo(v); w != nil {
		s.value(w, e, at)
		return
	}
	if ssautil.IsText(v.Type()) {
		s.text(s.texts.Read(v, e), e, at)
		return
	}
	if x := ssautil.Unwrap(v); x != nil {
		s.value(x, e, at)
		return
	}
	s.encoded(v, e, at)
}

// through looks through what passes a body on or makes one, and reports
// whether v is that.
func (s *bodySearch) through(v ssa.Value, e *text.Env, at ssa.Instruction) bool {
	switch x := v.(type) {
	case *ssa.Parameter:
		called := s.passed(x, e, at, s.value)
		if fn := x.Parent(); !called || e == nil && ssautil.Visible(fn, s.core.Package().Pkg) {
			s.encoded(x, e, at) // other packages may pass anything
		}
		return true
	case *ssa.Phi:
		for _, edge := range x.Edges {
			s.value(edge, e, at)
		}
		return true
	case *ssa.Call:
		return s.made(x, 0, e, at)
	case *ssa.Extract:
		call, ok := x.Tuple.(*ssa.Call)
		return ok && s.made(call, x.Index, e, at)
	case *ssa.Alloc:
		return s.written(x, e, at)
	}
	return false
}

// setTo is what the local variable that v is loaded from is set to, if that
// is one value.
func setTo(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	x, ok := load.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	if w, rest, once := ssautil.SetOnce(x, nil); once && len(rest) == 0 {
		return w
	}
	return nil
}

// bind returns the Env for a call seen through the calls in up: the same one
// each time.
func (s *bodySearch) bind(call ssa.CallInstruction, fn *ssa.Function, up *text.Env) *text.Env {
	e := text.Env{Call: call, Fn: fn, Up: up}
	if s.envs[e] == nil {
		s.envs[e] = &e
	}
	return s.envs[e]
}

// intern returns the Env that bind makes for the calls in e.
func (s *bodySearch) intern(e *text.Env) *text.Env {
	if e == nil {
		return nil
	}
	return s.bind(e.Call, e.Fn, s.intern(e.Up))
}

// passed goes on with the argument for a parameter: of the call in e, or of
// every call. It reports whether there is any.
func (s *bodySearch) passed(p *ssa.Parameter, e *text.Env, at ssa.Instruction, goOn follow) bool {
	fn := p.Parent()
	up := at
	if e != nil && e.Fn == fn {
		if at.Parent() == fn {
			up = e.Call
		}
		if arg := ssautil.ArgFor(e.Call.Common(), p); arg != nil {
			goOn(arg, e.Up, up)
		}
		return true
	}
	if at.Parent() != fn {
		return true
	}
	calls := s.core.Callers(fn)
	for _, call := range calls {
		if arg := ssautil.ArgFor(call.Common(), p); arg != nil {
			goOn(arg, nil, call)
		}
	}
	return len(calls) > 0
}

// A follow goes on with a value, in the function in which at stands for the
// request.
type follow func(v ssa.Value, e *text.Env, at ssa.Instruction)

// encoders are the functions that make a body, or a step towards one, of their
// first argument, by their full names, and why they do.
var encoders = map[string]string{
	"encoding/json.Marshal":       "the JSON of a value",
	"encoding/json.MarshalIndent": "the same, laid out",
	"bytes.NewReader":             "reads the bytes",
	"bytes.NewBuffer":             "reads the bytes",
	"bytes.NewBufferString":       "reads the text",
	"strings.NewReader":           "reads the text",
	"bufio.NewReader":             "reads the same as its argument",
	"io.NopCloser":                "reads the same as its argument",
}

// made looks through a call that makes the body.
func (s *bodySearch) made(call *ssa.Call, result int, e *text.Env, at ssa.Instruction) bool {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return false
	}
	args := ssautil.Args(call.Common())
	if encoders[fn.FullName()] != "" {
		s.value(args[0], e, at)
		return true
	}
	return s.returned(call, result, e, at, s.value)
}

// returned goes on with what the functions that a call runs return. It reports
// whether any of the package's does.
func (s *bodySearch) returned(call *ssa.Call, result int, e *text.Env, at ssa.Instruction, goOn follow) bool {
	fns := s.core.Callees(call)
	if e.Has(call) {
		return true // a recursion; its other ways are looked at
	}
	for _, f := range fns {
		inner := s.bind(call, f, e)
		for _, b := range f.Blocks {
			ret, ok := ssautil.Last(b).(*ssa.Return)
			if ok && result < len(ret.Results) && !ssautil.IsNil(ret.Results[result]) {
				goOn(ret.Results[result], inner, at)
			}
		}
	}
	return len(fns) > 0
}

// written goes on with what is encoded or printed into a buffer.
func (s *bodySearch) written(buf *ssa.Alloc, e *text.Env, at ssa.Instruction) bool {
	if t := ssautil.Named(buf.Type()); t == nil || !ssautil.IsWrapper(t) {
		return false
	}
	found := false
	for v := range ssautil.Dependents(buf) {
		call, ok := v.(*ssa.Call)
		if !ok {
			continue
		}
		fn, args := ssautil.Callee(call.Common()), ssautil.Args(call.Common())
		if fn == nil || len(args) < 2 {
			continue
		}
		switch fn.FullName() {
		case "(*encoding/json.Encoder).Encode", "(*bytes.Buffer).WriteString", "(*bytes.Buffer).Write", "(*strings.Builder).WriteString":
			s.value(args[1], e, at)
			found = true
		case "fmt.Fprintf":
			s.text(s.texts.Format(args[1], ssautil.Variadic(args[2]), e), e, at)
			found = true
		}
	}
	return found
}

// encoded makes the items of a value that is encoded.
func (s *bodySearch) encoded(v ssa.Value, e *text.Env, at ssa.Instruction) {
	if s.form.List == "" {
		s.item(v, e, at)
		return
	}
	in := content.Path{{Kind: content.Key, Name: s.form.List}}
	if p, ok := v.(*ssa.Parameter); ok {
		s.part(p, s.core.JSONPath(p.Type(), in).Plus(content.Sel{Kind: content.Elem}), e, at)
	}
	for _, list := range s.entries(v, in) {
		s.list(list, e, at)
	}
}

// list makes the items of the elements of a list, wherever it was put together.
func (s *bodySearch) list(v ssa.Value, e *text.Env, at ssa.Instruction) {
	here := moment{v, e, at}
	if s.lists[here] {
		return
	}
	if len(s.lists) >= limit.Bodies.Max {
		s.tally.Reached(limit.Bodies)
		s.cut = true
		return
	}
	s.lists[here] = true
	if w := setTo(v); w != nil {
		s.list(w, e, at)
		return
	}
	switch x := v.(type) {
	case *ssa.MakeInterface:
		s.list(x.X, e, at)
		return
	case *ssa.Parameter:
		called := s.passed(x, e, at, s.list)
		if !called || e == nil && ssautil.Visible(x.Parent(), s.core.Package().Pkg) {
			s.part(x, content.Path{{Kind: content.Elem}}, e, at) // other packages may pass anything
		}
		return
	case *ssa.Phi:
		for _, edge := range x.Edges {
			s.list(edge, e, at)
		}
		for _, el := range ssautil.StoredIn(x) {
			s.item(el, e, at)
		}
		return
	case *ssa.Call:
		if b, ok := x.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			s.list(x.Call.Args[0], e, at)
			s.list(x.Call.Args[1], e, at)
			return
		}
		if s.returned(x, 0, e, at, s.list) {
			return
		}
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok && s.returned(call, x.Index, e, at, s.list) {
			return
		}
	}
	for _, el := range ssautil.Elements(v) {
		s.item(el, e, at)
	}
}

// entries returns the values that the entry or field of v at p is set to.
func (s *bodySearch) entries(v ssa.Value, p content.Path) []ssa.Value {
	if len(p) == 0 {
		return nil
	}
	var out []ssa.Value
	for _, place := range s.core.Places(v) {
		switch x := place.Root.(type) {
		case *ssa.MakeMap:
			for _, ref := range *x.Referrers() {
				up, ok := ref.(*ssa.MapUpdate)
				if !ok {
					continue
				}
				if k, ok := ssautil.Text(up.Key); ok && len(p) == 1 && k == p[0].Name {
					out = append(out, up.Value)
				}
			}
		case *ssa.Alloc:
			field := s.core.JSONPath(x.Type(), p)
			if w, rest, ok := ssautil.SetOnce(x, place.Path.Plus(field...)); ok && len(rest) == 0 {
				out = append(out, w)
			}
		}
	}
	return out
}

// item makes an item of a map or struct, in the function that makes it.
func (s *bodySearch) item(v ssa.Value, e *text.Env, at ssa.Instruction) {
	if call, ok := v.(*ssa.Call); ok && s.returned(call, 0, e, at, s.item) {
		return
	}
	s.part(v, nil, e, at)
}

// part makes an item of the part of v at in.
func (s *bodySearch) part(v ssa.Value, in content.Path, e *text.Env, at ssa.Instruction) {
	p := ssautil.Point{Fn: v.Parent()}
	if at.Parent() == v.Parent() {
		p = ssautil.Before(at)
	}
	var b content.Builder
	for _, key := range s.form.Keys {
		c := s.core.Content(v, in.Plus(content.Sel{Kind: content.Key, Name: key}), p)
		b.AddChild(&content.Child{Key: key, Known: true, Val: c})
	}
	name := Name{Value: v, Path: in.Plus(content.Sel{Kind: content.Key, Name: s.form.Name})}
	s.out = append(s.out, &Item{Texts: b.Done(), Names: []Name{name}, Fn: v.Parent(), Env: e, At: at})
}
