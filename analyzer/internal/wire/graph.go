package wire

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A Flow says that what is in From may get into To. With a method, it is that
// method of what is in From that does, its receiver bound.
type Flow struct {
	From, To Node
	Method   string
}

// A Call is made of what is in Func: of a method of it, or of the functions
// themselves. What is in Args gets into the parameters, the receiver not
// counted, and the results into Results; an empty node is of no interest.
type Call struct {
	Func          Node
	Method        string
	Args, Results []Node
}

// An Impl says which function a method of a type is.
type Impl struct{ Type, Method, Func string }

// A Graph says where implementations may go.
type Graph struct {
	flows map[Flow]token.Pos // of the package's own flows, where they are
	out   map[Node][]Flow
	calls []located
	impls map[[2]string]string
}

// A located is a call and where it is.
type located struct {
	Call
	pos token.Pos
}

// NewGraph returns an empty graph.
func NewGraph() *Graph {
	return &Graph{flows: map[Flow]token.Pos{}, out: map[Node][]Flow{}, impls: map[[2]string]string{}}
}

// Add adds a flow at a position, which is not valid for those of other
// packages.
func (g *Graph) Add(f Flow, pos token.Pos) {
	if f.From == "" || f.To == "" || f.From == f.To {
		return
	}
	old, known := g.flows[f]
	if !known {
		g.out[f.From] = append(g.out[f.From], f)
	}
	if !known || pos.IsValid() && (!old.IsValid() || pos < old) {
		g.flows[f] = pos
	}
}

// AddCall adds a call.
func (g *Graph) AddCall(c Call, pos token.Pos) { g.calls = append(g.calls, located{c, pos}) }

// AddImpl says which function a method of a type is.
func (g *Graph) AddImpl(i Impl) { g.impls[[2]string{i.Type, i.Method}] = i.Func }

// Impl returns the function that a method of a type is, "" if that is not of
// interest.
func (g *Graph) Impl(typ, method string) string { return g.impls[[2]string{typ, method}] }

// Callee returns the function that a call of a leaf runs, and which of its
// parameters the first argument is, as [ssautil.Args] has them; false if it is of
// no interest. The method of a function's own type, as of http.HandlerFunc, is
// taken to pass on what it gets.
func (g *Graph) Callee(leaf Node, method string) (fn string, shift int, ok bool) {
	if t, isType := leaf.AsType(); isType {
		fn = g.Impl(t, method)
		return fn, 0, fn != "" && method != ""
	}
	fn, bound, ok := leaf.AsFunc()
	if bound {
		shift++
	}
	if method != "" {
		shift-- // the receiver is the function
	}
	return fn, shift, ok
}

// Export returns the flows and the calls that other packages may need, those
// between local nodes contracted. Ports are the nodes that the package waits at.
func (b *Builder) Export(ports []Node) ([]Flow, []Call) {
	kept := b.live(ports)
	named := map[Node]bool{} // local nodes that calls and ports name
	for _, n := range ports {
		named[n] = true
	}
	var calls []Call
	for _, c := range b.calls {
		if !kept[c.Func] {
			continue
		}
		calls = append(calls, c.Call)
		for _, n := range c.nodes() {
			named[n] = true
		}
	}
	stops := func(n Node) bool { return !n.isLocal() || named[n] }
	flows := map[Flow]bool{}
	for from := range b.out {
		if stops(from) && kept[from] {
			b.contract(from, func(n Node) bool { return kept[n] }, stops, flows)
		}
	}
	return slices.SortedFunc(maps.Keys(flows), compareFlows), calls
}

// nodes are all nodes that a call names.
func (c Call) nodes() []Node { return slices.Concat([]Node{c.Func}, c.Args, c.Results) }

// live are the nodes by which something from outside, or an implementation of
// the package, can get to a port, or outside.
func (b *Builder) live(ports []Node) map[Node]bool {
	forth, back := map[Node][]Node{}, map[Node][]Node{}
	sources, exits := b.results(), slices.Clone(ports)
	for f := range b.flows {
		forth[f.From] = append(forth[f.From], f.To)
		back[f.To] = append(back[f.To], f.From)
		for _, n := range []Node{f.From, f.To} {
			if b.isOpen(n) {
				sources, exits = append(sources, n), append(exits, n)
			}
		}
	}
	for _, c := range b.calls {
		exits = append(append(exits, c.Func), c.Args...)
	}
	out, in := closure(sources, forth), closure(exits, back)
	maps.DeleteFunc(out, func(n Node, _ bool) bool { return !in[n] })
	return out
}

// results are the nodes that dynamic calls put something into.
func (b *Builder) results() []Node {
	var out []Node
	for _, c := range b.calls {
		out = append(out, c.Results...)
	}
	return out
}

// Outside reports whether n may hold what other packages bring.
func (b *Builder) Outside(n Node) bool {
	if b.outside == nil {
		b.outside = b.fromOutside()
	}
	return b.outside[n] || b.isOpen(n) && !n.IsLeaf()
}

// Holds reports whether the package puts a function at n that is not its own.
func (b *Builder) Holds(n Node, own func(name string) bool) bool {
	if b.holds == nil {
		forth := map[Node][]Node{}
		var others []Node
		for f := range b.flows {
			forth[f.From] = append(forth[f.From], f.To)
			if name, _, ok := f.From.AsFunc(); ok && !own(name) {
				others = append(others, f.From)
			}
		}
		b.holds = closure(others, forth)
	}
	return b.holds[n]
}

// GivenAway reports whether a function of the package is handed to another one
// that is analysed, or to whoever asks the package for it, as a value or as the
// method of an implementation: whoever calls it is judged with it.
func (b *Builder) GivenAway(fn *ssa.Function) bool {
	if b.IsGiven(FuncName(fn)) {
		return true
	}
	if m := ssautil.Declared(fn); m != nil && m.Signature().Recv() != nil && types.IsInterface(m.Signature().Recv().Type()) {
		return true // a method of an interface as a value: what it calls is a port
	}
	recv := fn.Signature.Recv()
	if recv == nil {
		return false
	}
	t := recv.Type()
	return b.given[TypeLeaf(t)] || b.given[TypeLeaf(types.NewPointer(t))]
}

// IsGiven is GivenAway of a function that is handed on as a value.
func (b *Builder) IsGiven(name string) bool {
	if b.given == nil {
		b.given = b.givenAway()
	}
	return b.given[Node(funcKind+name)] || b.given[Node(boundKind+name)]
}

func (b *Builder) givenAway() map[Node]bool {
	back := map[Node][]Node{}
	to := slices.Collect(maps.Keys(b.others))
	for f := range b.flows {
		back[f.To] = append(back[f.To], f.From)
		if b.isOpen(f.To) && !f.To.isContainer() {
			to = append(to, f.To)
		}
	}
	return closure(to, back)
}

func (b *Builder) fromOutside() map[Node]bool {
	forth := map[Node][]Node{}
	sources := b.results()
	for f := range b.flows {
		forth[f.From] = append(forth[f.From], f.To)
	}
	for _, c := range b.calls {
		sources = append(sources, c.nodes()...)
	}
	for n := range forth {
		sources = append(sources, n)
	}
	sources = slices.DeleteFunc(sources, func(n Node) bool { return n.IsLeaf() || !b.isOpen(n) })
	return closure(append(sources, b.results()...), forth)
}

// isOpen reports whether other packages can get at n: function literals, and
// what else is handed on, they can call.
func (b *Builder) isOpen(n Node) bool {
	return n != "" && !n.isLocal() && (!b.closed[n] || b.handed[n.function()])
}

// closure is everything that next leads to.
func closure(from []Node, next map[Node][]Node) map[Node]bool {
	seen := map[Node]bool{}
	for len(from) > 0 {
		n := from[len(from)-1]
		from = from[:len(from)-1]
		if !seen[n] {
			seen[n] = true
			from = append(from, next[n]...)
		}
	}
	return seen
}

func compareFlows(a, b Flow) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Method, b.Method))
}

// contract adds the flows from a node to those that it gets to through nodes
// that are left out.
func (g *Graph) contract(from Node, kept, stops func(Node) bool, flows map[Flow]bool) {
	type step struct {
		n      Node
		method string
	}
	seen := map[step]bool{}
	work := []step{{from, ""}}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		for _, f := range g.out[s.n] {
			next := step{f.To, cmp.Or(s.method, f.Method)}
			switch {
			case seen[next] || !kept(f.To):
			case f.To == from:
			case stops(f.To):
				flows[Flow{from, f.To, next.method}] = true
			default:
				work = append(work, next)
			}
			seen[next] = true
		}
	}
}
