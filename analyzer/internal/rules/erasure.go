package rules

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
)

// Each takes the name of what deletes, and who is deleted.
const (
	notSuppressed = "person deleted by %[1]s without being suppressed; the next event brings %[2]s back: suppress first, as runtime/erasure does"
	mayBeDeleted  = "%[1]s is made in more ways than are looked at, and may delete a person who is not suppressed; suppress first, as runtime/erasure does"
	mayHaveFailed = "person deleted by %[1]s although the suppression before may have failed; delete %[2]s only after it succeeded, as runtime/erasure does"
	givesUp       = "loop around %[1]s stops at the first error; the people after it are never erased: go on, as EraseAll of runtime/erasure does"
	writtenAfter  = "%[3]s writes to %[2]s after %[1]s has deleted that person; the profile comes back, or what is sent is lost: write before the suppression, or not at all"
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
	e := operationsOf(c)
	order := e.ops.Order(e.suppressed)
	offered := e.export(order)
	order.Delegate = func(*ssa.Function) bool { return offered }
	said := sayings{flow: c.Flow, found: map[token.Pos]analysis.Diagnostic{}}
	for _, d := range e.deleted {
		said.add(d.At, e.fault(order, d), d.name, e.who(d.Operation))
		for _, at := range order.StopsAtError(d.Operation) {
			said.add(at, givesUp, d.name, "")
		}
	}
	e.writtenAfter(said)
	e.wired(c, said)
	return &erased{said.sorted(), e.ops.Facts()}
}

// operationsOf are those of the package.
func operationsOf(c *Check) *erasures {
	if c.people == nil {
		ops := precede.New(c.Flow, c.Flow.Tally(), c.orderFact)
		c.people = &erasures{flow: c.Flow, ops: ops, ports: ops.Ports()}
		c.people.collect()
	}
	return c.people
}

// collect finds the operations of the package.
func (e *erasures) collect() {
	for call := range e.flow.Calls() {
		e.call(call)
		e.httpRequests(call)
		e.imported(call)
		e.handed = append(e.handed, e.ports.Handed(call)...)
	}
	e.keepPromises()
}

// fault is what is wrong with the order of a deletion, "" if nothing is.
// Importers learn of the deletion either way.
func (e *erasures) fault(order *precede.Order, d deletion) string {
	switch together := e.together(d); {
	case !together && !order.Before(d.Operation):
		e.exportDeletion(nil, d)
		return d.notSuppressed()
	case !together && !order.SurelyBefore(d.Operation):
		e.exportDeletion(nil, d)
		return mayHaveFailed
	}
	e.exportDeletion(order.Delegated(), d)
	return ""
}

// sayings are findings by where they stand: instances of generic functions
// share their source.
type sayings struct {
	flow  *flow.Analysis
	found map[token.Pos]analysis.Diagnostic
}

// add says something of a call. Of the faults of one call each is said once.
func (s sayings) add(at ssa.Instruction, message string, args ...any) {
	src := s.flow.Source(at)
	if src == nil || message == "" {
		return
	}
	s.addAt(analysis.Diagnostic{Pos: src.Pos(), End: src.End(), Message: fmt.Sprintf(message, args...)})
}

func (s sayings) addAt(d analysis.Diagnostic) {
	if old, ok := s.found[d.Pos]; ok && !strings.Contains(old.Message, d.Message) {
		d.Message, d.Related = old.Message+". Besides: "+d.Message, append(old.Related, d.Related...)
	} else if ok {
		return
	}
	s.found[d.Pos] = d
}

func (s sayings) sorted() []analysis.Diagnostic {
	return slices.SortedFunc(maps.Values(s.found), func(f, g analysis.Diagnostic) int { return cmp.Compare(f.Pos, g.Pos) })
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
