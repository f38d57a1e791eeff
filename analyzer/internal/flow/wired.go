package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Wiring says how what a port was handed gets to a sink, and where.
type Wiring struct {
	Pos token.Pos // where the package puts the two together
	In  string    // the function where the data was put in
	At  string    // file and line of that
	Via []string  // the functions that hand it on, in order
}

// Wired joins what waits at ports with the implementations that the package, or
// several packages below it, put there, and answers for each sink that is
// reached. What a package below has answered for is not said again. The fact
// is what packages above need to know.
//
// What ports give back is put into insts, where it is known.
func (a *Analysis) Wired(insts []*Instance) ([]*Instance, *WireFact) {
	own := a.wireFact()
	j := &joiner{a: a, senders: map[string]Sender{}, sees: map[string][]string{}, known: map[string]bool{}, done: map[string]bool{}}
	for _, f := range append(a.below, own) {
		j.learn(f, f == own)
	}
	own.Sees = j.seen(own)
	open := slices.DeleteFunc(slices.Clone(insts), func(inst *Instance) bool { return !waitsForPort(inst.Content) })
	if len(j.waiting)+len(open)+len(j.senders) > 0 {
		j.reached = j.graph.Reach()
		for _, inst := range open {
			inst.Content = j.resolve(inst.Content)
		}
		j.outside()
		for len(j.waiting) > 0 {
			w := j.waiting[0]
			j.waiting = j.waiting[1:]
			j.join(w)
		}
	}
	slices.Sort(j.wired)
	own.Wired = j.wired
	return j.out, own
}

// A joiner solves the wiring of one package.
type joiner struct {
	a       *Analysis
	graph   *wire.Graph
	reached *wire.Reached
	senders map[string]Sender
	sees    map[string][]string // by package
	known   map[string]bool     // what packages below have reported
	done    map[string]bool     // what was handed to a function before
	waiting []*waiting
	wired   []string
	out     []*Instance
}

// A waiting is what waits at a port, and how it has got there.
type waiting struct {
	Waiting
	id   string
	args []*content.Content // of each part
	via  []string
	pos  token.Pos // where this package has put two things together on the way
	here *Instance // of this package, what waits; nil else
	hops int
}

// learn takes in a fact.
func (j *joiner) learn(f *WireFact, own bool) {
	j.sees[f.Path] = f.Sees
	if j.graph == nil {
		j.graph = j.a.wires.Graph
	}
	for _, s := range f.Senders {
		j.senders[s.Func] = s
	}
	for _, i := range f.Impls {
		j.graph.AddImpl(i)
	}
	for _, key := range f.Wired {
		j.known[key] = true
	}
	if own { // the graph has the package's own flows, with positions
		for _, i := range j.a.leaves.impls {
			j.graph.AddImpl(i)
		}
	} else {
		for _, fl := range f.Flows {
			j.graph.Add(fl, token.NoPos)
		}
		for _, c := range f.Calls {
			j.graph.AddCall(c, token.NoPos)
		}
	}
	d := &decoder{a: j.a, sum: &summary{}}
	for n, w := range f.Waiting {
		x := &waiting{Waiting: w, id: f.Path + " " + w.At + " " + strconv.Itoa(n)}
		for _, c := range w.Args {
			x.args = append(x.args, d.content(c))
		}
		if own {
			x.here = j.a.waits[n]
			for k, p := range w.Parts { // with the places where it was written
				x.args[k] = j.a.dutyHere(x.here, partOf(x.here.Content, k), p)
			}
		}
		j.waiting = append(j.waiting, x)
	}
}

// seen are the packages of whose functions own knows that they send: a call of
// an interface is taken to run all that implement it.
func (j *joiner) seen(own *WireFact) []string {
	out := []string{own.Path}
	for _, s := range j.senders {
		if !slices.Contains(out, s.Pkg) && (!j.a.cfg.SDK(s.Pkg) || importsDirectly(j.a.pkg.Pkg, s.Pkg)) {
			out = append(out, s.Pkg)
		}
	}
	slices.Sort(out)
	j.sees[own.Path] = out
	return out
}

// join hands what waits to every implementation that is there.
func (j *joiner) join(w *waiting) {
	for _, leaf := range j.reached.At(w.Port.Func) {
		name, shift, ok := j.graph.Callee(leaf, w.Port.Method)
		s, sends := j.senders[name]
		if !ok || !sends || j.judgedThere(w, leaf, s) {
			continue
		}
		if w.Port.Method != "" {
			shift = 0 // the receiver is counted on both sides
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

// outside hands functions that packages get which are not analysed anything at
// all: those of this package that it hands over itself were judged so before.
func (j *joiner) outside() {
	for _, leaf := range j.reached.At(wire.Foreign) {
		name, bound, ok := leaf.AsFunc()
		s := j.senders[name]
		if !ok || bound || s.Pkg == j.a.pkg.Pkg.Path() && !j.a.wires.IsGiven(name) {
			continue
		}
		w := &waiting{id: "anything", Waiting: Waiting{Port: Port{Func: wire.Foreign}}}
		for k := range s.Sinks {
			for i := range s.Sinks[k].params() {
				w.Parts = append(w.Parts, Part{Index: i})
				w.args = append(w.args, content.Anything())
			}
			j.hand(w, s, k, 0, j.reached.Given(leaf, wire.Foreign))
		}
	}
}

// judgedThere: the package that calls sees the implementation, and has judged
// the call with it.
func (j *joiner) judgedThere(w *waiting, leaf wire.Node, s Sender) bool {
	if _, isType := leaf.AsType(); !isType {
		return s.Pkg == w.Port.Pkg
	}
	return slices.Contains(j.sees[w.Port.Pkg], s.Pkg)
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
	if at := w.id + " > " + snk.Info.String() + " " + c.String(); j.done[at] {
		return
	} else {
		j.done[at] = true
	}
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
		if p.Index == index && len(p.Path) <= len(q) && slices.Equal(p.Path, q[:len(p.Path)]) && (best < 0 || len(p.Path) > len(w.Parts[best].Path)) {
			best = n
		}
	}
	if best < 0 {
		return content.Nothing // of a type that no datum is in
	}
	c := w.args[best].Select(q[len(w.Parts[best].Path):])
	if format {
		return a.flatten(c)
	}
	return c
}

// params is how many parameters the payload depends on, at the least.
func (s *SinkFact) params() int {
	n := 0
	var visit func(c ContentFact)
	count := func(rs []RefFact) {
		for _, r := range rs {
			n = max(n, r.Param+1)
		}
	}
	visit = func(c ContentFact) {
		count(c.Refs)
		for _, ch := range c.Children {
			count(ch.Keys)
			visit(ch.Val)
		}
	}
	visit(s.Payload)
	return n
}

// report answers for a sink.
func (j *joiner) report(w *waiting, snk *SinkFact, c *content.Content, key string, via []string, pos token.Pos) {
	j.wired = append(j.wired, key)
	if j.known[key] {
		return
	}
	inst := &Instance{Sink: &Sink{Arg: -1, Info: snk.Info}, Arg: -1, Depth: 1, Content: c, Stored: w.Stored}
	if w.here != nil { // the data was put in here
		inst.Call, inst.Via, inst.Through = w.here.Call, w.here.Via, via[0]
	} else {
		if !pos.IsValid() {
			pos = j.a.importOf(w.Port.Pkg)
		}
		inst.Call = j.a.somewhere()
		inst.Wiring = &Wiring{Pos: pos, In: w.In, At: w.At, Via: via}
	}
	inst.Final = inst.Call
	j.out = append(j.out, inst)
}

// importOf is where the package imports another one, or, if it does so only
// through others, its own name.
func (a *Analysis) importOf(path string) token.Pos {
	for _, f := range a.files {
		for _, spec := range f.Imports {
			if p, err := strconv.Unquote(spec.Path.Value); err == nil && p == path {
				return spec.Pos()
			}
		}
	}
	return a.files[0].Name.Pos()
}

func importsDirectly(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
}

// somewhere is an instruction of the package, for what is nowhere in it.
func (a *Analysis) somewhere() ssa.Instruction { return a.pkg.Func("init").Blocks[0].Instrs[0] }
