package precede

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// An Order tells what has been done before.
type Order struct {
	a      *Analysis
	ops    map[*ssa.Function][]Operation
	strict bool // operations that may have failed do not count

	// Delegate reports whether importers have the duty to act before, for a
	// function that they can call. Nil delegates nothing.
	Delegate  func(fn *ssa.Function) bool
	delegated map[*ssa.Function][]Operation
}

// Order prepares for questions about what comes before, given the operations
// that should. A call of a function that does not return without an error
// unless it did one of them is one, too.
func (a *Analysis) Order(ops []Operation) *Order {
	o := &Order{a: a, ops: map[*ssa.Function][]Operation{}, delegated: map[*ssa.Function][]Operation{}}
	for i := 0; i < len(ops); i++ {
		op, fn := ops[i], ops[i].fn()
		if len(o.ops[fn]) >= limit.Operations.Max && !o.has(op) {
			a.tally.Reached(limit.Operations)
			op = op.OnAnybody()
		}
		if o.has(op) {
			continue
		}
		o.ops[fn] = append(o.ops[fn], op)
		if !o.skips(fn, op.Subject) {
			silent := a.hidesFailure(op)
			for _, x := range a.seenByCallers(op) {
				x.silent = silent
				ops = append(ops, x)
			}
		}
	}
	return o
}

func (o *Order) has(op Operation) bool {
	return slices.ContainsFunc(o.ops[op.fn()], func(x Operation) bool {
		s, t := x.Subject, op.Subject
		return x.At == op.At && x.silent == op.silent && (x.by == op.by || op.param() == nil) && (s.within(t) && t.within(s) || s.equal(t))
	})
}

// A point is a moment in a function, or that of a deferred call when the
// function returns.
type point struct {
	ssautil.Point
	deferred *ssa.Defer
}

func before(in ssa.Instruction) point { return point{Point: ssautil.Before(in)} }

func exitOf(fn *ssa.Function) point { return point{Point: ssautil.Point{Fn: fn}} }

// moment is when an operation is done.
func moment(op Operation) point {
	if d, ok := op.At.(*ssa.Defer); ok {
		return point{Point: ssautil.Point{Fn: op.fn()}, deferred: d}
	}
	return before(op.At)
}

// barriers are the instructions of fn after which something was done to s,
// seen from p.
func (o *Order) barriers(fn *ssa.Function, s Subject, p point) []ssa.Instruction {
	var ops []Operation
	for _, op := range o.ops[fn] {
		if op.Subject.same(s) && !runsLater(op.At) {
			ops = append(ops, op)
		}
	}
	if o.strict {
		ops = o.reliable(ops, p)
	}
	var out []ssa.Instruction
	for _, op := range ops {
		out = append(out, op.At)
		if first := o.loopOver(op); first != nil && (p.In == nil || !o.a.graph.SameLoop(first.Block(), p.In.Block())) {
			out = append(out, first)
		}
	}
	return out
}

// runsLater: nobody waits for a goroutine, and a deferred call is the last.
func runsLater(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Go, *ssa.Defer:
		return true
	}
	return false
}

// loopOver returns the start of the loop around an operation that is done to
// every element: whatever comes after the loop has it behind. Nil if there is
// no such loop.
func (o *Order) loopOver(op Operation) ssa.Instruction {
	b := op.At.Block()
	if !o.a.graph.SameLoop(b, b) || !o.a.isOneOfMany(op.Subject, op.At) {
		return nil
	}
	first := loopHead(o.a.graph, op.At)
	if first == op.At || o.a.graph.Avoids(first, ssautil.Before(first), []ssa.Instruction{op.At}) {
		return nil
	}
	return first
}

// Before reports whether, whenever op is done, the order's operation was done
// to the same one before: in its function or, where that is not called from
// elsewhere, in each of its callers.
func (o *Order) Before(op Operation) bool { return o.before(op, map[ssa.Instruction]progress{}, way{}) }

// Delegated returns the operations before which importers have to act, in the
// functions that they call, as found by [Order.Before].
func (o *Order) Delegated() []Operation {
	var out []Operation
	for _, fn := range o.a.core.Functions() {
		out = append(out, o.delegated[fn]...)
	}
	return out
}

// progress is how far the answer for an instruction is.
type progress uint8

const (
	active   progress = iota + 1
	affirmed          // a single no ends everything
)

// A way leads from an operation up the callers.
type way struct {
	acted     bool // a function on it acts, or leads to one that does
	delegated bool // a function on it leaves the order to importers
}

func (w way) through(acts bool) way {
	w.acted = w.acted || acts
	return w
}

func (o *Order) before(op Operation, seen map[ssa.Instruction]progress, w way) bool {
	seen[op.At] = active
	p := moment(op)
	if o.avoids(op.Subject, p) && o.avoidsAny(op.Subject.appendedIn(op.fn()), op.Subject) && !o.isStep(op) && !o.beforeFunction(op, seen, w.through(o.actsBeside(op))) {
		return false
	}
	seen[op.At] = affirmed
	return true
}

// isStep: one call through a function value does the operation and what comes
// before it, as a loop over a list of steps does. Their order is taken to be
// right, unless the list shows that it is not. A parameter is one step, and the
// callers say which.
func (o *Order) isStep(op Operation) bool {
	call, ok := op.At.(*ssa.Call)
	if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() != nil || op.param() != nil {
		return false
	}
	return slices.ContainsFunc(o.ops[op.fn()], func(x Operation) bool { return x.At == op.At && x.Same(op) && !isLaterStep(o.a, call, x, op) })
}

// beforeFunction answers for the code around the function of op. If that, or one
// that leads to op, acts, nothing is left to importers.
func (o *Order) beforeFunction(op Operation, seen map[ssa.Instruction]progress, w way) bool {
	fn := op.fn()
	if !calledElsewhere(o.a.core, fn) {
		return o.beforeCalls(op, seen, w)
	}
	if o.Delegate == nil || !o.Delegate(fn) || !op.Subject.isPassed(fn) || w.acted {
		return false
	}
	o.delegated[fn] = append(o.delegated[fn], op)
	w.delegated = true
	before, _ := o.calls(op, seen, w)
	return before
}

// calledElsewhere reports whether other packages may call fn.
func calledElsewhere(core Core, fn *ssa.Function) bool {
	return ssautil.Visible(fn, core.Package().Pkg) || ssautil.FromSource(fn) && core.GivenAway(fn)
}

// actsBeside reports whether the function of op does itself what has to come
// before, to whomever and whenever: it leaves nothing to its callers. What a
// parameter does there is not the function's doing.
func (o *Order) actsBeside(op Operation) bool {
	return slices.ContainsFunc(o.ops[op.fn()], func(x Operation) bool { return x.At != op.At || op.param() == nil })
}

// avoids reports whether control can come to p without an operation on s.
func (o *Order) avoids(s Subject, p point) bool {
	return o.a.graph.Avoids(nil, p.Point, o.barriers(p.Fn, s, p))
}

// avoidsAny is avoids for one of the instructions that put s on a list, and
// true if there are none.
func (o *Order) avoidsAny(ins []ssa.Instruction, s Subject) bool {
	return len(ins) == 0 || slices.ContainsFunc(ins, func(in ssa.Instruction) bool { return o.avoids(s, before(in)) })
}

// beforeCalls answers for the callers. Of a recursion, the first call decides: of
// decorators, which call one another as far as types tell, whoever calls them.
func (o *Order) beforeCalls(op Operation, seen map[ssa.Instruction]progress, w way) bool {
	before, called := o.calls(op, seen, w)
	return before && (called || w.delegated)
}

// calls reports whether the callers act before, and whether there are any but
// those of a recursion.
func (o *Order) calls(op Operation, seen map[ssa.Instruction]progress, w way) (before, called bool) {
	for _, x := range o.a.seenByCallers(op) {
		if seen[x.At] == active {
			continue
		}
		if seen[x.At] != affirmed && !o.before(x, seen, w) {
			return false, true
		}
		called = true
	}
	return true, called
}
