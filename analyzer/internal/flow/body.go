package flow

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

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
		q.resolve(arguments(r.q.call.Common())[r.q.at.body], r.env, r.q.call, 0)
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
	if isText(v.Type()) {
		q.text(a.text(v, e, 0), e, at)
		return
	}
	if x := unwrapped(v); x != nil {
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
		if arg := argumentFor(e.call.Common(), p); arg != nil {
			q.resolve(arg, e.up, up, deep+1)
		}
		return
	}
	if at.Parent() != fn {
		return
	}
	calls := q.q.a.callersOf(fn)
	for _, call := range calls {
		if arg := argumentFor(call.Common(), p); arg != nil {
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
	fn := calleeFunc(call.Common())
	if fn == nil {
		return false
	}
	args := arguments(call.Common())
	if slices.Contains(encoders, fn.FullName()) {
		q.resolve(args[0], e, at, deep+1)
		return true
	}
	fns := q.q.a.callees(call)
	for _, f := range fns {
		inner := &env{call: call, fn: f, up: e}
		for _, b := range f.Blocks {
			ret, ok := last(b).(*ssa.Return)
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
	if t := namedOf(buf.Type()); t == nil || !wellKnown(t) {
		return false
	}
	found := false
	for v := range Dependents(buf) {
		call, ok := v.(*ssa.Call)
		if !ok {
			continue
		}
		fn, args := calleeFunc(call.Common()), arguments(call.Common())
		if fn == nil || len(args) < 2 {
			continue
		}
		switch fn.FullName() {
		case "(*encoding/json.Encoder).Encode", "(*bytes.Buffer).WriteString", "(*bytes.Buffer).Write", "(*strings.Builder).WriteString":
			q.resolve(args[1], e, at, deep+1)
			found = true
		case "fmt.Fprintf":
			q.text(q.q.a.formatted(args[1], q.q.a.variadic(args[2]), e, 0), e, at)
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
		for _, el := range elementsOf(list, 0) {
			q.item(el, e, at)
		}
	}
}

// partsAt returns the values that the entry or field of v under a key is set to.
func (a *Analysis) partsAt(v ssa.Value, key string) []ssa.Value {
	var out []ssa.Value
	for _, l := range a.locate(v) {
		switch x := l.root.(type) {
		case *ssa.MakeMap:
			for _, ref := range *x.Referrers() {
				up, ok := ref.(*ssa.MapUpdate)
				if !ok {
					continue
				}
				if k, ok := textConst(up.Key); ok && k == key {
					out = append(out, up.Value)
				}
			}
		case *ssa.Alloc:
			if w, rest, ok := a.setOnce(x, l.path.plus(a.fieldsOf(x.Type(), Path{{Key, key}})...)); ok && len(rest) == 0 {
				out = append(out, w)
			}
		}
	}
	return out
}

// elementsOf returns the elements that a list is made of or that are appended
// to it.
func elementsOf(list ssa.Value, deep int) []ssa.Value {
	if deep > maxPath {
		return nil
	}
	switch x := list.(type) {
	case *ssa.MakeInterface:
		return elementsOf(x.X, deep+1)
	case *ssa.Slice:
		var out []ssa.Value
		if arr, ok := x.X.(*ssa.Alloc); ok {
			for _, ref := range *arr.Referrers() {
				if idx, ok := ref.(*ssa.IndexAddr); ok {
					out = append(out, storedAt(idx)...)
				}
			}
		}
		return out
	case *ssa.MakeSlice:
		return storedIn(x)
	case *ssa.Phi:
		var out []ssa.Value
		for _, e := range x.Edges {
			for _, v := range elementsOf(e, deep+4) {
				if !slices.Contains(out, v) {
					out = append(out, v)
				}
			}
		}
		return append(out, storedIn(x)...)
	case *ssa.Call:
		if b, ok := x.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return append(elementsOf(x.Call.Args[0], deep+1), elementsOf(x.Call.Args[1], deep+1)...)
		}
	}
	return nil
}

// storedIn returns what is assigned to elements of a slice.
func storedIn(list ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *list.Referrers() {
		if idx, ok := ref.(*ssa.IndexAddr); ok {
			out = append(out, storedAt(idx)...)
		}
	}
	return out
}

// storedAt returns what is assigned to an element: of a struct literal, the
// element itself, which is built in place.
func storedAt(idx *ssa.IndexAddr) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *idx.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(idx) {
				out = append(out, ref.Val)
			}
		case *ssa.FieldAddr:
			if !slices.Contains(out, ssa.Value(idx)) {
				out = append(out, idx)
			}
		}
	}
	return out
}

// item makes an item of a map or struct.
func (q *bodyQuery) item(v ssa.Value, e *env, at ssa.Instruction) {
	a := q.q.a
	p := exitOf(v.Parent())
	if at.Parent() == v.Parent() {
		p = before(at)
	}
	var b builder
	for _, key := range q.keys {
		b.addChild(&Child{Key: key, Known: true, Val: a.eval(v, Path{{Key, key}}, p)})
	}
	q.add(b.done(), a.places(v, Path{{Key, q.whose}}, 0), v.Parent(), e, at)
}

// add files an item as the function that knows whom it is about sees it. fn
// is the one that made it.
func (q *bodyQuery) add(c *Content, who Subject, fn *ssa.Function, e *env, at ssa.Instruction) {
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

// text makes the items of a body that is written as JSON text, with values put
// in between.
func (q *bodyQuery) text(ps []piece, e *env, at ssa.Instruction) {
	var doc map[string]any
	if json.Unmarshal([]byte(numbered(ps)), &doc) != nil {
		return
	}
	items := []any{doc}
	if q.list != "" {
		items, _ = doc[q.list].([]any)
	}
	vals := valuesOf(ps)
	for _, it := range items {
		obj, ok := it.(map[string]any)
		if !ok {
			continue
		}
		var b builder
		for _, key := range q.keys {
			if s, ok := obj[key].(string); ok {
				b.addChild(&Child{Key: key, Known: true, Val: q.content(s, vals)})
			}
		}
		q.add(b.done(), q.named(obj[q.whose], vals), at.Parent(), e, at)
	}
}

// numbered is the text of pieces with quoted numbers for what is not
// constant, so that it is JSON whether or not quotes stand around that.
func numbered(ps []piece) string {
	var b strings.Builder
	n, quoted := 0, false
	for _, p := range ps {
		if p.val != nil {
			mark := fmt.Sprintf("\x7f%d\x7f", n)
			if !quoted {
				mark = `"` + mark + `"`
			}
			b.WriteString(mark)
			n++
		}
		for i := range len(p.text) {
			if p.text[i] == '"' && (i == 0 || p.text[i-1] != '\\') {
				quoted = !quoted
			}
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// holes takes the text of a JSON string apart at the marks of numbered.
func holes(s string, vals []ssa.Value) []piece {
	var out []piece
	for i, part := range strings.Split(s, "\x7f") {
		if i%2 == 0 {
			if part != "" {
				out = append(out, piece{text: part})
			}
			continue
		}
		var n int
		if _, err := fmt.Sscan(part, &n); err == nil && n < len(vals) {
			out = append(out, piece{val: vals[n]})
		}
	}
	return out
}

// content is that of one JSON string.
func (q *bodyQuery) content(s string, vals []ssa.Value) *Content {
	ps := holes(s, vals)
	if len(ps) == 1 && ps[0].val != nil {
		return q.q.a.eval(ps[0].val, nil, q.q.a.pointOf(ps[0].val))
	}
	return &Content{Consts: []Const{{Val: s}}}
}

// named is whom the strings of an object name.
func (q *bodyQuery) named(doc any, vals []ssa.Value) Subject {
	var out Subject
	switch doc := doc.(type) {
	case string:
		for _, p := range holes(doc, vals) {
			if p.val != nil {
				out = append(out, q.q.a.places(p.val, nil, 0)...)
			}
		}
		if len(out) == 0 {
			out = Subject{{text: doc}}
		}
	case map[string]any:
		for _, v := range doc {
			out = append(out, q.named(v, vals)...)
		}
	}
	return out
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
