package precede

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// A Request is an HTTP request and the operation that it is: its Subject is
// what names somebody in the URL.
type Request struct {
	*httpreq.Request
	Operation
}

// Requests returns the requests to Customer.io that a call makes. One of which
// nothing is known (see [httpreq.Request]) is an operation on somebody
// unknown.
func (a *Analysis) Requests(call ssa.CallInstruction) []*Request {
	var out []*Request
	for _, req := range a.requests.Certain(call) {
		op := Operation{At: call, Subject: unknown}
		if req.Endpoint != nil {
			op = inCaller(a, call, a.named(naming(req.URL, req.Endpoint.Identifiers)), req.Env)
		}
		out = append(out, &Request{req, op})
	}
	return out
}

// naming returns the pieces of a URL that name somebody: the holes that are
// identifiers or, if there are none, the constants.
func naming(url text.Text, identifiers map[int]string) text.Text {
	var out text.Text
	hole := 0
	for _, p := range url {
		_, isName := identifiers[hole]
		if p.Value != nil {
			hole++
		}
		if p.Value != nil && isName || p.Value == nil && len(identifiers) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// inCaller is an operation as the function sees it that knows whom it is about.
func inCaller(a *Analysis, at ssa.Instruction, s Subject, e *text.Env) Operation {
	for ; e != nil && !s.isLocal(at.Parent()); e = e.Up {
		at, s = e.Call, a.seenFrom(s, e.Call, e.Fn)
	}
	return Operation{At: at, Subject: s}
}

// Items returns what the JSON body of a request asks for. See
// [httpreq.Reader.Items].
func (a *Analysis) Items(req *Request, f httpreq.Form) (items []Item, all bool) {
	found, all := a.requests.Items(req.Request, f)
	for _, it := range found {
		items = append(items, placed(a, it))
	}
	return items, all
}

// An Item is something that a call asks for by texts: it is an operation if
// the texts say so.
type Item struct {
	texts *content.Content // an entry for each text
	op    Operation
}

// Operation is what the item is if its texts say so.
func (it Item) Operation() Operation { return it.op }

// placed puts an item into the function that knows whom it is about.
func placed(a *Analysis, it *httpreq.Item) Item {
	c, s, fn, at := it.Texts, subjectOf(a, it.Names), it.Fn, it.At
	for e := it.Env; e != nil && e.Fn == fn && !(fn == at.Parent() && s.isLocal(fn)); e = e.Up {
		if fn == at.Parent() {
			at = e.Call
		}
		s = a.seenFrom(s, e.Call, fn)
		c = a.core.SeenFrom(c, e.Call, fn)
		fn = e.Call.Parent()
	}
	return Item{c, Operation{At: at, Subject: s}}
}

func subjectOf(a *Analysis, names []httpreq.Name) Subject {
	var out Subject
	for _, n := range names {
		if n.Value == nil {
			out = append(out, part{text: n.Const})
		} else {
			out = append(out, a.origin(n.Value, n.Path)...)
		}
	}
	return out
}

// Item is what a call asks for, on behalf of a subject, by the text in its
// argument at p.
func (a *Analysis) Item(call ssa.CallInstruction, arg ssa.Value, p content.Path, s Subject) Item {
	c := a.core.Content(arg, p, before(call).Point)
	return Item{&content.Content{Children: []*content.Child{{Known: true, Val: c}}}, Operation{At: call, Subject: s}}
}

// Operations returns the operations that an item is, if says holds of its
// texts by key: at the call that asks for it, or at the callers that pass a
// text. It reports false if not all callers were looked at: then the item may
// be any operation.
func (a *Analysis) Operations(it Item, says func(texts map[string][]string) bool) (ops []Operation, all bool) {
	seen := items{}
	for work := []Item{it}; len(work) > 0; work = work[1:] {
		it := work[0]
		if seen.has(it) {
			continue
		}
		if len(seen) >= limit.Texts.Max {
			a.tally.Reached(limit.Texts)
			return ops, false
		}
		seen.add(it)
		texts, open, more := textsIn(it.texts)
		if len(open) == 0 && says(texts) {
			ops = append(ops, it.op)
			continue
		}
		if len(open) == 0 {
			open = more
		}
		above := itemAbove(a, it, open)
		if len(above) == 0 && says(texts) {
			ops = append(ops, it.op)
		}
		work = append(work, above...)
	}
	return ops, true
}

// items are those that were looked at, by where they are asked for and their
// texts.
type items map[itemID][]Subject

type itemID struct {
	at    ssa.Instruction
	texts string
}

func (s items) has(it Item) bool {
	return slices.ContainsFunc(s[itemID{it.op.At, it.texts.String()}], it.op.Subject.equal)
}

func (s items) add(it Item) {
	id := itemID{it.op.At, it.texts.String()}
	s[id] = append(s[id], it.op.Subject)
}

// textsIn returns the texts under the keys of c, and the functions on whose
// parameters those depend that are not known; if all are known, the functions
// that may pass others.
func textsIn(c *content.Content) (texts map[string][]string, open, more []*ssa.Function) {
	texts = map[string][]string{}
	for _, ch := range c.Children {
		known, _ := ch.Val.Keys()
		texts[ch.Key] = append(texts[ch.Key], known...)
		for _, r := range ch.Val.Refs {
			p, ok := r.Param.(*ssa.Parameter)
			if !ok {
				continue // nobody passes it
			}
			fn := p.Parent()
			if len(known) == 0 && !slices.Contains(open, fn) {
				open = append(open, fn)
			}
			if !slices.Contains(more, fn) {
				more = append(more, fn)
			}
		}
	}
	return texts, open, more
}

// itemAbove is an item as the callers of functions see it.
func itemAbove(a *Analysis, it Item, fns []*ssa.Function) []Item {
	var out []Item
	for _, fn := range fns {
		for _, call := range a.core.Callers(fn) {
			s := a.seenFrom(it.op.Subject, call, fn)
			out = append(out, Item{a.core.SeenFrom(it.texts, call, fn), Operation{At: call, Subject: s}})
		}
	}
	return out
}
