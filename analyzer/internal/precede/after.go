package precede

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// Follows reports whether, in the function of both, an operation is done to the
// same one after another one has succeeded. Who is not known is nobody.
func (a *Analysis) Follows(first, then Operation) bool {
	call, ok := first.At.(*ssa.Call)
	switch {
	case !ok || first.At == then.At || first.fn() != then.fn():
		return false // what runs later, runs at no known time
	case len(first.Subject) == 0 || len(then.Subject) == 0 || !first.Same(then):
		return false
	}
	stops := unless(a, call)
	p := moment(then)
	if p.deferred != nil {
		return a.graph.Reaches(p.deferred, ssautil.Before(call)) || a.graph.Avoids(call, ssautil.Before(p.deferred), stops)
	}
	head := loopHead(a.graph, call)
	switch {
	case head == nil:
	case a.graph.SameLoop(call.Block(), then.At.Block()):
		stops = append(stops, head) // the next one is another one
	case a.isOneOfMany(first.Subject, call) && a.graph.Avoids(head, ssautil.Before(head), []ssa.Instruction{call}):
		return false // not of everybody, and perhaps of the others
	}
	return a.graph.Avoids(call, p.Point, stops)
}

// unless returns where a call is known to have failed.
func unless(a *Analysis, call *ssa.Call) []ssa.Instruction {
	var out []ssa.Instruction
	for err := range a.errorsOf(call) {
		for _, ref := range *err.Referrers() {
			test, ok := ref.(*ssa.BinOp)
			if !ok || !comparesWithNil(test) {
				continue
			}
			for _, use := range *test.Referrers() {
				branch, ok := use.(*ssa.If)
				if !ok {
					continue
				}
				if failed, _ := ssautil.ErrorBranches(branch, test); len(failed.Preds) == 1 && !slices.Contains(out, failed.Instrs[0]) {
					out = append(out, failed.Instrs[0])
				}
			}
		}
	}
	return out
}

// loopHead is the start of the outermost loop around an instruction, nil if
// there is none.
func loopHead(g *ssautil.Graph, in ssa.Instruction) ssa.Instruction {
	b := in.Block()
	if !g.SameLoop(b, b) {
		return nil
	}
	head := b
	for d := b.Idom(); d != nil; d = d.Idom() {
		if g.SameLoop(d, b) {
			head = d
		}
	}
	return head.Instrs[0]
}
