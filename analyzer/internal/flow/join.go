package flow

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// join hands what waits to every implementation that is there.
func (j *joiner) join(w *waiting) {
	for _, leaf := range j.reached.At(w.Port.Func) {
		name, shift, ok := j.graph.Callee(leaf, w.Port.Method)
		s, sends := j.senders[name]
		if !ok || !sends || j.judgedThere(w, leaf, s) {
			continue
		}
		pos := j.reached.Given(leaf, w.Port.Func)
		if !pos.IsValid() {
			pos = w.pos
		}
		for k := range s.Sinks {
			j.hand(w, s, k, shift, pos)
		}
	}
}

// outside hands functions that packages get which are not analysed, or anybody,
// anything at all.
func (j *joiner) outside() {
	late := j.a.calledLate()
	for _, leaf := range j.reached.At(wire.Foreign) {
		name, bound, ok := leaf.AsFunc()
		if !ok || late[name] || !bound && j.judgedHere(name) {
			continue
		}
		s := j.senders[name]
		w := &waiting{id: "anything", Waiting: Waiting{Port: Port{Func: wire.Foreign}}}
		for k := range s.Sinks {
			for i := range s.Sinks[k].params() {
				if i > 0 || !bound { // the receiver is what it is
					w.Parts = append(w.Parts, Part{Index: i})
					w.args = append(w.args, content.Anything())
				}
			}
			j.hand(w, s, k, 0, j.reached.Given(leaf, wire.Foreign))
		}
	}
}

// judgedHere: a function of the package that nobody else can call is judged
// where it stands.
func (j *joiner) judgedHere(name string) bool {
	fn := j.a.functionNamed(name)
	return fn != nil && !j.a.visible(fn) && !j.a.wires.IsGiven(name)
}

// calledLate are the functions that the package hands over itself, and that were
// judged there.
func (a *Analysis) calledLate() map[string]bool {
	out := map[string]bool{}
	for fn, edges := range a.callers {
		if slices.ContainsFunc(edges, func(e *edge) bool { return e.late }) && !a.wires.GivenAway(fn) {
			out[wire.FuncName(fn)] = true
		}
	}
	return out
}

// judgedThere: the package that calls sees the implementation, and has judged
// the call with it.
func (j *joiner) judgedThere(w *waiting, leaf wire.Node, s Sender) bool {
	if s.Pkg == w.Port.Pkg {
		return true
	}
	_, isType := leaf.AsType()
	return isType && hasExportedReceiver(s.Func) && slices.Contains(j.sees[w.Port.Pkg], s.Pkg)
}

// hasExportedReceiver reports whether other packages can name the type whose
// method the function is: (*example.com/adapter.CIO).Identify.
func hasExportedReceiver(fn string) bool {
	recv, _, _ := strings.Cut(strings.TrimLeft(fn, "(*"), ")")
	name := recv[strings.LastIndexByte(recv, '.')+1:]
	return token.IsExported(name)
}

// hand hands what waits to one sink of a function.
func (j *joiner) hand(w *waiting, s Sender, k, shift int, pos token.Pos) {
	snk := &s.Sinks[k]
	c := j.put(w, snk, shift)
	if w.Port.Func == wire.Foreign {
		c = scalarsBelow(c)
	}
	if w.hops >= limit.Hops.Max {
		c = c.Widen(limit.Hops)
		j.a.tally.Reached(limit.Hops)
	}
	next := slices.Concat(w.via, []string{s.Func})
	key := w.id + " > " + strings.Join(next, " > ") + " > " + snk.Info.String() + " " + strconv.Itoa(k)
	port, isPort := snk.Info.(Port)
	if !isPort {
		j.report(w, snk, c, key, next, pos)
		return
	}
	again := w.id + " > " + snk.Info.String() + " " + c.String()
	if j.done[again] {
		return // decorators that wrap one another
	}
	j.done[again] = true
	n := &waiting{Waiting: w.Waiting, id: w.id, via: next, pos: pos, here: w.here, hops: w.hops + 1}
	n.Port, n.Parts = port, snk.Parts
	for i := range snk.Parts {
		n.args = append(n.args, partOf(c, i))
	}
	j.waiting = append(j.waiting, n)
}

// scalarsBelow is c, of which what stands under keys is taken for texts.
func scalarsBelow(c *content.Content) *content.Content {
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		x, v := *ch, *ch.Val
		v.Flags |= content.Scalar
		x.Val = scalarsBelow(&v)
		n.Children = append(n.Children, &x)
	}
	return &n
}

// put is what gets to a sink of a function that is handed what waits.
func (j *joiner) put(w *waiting, snk *SinkFact, shift int) *content.Content {
	sum := &summary{}
	count := 0
	for _, p := range w.Parts {
		count = max(count, p.Index+shift+1)
	}
	for i := range max(count, snk.params()) {
		sum.params = append(sum.params, &factParam{"p" + strconv.Itoa(i), anyType})
	}
	d := &decoder{a: j.a, sum: sum}
	f := j.a.frameOf(j.a.pkg.Func("init"))
	i := f.instance(sum, &invocation{f: f}, nil, f.lastState())
	sub := &substitution{i: i, mark: true, given: func(r content.Ref) *content.Content {
		return w.part(slices.Index(sum.params, r.Param)-shift, r.Path, j.a)
	}}
	c := j.resolve(sub.content(d.content(snk.Payload)))
	if snk.More {
		return c.Widen(limit.FactNodes)
	}
	return c
}

// part is what is known of a part of an argument.
func (w *waiting) part(index int, q content.Path, a *Analysis) *content.Content {
	q, format := q.Formatted()
	best := -1
	for n, p := range w.Parts {
		if p.Index == index && p.leadsTo(q) && (best < 0 || len(p.Path) > len(w.Parts[best].Path)) {
			best = n
		}
	}
	if best < 0 {
		return content.Nothing // of a type that no datum is in
	}
	rest := q[len(w.Parts[best].Path):]
	c := w.args[best]
	if w.Parts[best].Cut && len(rest) > 0 && rest[0].Kind != content.Key {
		c = c.Widen(limit.FactFields) // what is below may be one of those that are left out
		a.tally.Reached(limit.FactFields)
	}
	c = c.Select(rest)
	if format {
		return a.flatten(c)
	}
	return c
}

// leadsTo reports whether what q selects is in p. A part for all elements holds
// each of them.
func (p Part) leadsTo(q content.Path) bool {
	return len(p.Path) <= len(q) && slices.EqualFunc(p.Path, q[:len(p.Path)], func(s, t content.Sel) bool {
		return s == t || s.Kind == content.Elem && s.Name == "" && t.Kind == content.Elem || s.Kind == content.AnyKey && t.Kind == content.Key
	})
}

// params is how many parameters the payload depends on, at the least.
func (s *SinkFact) params() int { return s.Payload.params() }

// params is how many parameters the content depends on, at the least.
func (c ContentFact) params() int {
	n := 0
	c.refs(func(r RefFact) { n = max(n, r.Param+1) })
	return n
}

// refs visits what the content depends on.
func (c ContentFact) refs(visit func(RefFact)) {
	for _, r := range c.Refs {
		visit(r)
	}
	for _, ch := range c.Children {
		for _, r := range ch.Keys {
			visit(r)
		}
		ch.Val.refs(visit)
	}
}
