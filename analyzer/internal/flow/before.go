package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An Order tells what has been done before.
type Order struct {
	a      *Analysis
	acts   map[*ssa.Function][]Act
	strict bool // acts that may have failed do not count

	// Leave says whether importers have the duty to act before, for a function
	// that they can call. Nil leaves nothing to them.
	Leave func(fn *ssa.Function) bool
	left  map[*ssa.Function][]Act
}

// maxActs bounds the acts of one kind in a package, and maxActsHere those in
// one function: a recursion over a tree names ever more people.
const (
	maxActs     = 10000
	maxActsHere = 200
)

// NewOrder prepares for questions about acts of one kind. A call of a
// function that does not return without an error unless it acted is an act.
func (a *Analysis) NewOrder(acts []Act) *Order {
	o := &Order{a: a, acts: map[*ssa.Function][]Act{}, left: map[*ssa.Function][]Act{}}
	for i := 0; i < len(acts) && i < maxActs; i++ {
		act := acts[i]
		fn := act.At.Parent()
		if len(o.acts[fn]) >= maxActsHere || o.has(act) {
			continue
		}
		o.acts[fn] = append(o.acts[fn], act)
		if !o.skips(fn, act.Who) {
			unsure := a.swallows(act)
			for _, x := range a.seenAbove(act) {
				x.unsure = unsure
				acts = append(acts, x)
			}
		}
	}
	return o
}

func (o *Order) has(act Act) bool {
	return slices.ContainsFunc(o.acts[act.At.Parent()], func(x Act) bool {
		return x.At == act.At && x.unsure == act.unsure && x.Who.within(act.Who) && act.Who.within(x.Who)
	})
}

// barriers are the instructions of fn after which who was acted upon, seen
// from p.
func (o *Order) barriers(fn *ssa.Function, who Subject, p point) []ssa.Instruction {
	var acts []Act
	for _, act := range o.acts[fn] {
		if act.Who.same(who) && !isLater(act.At) {
			acts = append(acts, act)
		}
	}
	if o.strict {
		acts = o.reliable(acts, p)
	}
	var out []ssa.Instruction
	for _, act := range acts {
		out = append(out, act.At)
		if h := o.wholeLoop(act); h != nil && (p.in == nil || !o.a.graph.SameLoop(h.Block(), p.in.Block())) {
			out = append(out, h)
		}
	}
	return out
}

// isLater: nobody waits for a goroutine, and a deferred call is the last.
func isLater(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Go, *ssa.Defer:
		return true
	}
	return false
}

// wholeLoop returns the start of the loop around an act that is done to every
// element: who comes out of the loop has it behind.
func (o *Order) wholeLoop(act Act) ssa.Instruction {
	b := act.At.Block()
	if !o.a.graph.SameLoop(b, b) || !o.a.element(act.Who, act.At) {
		return nil
	}
	head := b
	for d := b.Idom(); d != nil; d = d.Idom() {
		if o.a.graph.SameLoop(d, b) {
			head = d
		}
	}
	first := head.Instrs[0]
	if first == act.At || o.a.graph.Avoids(first, before(first).cfg(), []ssa.Instruction{act.At}) {
		return nil
	}
	return first
}

// Before reports whether, whenever act is done, the same one was acted upon
// before: in its function or, where that is not called from elsewhere, in
// each of its callers.
func (o *Order) Before(act Act) bool { return o.before(act, map[ssa.Instruction]progress{}) }

// Left returns the acts that are left to importers to prepare, in the
// functions that they call, as found by [Order.Before].
func (o *Order) Left() []Act {
	var out []Act
	for _, fn := range o.a.funcs {
		out = append(out, o.left[fn]...)
	}
	return out
}

// progress is how far the answer for an instruction is.
type progress uint8

const (
	inView   progress = iota + 1
	affirmed          // a single no ends everything
)

func (o *Order) before(act Act, seen map[ssa.Instruction]progress) bool {
	seen[act.At] = inView
	fn, p := act.At.Parent(), before(act.At)
	if d, ok := act.At.(*ssa.Defer); ok {
		p = point{fn: fn, by: d}
	}
	if o.free(act.Who, p) && o.freeBefore(act.Who.listed(fn), act.Who) && !o.isStep(act) && !o.above(act, seen) {
		return false
	}
	seen[act.At] = affirmed
	return true
}

// isStep: one call through a function value acts and prepares, as a loop over
// a list of steps does. Their order is taken to be right.
func (o *Order) isStep(act Act) bool {
	call, ok := act.At.(*ssa.Call)
	if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() != nil {
		return false
	}
	return slices.ContainsFunc(o.acts[act.At.Parent()], func(x Act) bool { return x.At == act.At && x.Who.same(act.Who) })
}

// above answers for those around the function, which does not prepare the act
// itself.
func (o *Order) above(act Act, seen map[ssa.Instruction]progress) bool {
	fn := act.At.Parent()
	if !o.a.visible(fn) {
		return o.beforeCalls(act, seen)
	}
	if o.Leave == nil || !o.Leave(fn) || !act.Who.params(fn) || act.Who.local(fn) || o.actsLater(act) {
		return false
	}
	o.left[fn] = append(o.left[fn], act)
	return len(o.a.callersOf(fn)) == 0 || o.beforeCalls(act, seen)
}

// actsLater: the function prepares the act too late.
func (o *Order) actsLater(act Act) bool {
	return slices.ContainsFunc(o.acts[act.At.Parent()], func(x Act) bool { return x.Who.same(act.Who) })
}

// free reports whether control can come to p without an act upon who.
func (o *Order) free(who Subject, p point) bool {
	return o.a.graph.Avoids(nil, p.cfg(), o.barriers(p.fn, who, p))
}

// freeBefore is free for one of the instructions that put who on a list; also
// if there are none.
func (o *Order) freeBefore(ins []ssa.Instruction, who Subject) bool {
	for _, in := range ins {
		if o.free(who, before(in)) {
			return true
		}
	}
	return len(ins) == 0
}

// beforeCalls answers for the callers. Of a recursion, the first call decides.
func (o *Order) beforeCalls(act Act, seen map[ssa.Instruction]progress) bool {
	first := false
	for _, x := range o.a.seenAbove(act) {
		if seen[x.At] == inView {
			continue
		}
		if seen[x.At] != affirmed && !o.before(x, seen) {
			return false
		}
		first = true
	}
	return first
}
