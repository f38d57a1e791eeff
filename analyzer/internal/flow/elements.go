package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// partsAt returns the values that the entry or field of v under a key is set to.
func (a *Analysis) partsAt(v ssa.Value, key string) []ssa.Value {
	var out []ssa.Value
	for _, l := range a.locate(v) {
		switch x := l.root.(type) {
		case *ssa.MakeMap:
			for _, ref := range *x.Referrers() {
				up, ok := ref.(*ssa.MapUpdate)
				if !ok {
					continue
				}
				if k, ok := ssautil.Text(up.Key); ok && k == key {
					out = append(out, up.Value)
				}
			}
		case *ssa.Alloc:
			if w, rest, ok := a.setOnce(x, l.path.Plus(a.fieldsOf(x.Type(), content.Path{{Kind: content.Key, Name: key}})...)); ok && len(rest) == 0 {
				out = append(out, w)
			}
		}
	}
	return out
}
