package flow

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
)

// An object is what references refer to: what an allocation makes, what a
// parameter or a captured variable points to, a global variable, what a call
// that nobody can see has returned, a function.
type object struct {
	id   uint32
	kind objectKind
	site ssa.Value  // what makes it or brings it in; nil for what imported facts make
	in   *frame     // the function whose state has its memory; nil if it is shared
	typ  types.Type // of what it holds, pointers taken away

	param content.Param // of what a parameter points to
	level int           // 1 for what the variable refers to that the parameter points to, and so on
	fn    *ssa.Function // of a function: what it runs
	lib   *types.Func   // of a function without a body
	far   *returned     // of a function that one of another package returns
	older *object       // what the site made in earlier rounds of a loop; nil outside of loops
	root  any           // of what a call returned: what made it in the end
	depth int           // the calls between the two
	kept  bool          // a reference to it was stored somewhere
	many  bool          // it stands for several objects at run time
}

// isFunction reports whether a reference to o is a function.
func (o *object) isFunction() bool { return o.fn != nil || o.lib != nil || o.far != nil }

type objectKind uint8

const (
	allocated objectKind = iota // made here, or returned by a function that made it
	given                       // what a parameter, or the result of a callback, points to
	global
	function
)

// A place is an object and a path in it. A slice has the place of its array,
// from an element on.
type place struct {
	obj  *object
	path *path
	from int32 // the index of the first element; unknownIndex if that is not known
}

const unknownIndex = -1

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.obj.id, q.obj.id), cmp.Compare(p.path.number(), q.path.number()), cmp.Compare(p.from, q.from))
}

// joinPlaces is the union of two sorted sets; xs itself if it has all of ys.
func joinPlaces(xs, ys []place) []place {
	if len(ys) == 0 {
		return xs
	}
	if len(xs) == 0 {
		return ys
	}
	out := make([]place, 0, len(xs)+len(ys))
	i, j := 0, 0
	for i < len(xs) && j < len(ys) {
		switch c := xs[i].compare(ys[j]); {
		case c < 0:
			out = append(out, xs[i])
			i++
		case c > 0:
			out = append(out, ys[j])
			j++
		default:
			out = append(out, xs[i])
			i, j = i+1, j+1
		}
	}
	out = append(append(out, xs[i:]...), ys[j:]...)
	if len(out) == len(xs) {
		return xs
	}
	return out
}

func sortPlaces(ps []place) []place {
	slices.SortFunc(ps, place.compare)
	return slices.Compact(ps)
}

// single reports whether v refers to one object at run time, so that what is
// written through it replaces what was there.
func single(ps []place) bool {
	return len(ps) == 1 && !ps[0].obj.many && ps[0].obj.kind != global && !isDeep(ps[0].path)
}

func isDeep(p *path) bool { return p != nil && p.sel == deep }
