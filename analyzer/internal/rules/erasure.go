package rules

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/precede"
)

const (
	notSuppressed = "person deleted by %s without being suppressed; the next event brings them back: suppress first, as runtime/erasure does"
	mayBeDeleted  = "%s is made in more ways than are looked at, and may delete a person who is not suppressed; suppress first, as runtime/erasure does"
	mayHaveFailed = "person deleted by %s although the suppression before may have failed; delete only after it succeeded, as runtime/erasure does"
	givesUp       = "loop around %s stops at the first error; the people after it are never erased: go on, as EraseAll of runtime/erasure does"
)

func inspectErasure(c *Check) []analysis.Diagnostic {
	return slices.Clone(c.erasures().findings)
}

// OrderFacts returns what importers have to know of the order of suppressions
// and deletions, by function.
func (c *Check) OrderFacts() map[*types.Func]*precede.Fact { return c.erasures().facts }

// erased is what is known of the suppressions and deletions of a package.
type erased struct {
	findings []analysis.Diagnostic
	facts    map[*types.Func]*precede.Fact
}

func (c *Check) erasures() *erased {
	if c.erased == nil {
		c.erased = c.judgeErasures()
	}
	return c.erased
}

func (c *Check) judgeErasures() *erased {
	e := &erasures{flow: c.Flow, ops: precede.New(c.Flow, c.Flow.Tally(), c.orderFact)}
	for call := range c.Flow.Calls() {
		e.call(call)
		e.httpRequests(call)
		e.imported(call)
	}
	order := e.ops.Order(e.suppressed)
	offered := e.export(order)
	order.Delegate = func(*ssa.Function) bool { return offered }
	found := map[token.Pos]analysis.Diagnostic{} // instances of generic functions share their source
	report := func(at ssa.Instruction, message, name string) {
		if src := c.Flow.Source(at); src != nil && found[src.Pos()].Message == "" {
			found[src.Pos()] = analysis.Diagnostic{Pos: src.Pos(), End: src.End(), Message: fmt.Sprintf(message, name)}
		}
	}
	for _, d := range e.deleted {
		together := e.together(d)
		switch {
		case !together && !order.Before(d.Operation):
			report(d.At, d.notSuppressed(), d.name)
			continue
		case !together && !order.SurelyBefore(d.Operation):
			report(d.At, mayHaveFailed, d.name)
			continue
		}
		e.exportDeletion(order, d)
		for _, at := range order.StopsAtError(d.Operation) {
			report(at, givesUp, d.name)
		}
	}
	sorted := slices.SortedFunc(maps.Values(found), func(f, g analysis.Diagnostic) int { return cmp.Compare(f.Pos, g.Pos) })
	return &erased{sorted, e.ops.Facts()}
}

func (d deletion) notSuppressed() string {
	if d.perhaps {
		return mayBeDeleted
	}
	return notSuppressed
}

// together reports whether one request suppresses and deletes.
func (e *erasures) together(d deletion) bool {
	return slices.ContainsFunc(e.suppressed, func(s precede.Operation) bool { return s.At == d.At && s.Same(d.Operation) })
}

// orderFact returns what another package's function does to people, nil if
// nothing is known.
func (c *Check) orderFact(fn *types.Func) *precede.Fact {
	var f precede.Fact
	if fn.Pkg() == nil || !c.Pass.ImportObjectFact(fn, &f) {
		return nil
	}
	return &f
}
