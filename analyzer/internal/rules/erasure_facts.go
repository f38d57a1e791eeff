package rules

import (
	"go/ast"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"golang.org/x/tools/go/ssa"
)

// export tells importers who is suppressed by what they can call, and reports
// whether there is anything that they can call to suppress.
func (e *erasures) export(order *precede.Order) (offered bool) {
	for _, op := range order.Done() {
		e.ops.Export(precede.Suppresses, "", op)
		offered = true
	}
	for _, fn := range e.flow.Functions() {
		if !promises(fn.Name()) || fn.Parent() != nil {
			continue
		}
		if e.breaks(fn, map[*ssa.Function]bool{}) {
			e.ops.ExportPromise(precede.Suppresses, fn)
		} else if ast.IsExported(fn.Name()) {
			offered = true
		}
	}
	return offered
}

// exportDeletion tells importers who is deleted by what they can call.
func (e *erasures) exportDeletion(order *precede.Order, d deletion) {
	delegated := order.Delegated()
	for _, op := range e.ops.Above(d.Operation) {
		kind := precede.Erases
		if slices.ContainsFunc(delegated, func(l precede.Operation) bool { return l.At == op.At }) {
			kind = precede.Deletes
		}
		e.ops.Export(kind, d.name, op)
	}
}

// imported looks at what a call of another package's function is known to do.
func (e *erasures) imported(call ssa.CallInstruction) {
	for _, m := range e.ops.Imported(call) {
		if !m.Does() {
			continue
		}
		if m.Kind != precede.Deletes {
			e.suppress(m.Operation)
		}
		if m.Kind != precede.Suppresses {
			e.delete(m.Name, m.Operation)
		}
	}
}
