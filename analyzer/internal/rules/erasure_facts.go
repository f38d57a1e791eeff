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
	for _, op := range e.suppressed { // its name promises it, whether or not it does so always
		if promises(op.At.Parent().Name()) {
			e.ops.Export(precede.Suppresses, "", op)
		}
	}
	for _, w := range e.written {
		for _, op := range e.ops.Above(w.Operation) {
			e.ops.Export(precede.Writes, w.name, op)
		}
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

// exportDeletion tells importers who is deleted by what they can call. Before
// what is delegated they have to suppress.
func (e *erasures) exportDeletion(delegated []precede.Operation, d deletion) {
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
		switch m.Kind {
		case precede.Hands:
			e.handed = append(e.handed, e.ports.HandedOn(m)...)
		case precede.Asks:
			for _, it := range e.ops.Asked(m, itemForm("")) {
				e.item(it, m.Name, m.Form)
			}
		case precede.Writes:
			e.written = append(e.written, written{m.Operation, m.Name})
		case precede.Suppresses:
			e.suppress(m.Operation)
		case precede.Deletes:
			e.delete(m.Name, m.Operation)
		case precede.Erases:
			e.suppress(m.Operation)
			e.delete(m.Name, m.Operation)
		}
	}
}
