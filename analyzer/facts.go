package analyzer

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/rules"
	"github.com/ciolint/ciolint/analyzer/internal/webhook"
)

// fact returns what another package's analysis said of fn, or nil.
func (w *world) fact(fn *types.Func) *flow.FuncFact {
	var f flow.FuncFact
	if fn.Pkg() == nil || !w.pass.ImportObjectFact(fn, &f) {
		return nil
	}
	return &f
}

// factNamed is fact by the full name of the function.
func (w *world) factNamed(name string) *flow.FuncFact {
	if w.named == nil {
		w.named = map[string]*flow.FuncFact{}
		for _, f := range w.pass.AllObjectFacts() {
			fact, isFunc := f.Fact.(*flow.FuncFact)
			if fn, ok := f.Object.(*types.Func); ok && isFunc {
				w.named[fn.FullName()] = fact
				for _, r := range fact.Results {
					for k := range r.Funcs {
						w.named[r.Funcs[k].Name] = &r.Funcs[k].Fact
					}
				}
			}
		}
	}
	return w.named[name]
}

func (w *world) varFact(v *types.Var) *flow.VarFact {
	var f flow.VarFact
	if !w.pass.ImportObjectFact(v, &f) {
		return nil
	}
	return &f
}

// methods returns the methods of other packages that have a fact.
func (w *world) methods(name string) []*types.Func {
	if w.withFacts == nil {
		w.withFacts = map[string][]*types.Func{}
		for _, f := range w.pass.AllObjectFacts() {
			switch f.Fact.(type) {
			case *flow.FuncFact, *precede.Fact:
				if fn, ok := f.Object.(*types.Func); ok && fn.Signature().Recv() != nil {
					w.withFacts[fn.Name()] = append(w.withFacts[fn.Name()], fn)
				}
			}
		}
		for name, fns := range w.withFacts {
			slices.SortFunc(fns, func(a, b *types.Func) int { return cmp.Compare(a.FullName(), b.FullName()) })
			w.withFacts[name] = slices.Compact(fns)
		}
	}
	return w.withFacts[name]
}

// export makes every fact of the package: what importers need to know of it,
// whatever rules are on here. No other code exports facts. It comes after
// [rules.Check.Run], which learns what the facts say.
func (w *world) export(c *rules.Check) {
	webhook.Export(w.pass, c.Verifiers)
	w.exportWire(c.Wire)
	a, orders := c.Flow, c.OrderFacts()
	scope := w.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			w.exportFunc(a, orders[obj], obj)
		case *types.Var:
			if obj.Exported() {
				if f := a.VarFact(obj); f != nil {
					w.pass.ExportObjectFact(obj, f)
				}
			}
		case *types.TypeName:
			if n, ok := obj.Type().(*types.Named); ok && !obj.IsAlias() {
				for m := range n.Methods() {
					w.exportFunc(a, orders[m], m)
				}
			}
		}
	}
}

func (w *world) exportFunc(a *flow.Analysis, order *precede.Fact, obj *types.Func) {
	if !obj.Exported() {
		return // no importer can call it
	}
	fn := a.FunctionOf(obj)
	if fn == nil {
		return
	}
	f := a.FuncFact(fn, w.sanitizer(obj))
	if f.Tells(obj.Signature()) {
		w.pass.ExportObjectFact(obj, f)
	}
	if order != nil {
		w.pass.ExportObjectFact(obj, order)
	}
}
