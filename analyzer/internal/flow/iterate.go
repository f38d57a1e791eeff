package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// iterated is what the k-th parameter of a loop's body gets from an iterator
// over a collection, as slices.Values makes it: such an iterator is the
// collection itself, as far as values tell. Nil if the call runs none.
func (i *invocation) iterated(k int, params *types.Tuple) *value {
	if i.com.IsInvoke() || i.com.StaticCallee() != nil || len(i.args) != 1 {
		return nil
	}
	f, t := i.f, params.At(k).Type()
	over := f.value(i.com.Value)
	var out *value
	for _, p := range over.refs {
		if p.obj.kind == function || p.obj.isFunction() {
			return nil
		}
		held := f.typeOf(p)
		switch {
		case held == nil || elemType(held) == nil && !isIterator(held):
			return nil
		case params.Len() == 2 && k == 0:
			if !ssautil.IsMap(held) {
				return nil
			}
			out = join(out, f.keysOf(refTo(p), i.s))
		case ssautil.IsMap(held):
			out = join(out, f.load(i.s, f.at(p, anyKey), t))
		default:
			out = join(out, f.load(i.s, f.at(p, anyElem), t))
		}
	}
	if out != nil && (params.Len() == 1 || k == 1) {
		out = namedAfter(out, t, over)
	}
	return out
}

func isIterator(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// namedAfter is an element of a list, with what the name of the list says of it.
func namedAfter(el *value, t types.Type, list *value) *value {
	if len(list.c.Origins) == 0 || t != nil && (!ssautil.HoldsDatum(t) || isStructType(t)) || el.c.Settled() {
		return el
	}
	c := el.c
	for _, o := range list.c.Origins {
		c = withOrigin(c, o)
	}
	return el.with(c)
}

func isStructType(t types.Type) bool {
	_, ok := ssautil.Struct(t)
	return ok
}
