package precede

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// An Operation is something done to somebody: by a call, or by a function
// literal that is made at an instruction and runs from there on.
type Operation struct {
	At      ssa.Instruction
	Subject Subject

	silent bool          // the function that was called says nothing if it failed
	by     *ssa.Function // that is called; nil if the call is the operation itself
}

// Same reports whether two operations are about the same one.
func (op Operation) Same(other Operation) bool { return op.Subject.same(other.Subject) }

// OnAnybody is op, done to somebody unknown.
func (op Operation) OnAnybody() Operation {
	op.Subject = unknown
	return op
}

// fn is the function in which the operation is done.
func (op Operation) fn() *ssa.Function { return op.At.Parent() }

// Above returns an operation as the functions around it see it, itself first.
func (a *Analysis) Above(op Operation) []Operation {
	out := []Operation{op}
	seen := map[ssa.Instruction]bool{op.At: true}
	for i := 0; i < len(out); i++ {
		for _, x := range a.seenByCallers(out[i]) {
			if !seen[x.At] {
				seen[x.At] = true
				out = append(out, x)
			}
		}
	}
	return out
}

// seenByCallers returns an operation as the callers of its function see it or,
// if that is a function literal, the function around it.
func (a *Analysis) seenByCallers(op Operation) []Operation {
	fn := op.fn()
	var out []Operation
	switch {
	case op.Subject.isLocal(fn):
	case fn.Parent() != nil && !op.Subject.dependsOn(fn):
		for _, in := range ssautil.Mentions(fn) {
			if mk, ok := in.(*ssa.MakeClosure); ok {
				out = append(out, a.runsAt(mk, op.Subject)...)
			} else {
				out = append(out, Operation{At: in, Subject: op.Subject})
			}
		}
	default:
		for _, call := range a.core.Callers(fn) {
			if !op.passedBy(call) {
				continue
			}
			out = append(out, Operation{At: call, Subject: a.seenFrom(op.Subject, call, fn), by: fn})
		}
	}
	return out
}

// param is the parameter that the operation calls, nil if it calls none.
func (op Operation) param() *ssa.Parameter {
	call, ok := op.At.(ssa.CallInstruction)
	if !ok || call.Common().IsInvoke() {
		return nil
	}
	p, _ := call.Common().Value.(*ssa.Parameter)
	return p
}

// passedBy reports whether a call of the function of op may be one that passes
// what does op there: a helper does what it is told to do, each time something
// else.
func (op Operation) passedBy(call ssa.CallInstruction) bool {
	p := op.param()
	if p == nil || op.by == nil {
		return true
	}
	arg := ssautil.ArgFor(call.Common(), p)
	if x, ok := arg.(*ssa.ChangeType); ok {
		arg = x.X
	}
	switch arg.(type) {
	case *ssa.MakeClosure, *ssa.Function:
		return isFunction(arg, op.by)
	}
	return true
}

// runsAt returns the operation of a function literal where the literal runs:
// at the calls that it is passed to, at what waits for a goroutine that runs
// it or, if there is none of these, from its creation on.
func (a *Analysis) runsAt(mk *ssa.MakeClosure, s Subject) []Operation {
	var out []Operation
	for _, ref := range *mk.Referrers() {
		if call, ok := ref.(ssa.CallInstruction); ok {
			out = append(out, Operation{At: call, Subject: s})
		}
		if started, ok := ref.(*ssa.Go); ok {
			for _, in := range a.waits(started) {
				out = append(out, Operation{At: in, Subject: s})
			}
		}
	}
	if len(out) == 0 {
		out = []Operation{{At: mk, Subject: s}}
	}
	return out
}

// waits returns where a function waits for a goroutine that it started, as it
// seems: it receives from a channel, or waits for a group.
func (a *Analysis) waits(started *ssa.Go) []ssa.Instruction {
	var out []ssa.Instruction
	for _, b := range started.Parent().Blocks {
		for _, in := range b.Instrs {
			if ssautil.Waits(in) && a.graph.Reaches(started, ssautil.Before(in)) {
				out = append(out, in)
			}
		}
	}
	return out
}

// selfCalls returns the calls by which fn calls itself.
func selfCalls(fn *ssa.Function) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && call.Common().StaticCallee() == fn {
				out = append(out, call)
			}
		}
	}
	return out
}

// leads reports whether control can come from block b to block c, or is there.
func (a *Analysis) leads(b, c *ssa.BasicBlock) bool {
	return b == c || a.graph.AfterBlock(b)[c.Index]
}

// returns reports whether the function of b returns from b on.
func (a *Analysis) returns(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Parent().Blocks, func(x *ssa.BasicBlock) bool {
		_, ok := ssautil.Last(x).(*ssa.Return)
		return ok && a.leads(b, x)
	})
}
