package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A point is a moment at which a question is asked: just before an
// instruction, or, with a nil instruction, when the function returns. The
// zero point is "any time": everything that ever happens counts.
type point struct {
	fn *ssa.Function
	in ssa.Instruction
	by *ssa.Defer // the deferred call that asks, at the function's return

	earlier bool // the question may be about an object of an earlier round of a loop
}

var anytime = point{}

func before(in ssa.Instruction) point { return point{fn: in.Parent(), in: in} }
func exitOf(fn *ssa.Function) point   { return point{fn: fn} }
func (p point) isAnytime() bool       { return p.fn == nil }

// cfg is p in the control-flow graph.
func (p point) cfg() ssautil.Point { return ssautil.Point{Fn: p.fn, In: p.in} }

// lift returns the instructions of fn that stand for in: in itself, or the
// calls of the function literal that in belongs to. exact is false if that
// is only the place where the literal is made, from which on it may run at
// any time.
func (a *Analysis) lift(in ssa.Instruction, fn *ssa.Function) (at []ssa.Instruction, exact bool) {
	f := in.Parent()
	if f == fn {
		return []ssa.Instruction{in}, true
	}
	for f != nil && f.Parent() != fn {
		f = f.Parent()
	}
	if f == nil {
		return nil, false
	}
	return a.runs(f)
}

// runs returns where the function literal f runs in its parent: at its
// calls if it is only ever called there, else from its creation on.
func (a *Analysis) runs(f *ssa.Function) (at []ssa.Instruction, exact bool) {
	exact = true
	for _, in := range a.uses[f] {
		if _, made := in.(*ssa.MakeClosure); made {
			continue
		}
		call, ok := in.(*ssa.Call)
		exact = exact && ok && call.Call.Value == ssa.Value(f)
		at = append(at, in)
	}
	if len(at) > 0 {
		return at, exact
	}
	for _, mk := range a.closures[f] {
		for _, ref := range *mk.Referrers() {
			switch ref := ref.(type) {
			case *ssa.DebugRef:
				continue
			case *ssa.Call:
				if ref.Call.Value == ssa.Value(mk) {
					at = append(at, ref)
					continue
				}
			}
			exact = false
		}
	}
	if exact && len(at) > 0 {
		return at, true
	}
	for _, mk := range a.closures[f] {
		if in, ok := mk.(ssa.Instruction); ok {
			at = append(at, in)
		}
	}
	return at, false
}

// liftPoint returns the points of fn that stand for p.
func (a *Analysis) liftPoint(p point, fn *ssa.Function) []point {
	if p.fn == fn {
		return []point{p}
	}
	f := p.fn
	for f != nil && f.Parent() != fn {
		f = f.Parent()
	}
	if f == nil {
		return []point{anytime}
	}
	ins, exact := a.runs(f)
	if len(ins) == 0 {
		return []point{anytime}
	}
	var ps []point
	for _, in := range ins {
		ps = append(ps, before(in))
	}
	if d := a.deferredOnly(f); d != nil {
		return []point{{fn: fn, by: d}}
	}
	if !exact { // it may run right away, or after everything else
		ps = append(ps, exitOf(fn))
	}
	return ps
}

// deferredOnly returns the one defer statement that the function literal f is
// made for, nil if there is another use.
func (a *Analysis) deferredOnly(f *ssa.Function) *ssa.Defer {
	refs := a.uses[f]
	if mks := a.closures[f]; len(mks) == 1 {
		refs = *mks[0].Referrers()
	}
	var d *ssa.Defer
	for _, ref := range refs {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Defer:
			if d != nil || ref.Call.IsInvoke() || ref.Call.StaticCallee() != f {
				return nil
			}
			d = ref
		default:
			return nil
		}
	}
	return d
}

// survives reports whether what `from` did (the creation of root, if from is
// nil) can still stand at p, when each of the killers would undo it and root
// itself makes a new object each time it executes.
func (a *Analysis) survives(root ssa.Value, from ssa.Instruction, p point, killers []ssa.Instruction) bool {
	if p.isAnytime() {
		return true
	}
	rootIn, _ := root.(ssa.Instruction)
	if from == nil {
		from = rootIn
	}
	top := p.fn
	if from != nil {
		top = ssautil.CommonFunction(from.Parent(), p.fn)
	} else if f := root.Parent(); f != nil {
		top = ssautil.CommonFunction(f, p.fn)
	}
	if top == nil {
		return true
	}
	var starts []ssa.Instruction
	exact := true
	if from != nil {
		starts, exact = a.lift(from, top)
	}
	var barriers []ssa.Instruction
	for _, k := range killers {
		if k.Parent() == top && exact {
			barriers = append(barriers, k)
		}
	}
	if rootIn != nil && rootIn.Parent() == top && exact && !p.earlier && a.renews(rootIn) && a.graph.Repeats(rootIn) && !carried(root) {
		barriers = append(barriers, rootIn)
	}
	if from != nil && len(starts) == 0 {
		return true // it is not known when it happens
	}
	for _, q := range a.liftPoint(p, top) {
		if q.isAnytime() {
			return true
		}
		if from == nil && a.graph.Avoids(nil, q.cfg(), barriers) {
			return true
		}
		for _, s := range starts {
			if a.graph.Avoids(s, q.cfg(), barriers) {
				return true
			}
		}
	}
	return false
}

// carried reports whether a loop hands the object of one round on to the next:
// the question may be about that one.
func carried(root ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	for work := []ssa.Value{root}; len(work) > 0; {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Phi:
				if ref.Block().Dominates(root.(ssa.Instruction).Block()) {
					return true
				}
				work = append(work, ref)
			case *ssa.MakeInterface:
				work = append(work, ref)
			case *ssa.ChangeType:
				work = append(work, ref)
			}
		}
	}
	return false
}

// keptFrom returns the point at, or that moment for an object of an earlier
// round: the reference v that in stored somewhere may still be there, although
// the round at hand has made another object. A strong store replaces it.
func (a *Analysis) keptFrom(in ssa.Instruction, v ssa.Value, strong bool, at point) point {
	if at.fn != in.Parent() || !ssautil.SharesMemory(v.Type()) || !a.graph.Repeats(in) {
		return at
	}
	var again []ssa.Instruction
	if strong {
		again = []ssa.Instruction{in}
	}
	for _, l := range a.locate(v) {
		made, ok := l.root.(ssa.Instruction)
		if ok && made.Parent() == at.fn && a.graph.Reaches(in, ssautil.Before(made)) && a.graph.Avoids(made, at.cfg(), again) {
			at.earlier = true
		}
	}
	return at
}

// renews reports whether in makes a new object each time it executes.
func (a *Analysis) renews(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan, *ssa.Alloc, *ssa.Call:
		return true
	}
	return false
}

// ranBefore reports whether the deferred call d has certainly run at p: at a
// deferred call that was registered before it, or when the function returns.
func (a *Analysis) ranBefore(d ssa.Instruction, p point) bool {
	if p.by != nil {
		return !a.graph.Avoids(p.by, exitOf(p.fn).cfg(), []ssa.Instruction{d})
	}
	if p.in != nil && !a.afterDefers(p) {
		return false
	}
	for _, b := range p.fn.Blocks {
		if _, ok := ssautil.Last(b).(*ssa.Return); ok && b != p.fn.Recover && !d.Block().Dominates(b) {
			return false
		}
	}
	return true
}

// afterDeferred reports whether the deferred call d can have run at p.
func (a *Analysis) afterDeferred(d ssa.Instruction, p point) bool {
	return p.in == nil && (p.by == nil || a.graph.Reaches(p.by, ssautil.Before(d))) || a.afterDefers(p)
}

// afterDefers reports whether the deferred calls have run at p: a named
// result is loaded after them.
func (a *Analysis) afterDefers(p point) bool {
	if p.in == nil {
		return false
	}
	for _, in := range p.in.Block().Instrs[:a.graph.Index(p.in)] {
		if _, ok := in.(*ssa.RunDefers); ok {
			return true
		}
	}
	return false
}

// blocksPerUnit: passing so many blocks costs as much as one question.
const blocksPerUnit = 16
