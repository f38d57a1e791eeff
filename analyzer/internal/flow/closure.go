package flow

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// captured follows v into a function literal. What happens there counts, for
// questions from within, where it stands; for all others, where the literal
// is called.
func (w *walker) captured(v ssa.Value, mk *ssa.MakeClosure, prefix content.Path, sure bool) {
	fn := mk.Fn.(*ssa.Function)
	for i, b := range mk.Bindings {
		if b != v {
			continue
		}
		n := len(w.r.effects)
		w.walk(fn.FreeVars[i], prefix, sure)
		body := slices.Clone(w.r.effects[n:])
		w.r.effects = w.r.effects[:n]
		for _, e := range body {
			x := *e
			if x.inside == nil {
				x.inside = fn
			}
			w.put(&x)
		}
		w.r.held = append(w.r.held, holding{mk, body})
		w.follow(mk, mk, body)
	}
}

// follow looks for calls of the literal mk, which v may be.
func (w *walker) follow(v ssa.Value, mk *ssa.MakeClosure, body []*effect) {
	if v.Referrers() == nil {
		return
	}
	for _, in := range *v.Referrers() {
		switch in := in.(type) {
		case *ssa.DebugRef, *ssa.Return:
		case ssa.CallInstruction:
			w.called(v, in, mk, body)
		case *ssa.Phi:
			if id := (visit{in, "called " + mk.Name()}); !w.seen[id] {
				w.seen[id] = true
				w.follow(in, mk, body)
			}
		case *ssa.ChangeType:
			w.follow(in, mk, body)
		default: // stored somewhere: it may be called at any time from here on
			w.at(in.(ssa.Instruction), mk, body, false)
		}
	}
}

// called looks at a call that has the literal as its callee or an argument.
func (w *walker) called(v ssa.Value, in ssa.CallInstruction, mk *ssa.MakeClosure, body []*effect) {
	fn := mk.Fn.(*ssa.Function)
	c := in.Common()
	if c.Value == v && !c.IsInvoke() {
		for _, e := range body {
			for _, x := range w.a.nested(e, in, fn) {
				w.put(x)
			}
		}
		w.returned(in, fn, slices.DeleteFunc(slices.Clone(w.r.held), func(h holding) bool { return h.literal.Parent() != fn }), nil)
		return
	}
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return
	}
	w.at(in, mk, body, true)
}

// at puts what the literal does where it is passed to a function that calls
// it, or stored so that it may be called later.
func (w *walker) at(in ssa.Instruction, mk *ssa.MakeClosure, body []*effect, once bool) {
	fn := mk.Fn.(*ssa.Function)
	for _, e := range body {
		for _, x := range w.a.perCall(e, fn) {
			x.in, x.strong, x.inside = in, false, nil
			x.later = x.later || !once
			w.put(x)
		}
	}
}

// holdings returns the function literals that refer to root, directly or by
// the variable that holds it.
func (a *Analysis) holdings(root ssa.Value) []holding {
	r := a.reach(root)
	out := slices.Clone(r.held)
	for _, k := range r.kept {
		for _, l := range a.locate(k.into) {
			if l.root == root {
				continue
			}
			q := l.path.Plus(k.sel...)
			for _, h := range a.reach(l.root).held {
				out = append(out, h.below(q, k.prefix))
			}
		}
	}
	return out
}

// below returns what h does to the part at q, which is the object's part at
// prefix.
func (h holding) below(q, prefix content.Path) holding {
	x := holding{literal: h.literal}
	for _, e := range h.effects {
		if n, ok := content.Common(e.path, q); ok && n == len(q) && len(e.path) > n {
			y := *e
			y.path = prefix.Plus(e.path[n:]...)
			x.effects = append(x.effects, &y)
		}
	}
	return x
}

// returned carries over what the literals do that a callee returns: they are
// called here, through the result.
func (w *walker) returned(in ssa.CallInstruction, f *ssa.Function, held []holding, prefix content.Path) {
	res, ok := in.(ssa.Value)
	if !ok {
		return
	}
	for _, h := range held {
		if !slices.Contains(functions(w.a.resultOf(f, 0, nil)), h.literal.Fn.(*ssa.Function)) {
			continue
		}
		out := ssautil.Result(res, 0, f.Signature.Results().Len())
		if out == nil {
			continue
		}
		var body []*effect
		for _, e := range h.effects {
			for _, x := range w.a.seenByCaller(e, in, f) {
				x.path = prefix.Plus(x.path...)
				body = append(body, x)
			}
		}
		w.follow(out, h.literal, body)
	}
}

// seenByCaller is e, which a function literal does that f returns, in terms of
// what the call of f passes.
func (a *Analysis) seenByCaller(e *effect, call ssa.CallInstruction, f *ssa.Function) []*effect {
	x := *e
	x.strong = false
	if e.content != nil {
		x.content = func(rest content.Path, at point) *content.Content {
			return a.substitute(e.content(rest, at), call, f, at)
		}
	}
	if len(e.keys) == 0 {
		return []*effect{&x}
	}
	s := &substitution{a: a, call: call, fn: f, at: before(call)}
	var out []*effect
	for _, ch := range s.child(&content.Child{KeyRefs: e.keys, Val: content.Nothing, Pos: e.pos}) {
		out = append(out, x.under(ch, e))
	}
	return out
}

// perCall closes e, which happens in the function literal fn, over the
// parameters of fn.
func (a *Analysis) perCall(e *effect, fn *ssa.Function) []*effect {
	n := *e
	if e.content != nil {
		n.content = func(rest content.Path, at point) *content.Content { return a.closed(e.content(rest, at), fn) }
	}
	if len(e.keys) == 0 {
		return []*effect{&n}
	}
	keys := a.closed(&content.Content{Children: []*content.Child{{KeyRefs: e.keys, Val: content.Nothing, Pos: e.pos}}}, fn)
	var out []*effect
	for _, ch := range keys.Children {
		out = append(out, n.under(ch, e))
	}
	return out
}

// under returns a copy of n for the key that ch has resolved.
func (n effect) under(ch *content.Child, e *effect) *effect {
	n.pos, n.keys = ch.Pos, ch.KeyRefs
	last := content.Sel{Kind: content.AnyKey}
	if ch.Known {
		last = content.Sel{Kind: content.Key, Name: ch.Key}
	}
	n.path = e.path[:len(e.path)-1].Plus(last)
	return &n
}
