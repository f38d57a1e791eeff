package analyzer

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// wires returns what the packages below say of their wiring, each once.
func (w *world) wires() []*flow.WireFact {
	if !w.wired {
		w.wired, w.below = true, w.lookWires()
	}
	return w.below
}

func (w *world) lookWires() []*flow.WireFact {
	var out []*flow.WireFact
	for _, f := range w.pass.AllPackageFacts() {
		if wf, ok := f.Fact.(*flow.WireFact); ok && f.Package != w.pass.Pkg {
			out = append(append(out, wf), wf.Below...)
		}
	}
	slices.SortFunc(out, func(x, y *flow.WireFact) int { return cmp.Compare(x.Path, y.Path) })
	return slices.CompactFunc(out, func(x, y *flow.WireFact) bool { return x.Path == y.Path })
}

// exportWire exports the fact of the package's wiring. A driver hands facts only
// to those who see the package that they are of, through what is exported
// on the way: facts of other packages go along in this one.
func (w *world) exportWire(f *flow.WireFact) {
	if below := w.wires(); len(below) > 0 {
		shown := w.shown(below)
		f.Below = slices.DeleteFunc(slices.Clone(below), func(b *flow.WireFact) bool { return shown[b.Path] })
	}
	if !f.Empty() && w.pass.ExportPackageFact != nil {
		w.pass.ExportPackageFact(f)
	}
}

// shown are the packages, of those that below is of, whose types the exported
// declarations of this one mention.
func (w *world) shown(below []*flow.WireFact) map[string]bool {
	s := &apiWalk{wanted: map[string]bool{}, packages: map[string]bool{}, seen: map[types.Type]bool{}, known: map[*types.Package]bool{}}
	for _, f := range below {
		s.wanted[f.Path] = true
	}
	scope := w.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if obj := scope.Lookup(name); obj.Exported() {
			s.object(obj)
		}
	}
	return s.packages
}
