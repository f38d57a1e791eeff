package flow

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// An Item is something that the body of a request asks for, with keys that
// tell what.
type Item struct {
	a    *Analysis
	inst *Instance // its Content has the keys
	who  Subject
}

// Items returns what the JSON body of a request asks for: the body itself, or
// the elements of its list under a key. Of each item, the texts under keys can
// be asked for, and who is named below whose.
func (r *Request) Items(list string, keys []string, whose string) []*Item {
	q := &bodyQuery{q: r.q, keys: keys, whose: whose, list: list}
	if r.q.at.body >= 0 {
		q.resolve(ssautil.Args(r.q.call.Common())[r.q.at.body], r.env, r.q.call, 0)
	}
	return q.out
}

// A bodyQuery walks from a request back to the values that its body is made of.
type bodyQuery struct {
	q     *requestQuery
	list  string
	keys  []string
	whose string
	out   []*Item
}

// maxItems bounds the items of one request that are told apart.
const maxItems = 64

// resolve finds what v, in the function in which at stands for the request or
// in one that makes the body for it, is encoded from. e binds the parameters
// of v's function.
func (q *bodyQuery) resolve(v ssa.Value, e *env, at ssa.Instruction, deep int) {
	if deep > 2*maxPath || len(q.out) >= maxItems {
		return
	}
	switch x := v.(type) {
	case *ssa.Parameter:
		q.passed(x, e, at, deep)
		return
	case *ssa.Phi:
		for _, edge := range x.Edges {
			q.resolve(edge, e, at, deep+1)
		}
		return
	case *ssa.Call:
		if q.made(x, 0, e, at, deep) {
			return
		}
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok && q.made(call, x.Index, e, at, deep) {
			return
		}
	case *ssa.Alloc:
		if q.written(x, e, at, deep) {
			return
		}
	}
	a := q.q.a
	if w := set(a, v); w != nil {
		q.resolve(w, e, at, deep+1)
		return
	}
	if ssautil.IsText(v.Type()) {
		q.text(a.text(v, e, 0), e, at)
		return
	}
	if x := ssautil.Unwrap(v); x != nil {
		q.resolve(x, e, at, deep+1)
		return
	}
	q.value(v, e, at)
}

// set is what the local variable that v is loaded from is set to, if that is
// one value.
func set(a *Analysis, v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	x, ok := load.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	if w, rest, once := a.setOnce(x, nil); once && len(rest) == 0 {
		return w
	}
	return nil
}

// passed goes on with the argument for a parameter: of the call in e, or of
// every call.
func (q *bodyQuery) passed(p *ssa.Parameter, e *env, at ssa.Instruction, deep int) {
	fn := p.Parent()
	up := at
	if e != nil && e.fn == fn {
		if at.Parent() == fn {
			up = e.call
		}
		if arg := ssautil.ArgFor(e.call.Common(), p); arg != nil {
			q.resolve(arg, e.up, up, deep+1)
		}
		return
	}
	if at.Parent() != fn {
		return
	}
	calls := q.q.a.callersOf(fn)
	for _, call := range calls {
		if arg := ssautil.ArgFor(call.Common(), p); arg != nil {
			q.resolve(arg, nil, call, deep+maxPath/2) // at most four calls up
		}
	}
	if len(calls) == 0 {
		q.value(p, e, at)
	}
}

// encoders are the functions that make a body of their first argument.
var encoders = []string{
	"encoding/json.Marshal", "encoding/json.MarshalIndent", "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString",
	"strings.NewReader", "io.NopCloser", "bufio.NewReader",
}

// made looks through a call that makes the body.
func (q *bodyQuery) made(call *ssa.Call, result int, e *env, at ssa.Instruction, deep int) bool {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return false
	}
	args := ssautil.Args(call.Common())
	if slices.Contains(encoders, fn.FullName()) {
		q.resolve(args[0], e, at, deep+1)
		return true
	}
	fns := q.q.a.callees(call)
	for _, f := range fns {
		inner := &env{call: call, fn: f, up: e}
		for _, b := range f.Blocks {
			ret, ok := ssautil.Last(b).(*ssa.Return)
			if !ok || result >= len(ret.Results) {
				continue
			}
			if k, isConst := ret.Results[result].(*ssa.Const); !isConst || !k.IsNil() {
				q.resolve(ret.Results[result], inner, at, deep+1)
			}
		}
	}
	return len(fns) > 0
}

// written goes on with what is encoded or printed into a buffer.
func (q *bodyQuery) written(buf *ssa.Alloc, e *env, at ssa.Instruction, deep int) bool {
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
			q.resolve(args[1], e, at, deep+1)
			found = true
		case "fmt.Fprintf":
			q.text(q.q.a.formatted(args[1], ssautil.Variadic(args[2]), e, 0), e, at)
			found = true
		}
	}
	return found
}

// value makes the items of a value that is encoded.
func (q *bodyQuery) value(v ssa.Value, e *env, at ssa.Instruction) {
	if q.list == "" {
		q.item(v, e, at)
		return
	}
	for _, list := range q.q.a.partsAt(v, q.list) {
		for _, el := range ssautil.Elements(list) {
			q.item(el, e, at)
		}
	}
}

// item makes an item of a map or struct.
func (q *bodyQuery) item(v ssa.Value, e *env, at ssa.Instruction) {
	a := q.q.a
	p := exitOf(v.Parent())
	if at.Parent() == v.Parent() {
		p = before(at)
	}
	var b content.Builder
	for _, key := range q.keys {
		b.AddChild(&content.Child{Key: key, Known: true, Val: a.eval(v, content.Path{{Kind: content.Key, Name: key}}, p)})
	}
	q.add(b.Done(), a.places(v, content.Path{{Kind: content.Key, Name: q.whose}}, 0), v.Parent(), e, at)
}

// add files an item as the function that knows whom it is about sees it. fn
// is the one that made it.
func (q *bodyQuery) add(c *content.Content, who Subject, fn *ssa.Function, e *env, at ssa.Instruction) {
	a := q.q.a
	inst := &Instance{Sink: &Sink{}, Final: q.q.call, Call: at, Content: c}
	for ; e != nil && e.fn == fn && !(fn == at.Parent() && who.local(fn)); e = e.up {
		if fn == at.Parent() {
			at = e.call
		}
		who = who.seenFrom(a, e.call, fn)
		inst = a.seenFrom(inst, e.call, fn)
		fn = e.call.Parent()
	}
	inst.Call = at
	q.out = append(q.out, &Item{a: a, inst: inst, who: who})
}

// Acts returns the acts that the item does, if it says so by the texts under
// its keys: at the request, or at the callers that pass a text.
func (it *Item) Acts(says func(texts map[string][]string) bool) []Act {
	return it.a.itemActs(it.inst, it.who, says, 0)
}

func (a *Analysis) itemActs(inst *Instance, who Subject, says func(map[string][]string) bool, deep int) []Act {
	texts := map[string][]string{}
	var open []*ssa.Function
	for _, ch := range inst.Content.Children {
		known, _ := ch.Val.Keys()
		if len(known) == 0 {
			open = append(open, paramFuncs(ch.Val)...)
		}
		texts[ch.Key] = append(texts[ch.Key], known...)
	}
	var out []Act
	asked := false
	for _, fn := range open {
		for _, call := range a.callersOf(fn) {
			if deep < maxCallers {
				asked = true
				out = append(out, a.itemActs(a.seenFrom(inst, call, fn), who.seenFrom(a, call, fn), says, deep+1)...)
			}
		}
	}
	if !asked && says(texts) {
		out = append(out, Act{At: inst.Call, Who: who})
	}
	return out
}
