package flow

import (
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// object answers what the part of root at path q may hold: what it was made
// with, and every change that can still stand. Changes to the first cell
// selectors of q (to the variable that was read) count until load; changes
// behind them, to what the variable refers to, count until at.
func (a *Analysis) object(root ssa.Value, q content.Path, cell int, load, at point) *content.Content {
	if len(q) > maxPath {
		return content.Anything()
	}
	k := question{v: root, path: q.ID(), cell: cell, load: load.in, at: at}
	return a.guarded(k, func() *content.Content {
		j := &objectQuery{a: a, root: root, q: q, cell: cell, load: load, at: at}
		return a.declared(root, q, j.run())
	})
}

type objectQuery struct {
	a        *Analysis
	root     ssa.Value
	q        content.Path
	cell     int
	load, at point
	killers  map[string][]ssa.Instruction // strong effects, by path
	drops    []*effect                    // effects that remove some entries
	exits    []*effect                    // deferred removals
	out      content.Builder
}

func (j *objectQuery) run() *content.Content {
	es := j.a.effects(j.root)
	if j.a.root.spend(len(es)) { // the keys that were seen stay
		j.out.Add(content.Anything())
	}
	j.killers = map[string][]ssa.Instruction{}
	for _, e := range es {
		if e.drops != nil {
			j.drops = append(j.drops, e)
		}
		if e.removes {
			j.exits = append(j.exits, e)
		}
		if e.strong {
			id := e.path.ID()
			j.killers[id] = append(j.killers[id], e.in)
		}
	}
	made := j.a.made(j.root, j.q, j.at)
	if j.stands(nil, j.q, j.at) {
		j.out.Add(j.thinned(nil, made, j.at))
	}
	for _, e := range es {
		if e.content != nil {
			j.change(e)
		}
	}
	c := j.out.Done()
	j.a.root.spend(c.Nodes())
	return content.MarkRaw(c, len(j.q) == 0 || !j.q.EndsInElem())
}

// change adds what e contributes to the question.
func (j *objectQuery) change(e *effect) {
	q, format := j.q.Formatted()
	n, ok := content.Common(e.path, q)
	if !ok {
		return
	}
	p, counts := j.when(e)
	if !counts {
		return
	}
	target := q
	if len(e.path) > len(q) {
		target = e.path
	}
	if !j.stands(e, target, p) {
		return
	}
	if len(e.path) <= len(q) {
		c := e.content(j.q[len(e.path):], j.at)
		if len(e.keys) > 0 && len(q) > 0 && q[len(e.path)-1].Kind == content.Key {
			c = content.Nothing // a key that the caller chooses: judged where it is known
		}
		if len(e.path) > 0 && e.path[len(e.path)-1].Kind == content.AnyKey && e.merge {
			c = content.Nothing
		}
		j.out.Add(j.thinned(e, c, p))
		return
	}
	if format {
		j.formatted(e, n)
		return
	}
	j.out.AddChild(j.child(e, e.path[n:]))
}

// when returns the point until which e counts, and whether it can count.
func (j *objectQuery) when(e *effect) (point, bool) {
	p := j.until(e)
	switch {
	case e.outside != nil:
		return anytime, p.fn != e.outside
	case e.inside != nil:
		return p, p.fn != nil && ssautil.CommonFunction(p.fn, e.inside) == e.inside
	case e.late:
		return anytime, true
	case e.atExit && p.fn != nil && ssautil.CommonFunction(p.fn, e.in.Parent()) == e.in.Parent():
		return anytime, slices.ContainsFunc(j.a.liftPoint(p, e.in.Parent()), func(q point) bool { return j.a.afterDeferred(e.in, q) })
	}
	return p, true
}

func (j *objectQuery) until(e *effect) point {
	if j.cell < 0 || j.load == j.at {
		return j.at
	}
	if len(e.path) <= j.cell {
		return j.load
	}
	if in, ok := j.load.in.(ssa.Value); ok && withinValue(in.Type(), e.path[j.cell:]) {
		return j.load
	}
	return j.at
}

// stands reports whether what e did (what root was made with, if e is nil)
// still stands at p for the place target.
func (j *objectQuery) stands(e *effect, target content.Path, p point) bool {
	if p.isAnytime() {
		return true
	}
	if e != nil && e.later {
		return j.a.survives(j.root, e.in, p, nil)
	}
	for _, x := range j.exits {
		if target.HasPrefix(x.path) && (e == nil || !e.atExit) && x.in.Parent() == p.fn && j.a.ranBefore(x.in, p) {
			return false
		}
	}
	var cell, behind []ssa.Instruction // what replaces the variable; what changes the object
	for i := 0; i <= len(target); i++ {
		ins := j.killers[target[:i].ID()]
		if i <= j.cell {
			cell = append(cell, ins...)
		} else {
			behind = append(behind, ins...)
		}
	}
	for _, d := range j.drops {
		if n := len(d.path); len(target) > n && target.HasPrefix(d.path) && target[n].Kind == content.Key && !d.drops.Pass(target[n].Name) {
			behind = append(behind, d.in)
		}
	}
	from := instrOf(e)
	if j.cell < 0 || j.load == j.at || len(cell) == 0 {
		return j.a.survives(j.root, from, p, append(cell, behind...))
	}
	return j.a.survives(j.root, from, p, behind) && (j.a.survives(j.root, from, j.load, cell) || j.afterLoad(from))
}

// afterLoad: it happened when the variable had been read already.
func (j *objectQuery) afterLoad(from ssa.Instruction) bool {
	return from != nil && j.load.in != nil && j.load.in.Parent() == from.Parent() && j.a.graph.Reaches(j.load.in, ssautil.Before(from))
}

// thinned removes the entries of c that were deleted or overwritten after e.
func (j *objectQuery) thinned(e *effect, c *content.Content, p point) *content.Content {
	q, format := j.q.Formatted()
	if format || len(c.Children) == 0 && len(c.Refs) == 0 {
		return c
	}
	for _, d := range j.drops {
		if slices.Equal(d.path, q) && !j.a.survives(j.root, instrOf(e), p, []ssa.Instruction{d.in}) {
			c = c.Filter(d.drops)
		}
	}
	gone := map[string]bool{}
	for id := range j.killers {
		if name, ok := lastKey(id, q); ok && !j.stands(e, q.Plus(content.Sel{Kind: content.Key, Name: name}), p) {
			gone[name] = true
		}
	}
	if len(gone) == 0 {
		return c
	}
	return c.Without(gone)
}

func instrOf(e *effect) ssa.Instruction {
	if e == nil {
		return nil
	}
	return e.in
}

// lastKey returns the key that the path with the given id has after q.
func lastKey(id string, q content.Path) (string, bool) {
	pre := q.ID()
	if len(id) < len(pre)+2 || id[:len(pre)] != pre || id[len(pre)] != 'k' {
		return "", false
	}
	name := id[len(pre)+1 : len(id)-1]
	return name, content.Path{{Kind: content.Key, Name: name}}.ID() == id[len(pre):]
}

// child wraps what e wrote at rest below the question's place.
func (j *objectQuery) child(e *effect, rest content.Path) *content.Child {
	val := e.content(nil, j.at)
	for i := len(rest) - 1; i > 0; i-- {
		val = &content.Content{Children: []*content.Child{childAt(rest[i], e, val)}}
	}
	return childAt(rest[0], e, val)
}

func childAt(s content.Sel, e *effect, val *content.Content) *content.Child {
	ch := &content.Child{Key: s.Name, Known: s.Kind == content.Key || s.Kind == content.Field, Elem: s.Kind == content.Elem, Val: val, Pos: e.pos}
	if s.Kind == content.Elem {
		ch.Key = ""
	}
	if s.Kind == content.AnyKey {
		ch.KeyRefs = e.keys
	}
	return ch
}

// formatted adds what formatting the object shows of e.
func (j *objectQuery) formatted(e *effect, n int) {
	val := e.content(content.Path{{Kind: content.Format}}, j.at)
	for i := len(e.path) - 1; i >= n; i-- {
		val = j.a.flatten(&content.Content{Children: []*content.Child{childAt(e.path[i], e, val)}})
	}
	j.out.Add(val)
}

// made answers what root holds when it comes into being.
func (a *Analysis) made(root ssa.Value, q content.Path, at point) *content.Content {
	switch v := root.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		return content.Nothing // the zero value
	case *ssa.Parameter:
		return &content.Content{Refs: []content.Ref{{Param: v, Path: q}}}
	case *ssa.Global:
		if v.Pkg == a.pkg {
			return content.Nothing
		}
		if obj, ok := v.Object().(*types.Var); ok {
			if f := a.cfg.VarFact(obj); f != nil {
				c, ok := a.factParts(f.Parts, &imported{a: a}, 0, q)
				if ok {
					return c
				}
				var b content.Builder
				b.Add(content.Anything())
				b.Add(c)
				return b.Done()
			}
		}
	case *ssa.Call:
		return a.result(v.Common(), v, 0, q, at)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return a.result(call.Common(), call, v.Index, q, at)
		}
		return a.eval(root, q, at)
	case *ssa.Function, *ssa.MakeClosure, *ssa.BinOp:
		return a.eval(root, q, at)
	}
	return content.Anything()
}
