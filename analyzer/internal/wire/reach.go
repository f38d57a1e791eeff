package wire

import (
	"cmp"
	"go/token"
	"slices"
)

// A Reached is what Reach has found: for each node, which leaves get there, and
// by which flow each came.
type Reached struct {
	g      *Graph
	leaves map[Node]map[Node]Flow // by node, then by leaf: the flow by which it came first
	extra  map[Flow]token.Pos     // the flows that calls make
}

// Reach carries every leaf as far as it may get.
func (g *Graph) Reach() *Reached {
	r := &Reached{g: g, leaves: map[Node]map[Node]Flow{}, extra: map[Flow]token.Pos{}}
	r.propagate(g.seeds())
	for r.bind() {
	}
	return r
}

// An arrival is a leaf that gets into a node by a flow.
type arrival struct {
	leaf Node
	by   Flow
}

// seeds are the flows out of leaves.
func (g *Graph) seeds() []arrival {
	var out []arrival
	for from, flows := range g.out {
		if from.IsLeaf() {
			for _, f := range flows {
				out = append(out, g.over(from, f))
			}
		}
	}
	sortArrivals(out)
	return out
}

// over is a leaf after a flow: with a method, the method of it.
func (g *Graph) over(leaf Node, f Flow) arrival {
	if f.Method == "" {
		return arrival{leaf, f}
	}
	fn, _, ok := g.Callee(leaf, f.Method)
	if _, isType := leaf.AsType(); ok && isType {
		return arrival{Node(boundKind + fn), f}
	}
	if ok {
		return arrival{leaf, f} // of a function, it is the function
	}
	return arrival{"", f}
}

func sortArrivals(as []arrival) {
	slices.SortFunc(as, func(a, b arrival) int { return cmp.Or(cmp.Compare(a.leaf, b.leaf), compareFlows(a.by, b.by)) })
}

// propagate carries leaves on, breadth first, so that the way of each is a
// short one.
func (r *Reached) propagate(work []arrival) {
	for len(work) > 0 {
		var next []arrival
		for _, a := range work {
			if a.leaf == "" || !r.enter(a) {
				continue
			}
			for _, f := range r.g.out[a.by.To] {
				next = append(next, r.g.over(a.leaf, f))
			}
		}
		sortArrivals(next)
		work = next
	}
}

// enter notes an arrival; false if the leaf was there already.
func (r *Reached) enter(a arrival) bool {
	at := r.leaves[a.by.To]
	if at == nil {
		at = map[Node]Flow{}
		r.leaves[a.by.To] = at
	}
	if _, known := at[a.leaf]; known {
		return false
	}
	at[a.leaf] = a.by
	return true
}

// bind joins the arguments of every call to the parameters of what it was
// found to run, and its results back; false if that was all known.
func (r *Reached) bind() bool {
	var news []Flow
	join := func(from, to Node, pos token.Pos) {
		f := Flow{From: from, To: to}
		if from == "" || to == "" {
			return
		}
		if _, known := r.g.flows[f]; known {
			return
		}
		r.g.Add(f, pos)
		news = append(news, f)
	}
	for _, c := range r.g.calls {
		for _, leaf := range r.At(c.Func) {
			fn, shift, ok := r.g.Callee(leaf, c.Method)
			if !ok {
				continue
			}
			if c.Method != "" {
				shift++ // the arguments leave out the receiver
			}
			for i, n := range c.Args {
				join(n, param(fn, i+shift), c.pos)
			}
			for i, n := range c.Results {
				join(result(fn, i), n, c.pos)
			}
		}
	}
	for _, f := range news {
		r.resume(f)
	}
	return len(news) > 0
}

// resume carries on what is at the beginning of a flow that is new.
func (r *Reached) resume(f Flow) {
	if f.From.IsLeaf() {
		r.propagate([]arrival{r.g.over(f.From, f)})
		return
	}
	var work []arrival
	for _, leaf := range r.At(f.From) {
		work = append(work, r.g.over(leaf, f))
	}
	r.propagate(work)
}

// At lists the leaves that get into a node.
func (r *Reached) At(n Node) []Node {
	if n.IsLeaf() {
		return []Node{n}
	}
	out := make([]Node, 0, len(r.leaves[n]))
	for leaf := range r.leaves[n] {
		out = append(out, leaf)
	}
	slices.Sort(out)
	return out
}

// Given returns where the package hands a leaf on its way to a node: its own
// first flow on that way. The position is not valid if there is none.
func (r *Reached) Given(leaf, n Node) token.Pos {
	pos := token.NoPos
	for seen := map[Node]bool{}; n != leaf && !seen[n]; {
		seen[n] = true
		f, ok := r.leaves[n][leaf]
		if !ok {
			break
		}
		if p := r.g.flows[f]; p.IsValid() {
			pos = p
		}
		n = f.From
	}
	return pos
}
