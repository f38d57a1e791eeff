package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// spent is what a frame panics with that has used up its work: only toFixpoint
// of that frame recovers it.
type spent struct{ f *frame }

// working lets f be charged for the work from now on. The function that it
// returns ends that, and has f give up if the work was too much.
func (a *Analysis) working(f *frame) func() {
	outer := a.active
	a.active = f
	return func() {
		a.active = nil
		switch r := recover(); r {
		case nil:
		case spent{f}:
			f.giveUp() // at nobody's cost
		default:
			panic(r)
		}
		a.active = outer
	}
}

// charge counts n steps of the work of the frame that is being analysed.
func (a *Analysis) charge(n int) {
	a.steps += n
	f := a.active
	if f == nil {
		return
	}
	if f.budget -= n; f.budget < 0 {
		panic(spent{f})
	}
}

// budgetOf is the work that is allowed for fn.
func budgetOf(fn *ssa.Function) int {
	n := 0
	for _, b := range fn.Blocks {
		n += len(b.Instrs)
	}
	return limit.Work.Max * n
}

// giveUp leaves the function as it is known by now, and open: what it returns,
// what it does to what it is given and to what is shared, and what it passes
// to others is unknown beside that.
func (f *frame) giveUp() {
	f.spent, f.any = true, false
	f.a.tally.Reached(limit.Work)
	if f.exit == nil {
		f.exit = &state{}
	}
	unknown := widen(unknownValue(), limit.Work)
	for i := range f.results {
		f.results[i] = join(f.results[i], unknown)
	}
	for _, fn := range ssautil.FunctionsUsed(f.fn) {
		f.a.offhand[fn] = true
	}
	for _, b := range f.fn.Blocks {
		for _, in := range b.Instrs {
			f.abandon(in, unknown)
		}
	}
}

// abandon notes what an instruction may do that is not analysed to its end: it
// assigns to a package-level variable, or calls a method by an interface.
func (f *frame) abandon(in ssa.Instruction, unknown *value) {
	if call, ok := in.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
		for _, fn := range f.a.implementations(call.Common()) {
			f.a.offhand[fn] = true
		}
	}
	for _, op := range in.Operands(nil) {
		if g, ok := (*op).(*ssa.Global); ok {
			f.share(f.exit, place{obj: f.a.globalObject(g)}, write{val: unknown})
		}
	}
}

// whole is c, of what f sends: with what is not known of it if f gave up.
func (f *frame) whole(c *content.Content) *content.Content {
	if f.spent {
		return c.Widen(limit.Work)
	}
	return c
}
