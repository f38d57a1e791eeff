package rules

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

const (
	notSuppressed = "person deleted by %s without being suppressed; the next event brings them back: suppress first, as runtime/erasure does"
	mayHaveFailed = "person deleted by %s although the suppression before may have failed; delete only after it succeeded, as runtime/erasure does"
	givesUp       = "loop around %s stops at the first error; the people after it are never erased: go on, as EraseAll of runtime/erasure does"
)

func inspectErasure(c *Check) []analysis.Diagnostic {
	e := &erasures{flow: c.Flow}
	for call := range c.Flow.Calls() {
		e.call(call)
		e.requests(call)
		e.deeds(call)
	}
	order := c.Flow.NewOrder(e.suppressed)
	offered := e.export(order)
	order.Leave = func(*ssa.Function) bool { return offered }
	found := map[token.Pos]analysis.Diagnostic{} // instances of generic functions share their source
	report := func(at ssa.Instruction, message, name string) {
		if src := c.Flow.Source(at); src != nil && found[src.Pos()].Message == "" {
			found[src.Pos()] = analysis.Diagnostic{Pos: src.Pos(), End: src.End(), Message: fmt.Sprintf(message, name)}
		}
	}
	for _, d := range e.deleted {
		together := e.together(d)
		switch {
		case !together && !order.Before(d.Act):
			report(d.At, notSuppressed, d.name)
			continue
		case !together && !order.Surely(d.Act):
			report(d.At, mayHaveFailed, d.name)
			continue
		}
		e.exportDeletion(order, d)
		for _, at := range order.GivesUp(d.Act) {
			report(at, givesUp, d.name)
		}
	}
	return slices.SortedFunc(maps.Values(found), func(f, g analysis.Diagnostic) int { return cmp.Compare(f.Pos, g.Pos) })
}

// together reports whether one request suppresses and deletes.
func (e *erasures) together(d deletion) bool {
	return slices.ContainsFunc(e.suppressed, func(s flow.Act) bool { return s.At == d.At && s.Same(d.Act) })
}
