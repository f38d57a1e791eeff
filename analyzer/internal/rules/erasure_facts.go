package rules

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// What a function is known for in other packages.
const (
	suppresses uint8 = iota + 1
	deletes          // somebody who has to be suppressed before
	erases           // suppresses, then deletes
)

// export tells importers who is suppressed by what they can call, and reports
// whether there is anything that they can call to suppress.
func (e *erasures) export(order *flow.Order) (offered bool) {
	for _, act := range order.Done() {
		e.flow.ExportDeed(suppresses, "", act)
		offered = true
	}
	for _, fn := range e.flow.Functions() {
		if !promises(fn.Name()) || fn.Parent() != nil {
			continue
		}
		if e.breaks(fn, map[*ssa.Function]bool{}) {
			e.flow.ExportPromise(suppresses, fn)
		} else if ast.IsExported(fn.Name()) {
			offered = true
		}
	}
	return offered
}

// exportDeletion tells importers who is deleted by what they can call.
func (e *erasures) exportDeletion(order *flow.Order, d deletion) {
	left := order.Left()
	for _, act := range e.flow.Above(d.Act) {
		kind := erases
		if slices.ContainsFunc(left, func(l flow.Act) bool { return l.At == act.At }) {
			kind = deletes
		}
		e.flow.ExportDeed(kind, d.name, act)
	}
}

// deeds looks at what a call of another package's function is known to do.
func (e *erasures) deeds(call ssa.CallInstruction) {
	for _, d := range e.flow.Deeds(call) {
		if !d.Does() {
			continue
		}
		if d.Kind != deletes {
			e.suppress(d.Act)
		}
		if d.Kind != suppresses {
			e.delete(d.Name, d.Act)
		}
	}
}
