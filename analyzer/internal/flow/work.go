package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
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
		a.active = outer
		switch r := recover(); r {
		case nil:
		case spent{f}:
			f.giveUp()
		default:
			panic(r)
		}
	}
}

// charge counts n steps of the work of the frame that is being analysed.
func (a *Analysis) charge(n int) {
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

// giveUp leaves the function as it is known by now, and open: what it returns
// is unknown beside that, and so is what callers pass to it afterwards.
func (f *frame) giveUp() {
	f.spent, f.any = true, false
	f.a.tally.Reached(limit.Work)
	if f.exit == nil {
		f.exit = &state{}
	}
	for i := range f.results {
		f.results[i] = join(f.results[i], widen(unknownValue(), limit.Work))
	}
}

// whole is c, of what f sends: with what is not known of it if f gave up.
func (f *frame) whole(c *content.Content) *content.Content {
	if f.spent {
		return c.Widen(limit.Work)
	}
	return c
}
