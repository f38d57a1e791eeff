package flow

import (
	"go/constant"
	"go/token"
	"slices"

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

// index returns the position of in within its block.
func (a *Analysis) index(in ssa.Instruction) int {
	b := in.Block()
	if a.indexed[b] == nil {
		m := make(map[ssa.Instruction]int, len(b.Instrs))
		for i, x := range b.Instrs {
			m[x] = i
		}
		a.indexed[b] = m
	}
	return a.indexed[b][in]
}

// reaches reports whether control can pass from just after `from` (from the
// function's entry if nil) to p without executing any of the barriers. All
// of them are instructions of p.fn.
func (a *Analysis) reaches(from ssa.Instruction, p point, barriers []ssa.Instruction) bool {
	if len(p.fn.Blocks) == 0 {
		return true
	}
	if from != nil && !a.plainlyReaches(from, p) {
		return false
	}
	barriers = a.between(from, p, barriers)
	if len(barriers) == 0 && from != nil {
		return true
	}
	s := &search{a: a, p: p, barriers: map[*ssa.BasicBlock][]int{}, seen: map[*ssa.BasicBlock]bool{}, led: map[[2]*ssa.BasicBlock]bool{}}
	for _, in := range barriers {
		s.barriers[in.Block()] = append(s.barriers[in.Block()], a.index(in))
	}
	if from == nil {
		return s.run(p.fn.Blocks[0], -1)
	}
	return s.run(from.Block(), a.index(from))
}

// between returns the barriers that can matter on the way from `from` to p.
// A way that executes `from` again has a shorter one that does not, so `from`
// itself is none; nor is what has not executed when p is reached.
func (a *Analysis) between(from ssa.Instruction, p point, barriers []ssa.Instruction) []ssa.Instruction {
	var out []ssa.Instruction
	for _, in := range barriers {
		if in != from && a.plainlyReaches(in, p) {
			out = append(out, in)
		}
	}
	return out
}

// plainlyReaches is reaches without barriers.
func (a *Analysis) plainlyReaches(from ssa.Instruction, p point) bool {
	fb := from.Block()
	if p.in == nil {
		return true
	}
	if fb == p.in.Block() && a.index(from) < a.index(p.in) {
		return true
	}
	return a.predecessors(p.in.Block())[fb.Index]
}

// predecessors tells of each block, by index, whether b can follow it. Many
// questions are asked about few points, so this is kept for where a way ends.
func (a *Analysis) predecessors(b *ssa.BasicBlock) []bool {
	if set := a.precedes[b]; set != nil {
		return set
	}
	set := make([]bool, len(b.Parent().Blocks))
	work := slices.Clone(b.Preds)
	for len(work) > 0 {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if !set[x.Index] {
			set[x.Index] = true
			work = append(work, x.Preds...)
		}
	}
	a.root.spend(len(set) / blocksPerUnit)
	a.precedes[b] = set
	return set
}

// blocksPerUnit: passing so many blocks costs as much as one question.
const blocksPerUnit = 16

// successors returns the blocks that can follow b.
func (a *Analysis) successors(b *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	if set := a.follows[b]; set != nil {
		return set
	}
	set := map[*ssa.BasicBlock]bool{}
	work := append([]*ssa.BasicBlock(nil), b.Succs...)
	for len(work) > 0 {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if !set[x] {
			set[x] = true
			work = append(work, x.Succs...)
		}
	}
	a.follows[b] = set
	return set
}

// A search walks the control-flow graph around barriers.
type search struct {
	a        *Analysis
	p        point
	barriers map[*ssa.BasicBlock][]int
	seen     map[*ssa.BasicBlock]bool
	led      map[[2]*ssa.BasicBlock]bool // blocks with where constants lead from them
}

// run starts after instruction i of block b.
func (s *search) run(b *ssa.BasicBlock, i int) bool {
	type start struct {
		b    *ssa.BasicBlock
		i    int
		only *ssa.BasicBlock // where b leads, if that is certain
	}
	work := []start{{b, i, nil}}
	if i < 0 {
		work[0].only = certain(b, nil)
	}
	defer func() { s.a.root.spend(1 + len(s.seen)/blocksPerUnit) }()
	for len(work) > 0 {
		w := work[len(work)-1]
		work = work[:len(work)-1]
		stop := s.firstBarrier(w.b, w.i)
		if s.arrives(w.b, w.i, stop) {
			return true
		}
		if stop >= 0 {
			continue
		}
		for _, n := range w.b.Succs {
			if w.only != nil && n != w.only {
				continue
			}
			if only := certain(n, w.b); only != nil {
				if edge := [2]*ssa.BasicBlock{n, only}; !s.led[edge] {
					s.led[edge] = true
					work = append(work, start{n, -1, only})
				}
			} else if !s.seen[n] {
				s.seen[n] = true
				work = append(work, start{n, -1, nil})
			}
		}
	}
	return false
}

// certain returns where b leads when control comes from block from (nil if it
// does not matter), if constants decide: a loop over a constant number begins.
func certain(b, from *ssa.BasicBlock) *ssa.BasicBlock {
	branch, ok := last(b).(*ssa.If)
	if !ok {
		return nil
	}
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return nil
	}
	x, y := constantFrom(test.X, b, from), constantFrom(test.Y, b, from)
	if x == nil || y == nil {
		return nil
	}
	switch test.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if constant.Compare(x, test.Op, y) {
			return b.Succs[0]
		}
		return b.Succs[1]
	}
	return nil
}

// constantFrom is the number that v is when control comes from a block to b.
func constantFrom(v ssa.Value, b, from *ssa.BasicBlock) constant.Value {
	if phi, ok := v.(*ssa.Phi); ok && phi.Block() == b {
		if i := slices.Index(b.Preds, from); i >= 0 {
			v = phi.Edges[i]
		}
	}
	if k, ok := v.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.Int {
		return k.Value
	}
	return nil
}

// firstBarrier returns the index of the first barrier in b after i, or -1.
func (s *search) firstBarrier(b *ssa.BasicBlock, i int) int {
	first := -1
	for _, x := range s.barriers[b] {
		if x > i && (first < 0 || x < first) {
			first = x
		}
	}
	return first
}

// arrives reports whether the point lies in b after i and not behind stop.
func (s *search) arrives(b *ssa.BasicBlock, i, stop int) bool {
	if s.p.in == nil {
		if stop >= 0 || len(b.Instrs) == 0 {
			return false
		}
		_, ok := last(b).(*ssa.Return)
		return ok
	}
	if s.p.in.Block() != b {
		return false
	}
	at := s.a.index(s.p.in)
	return at > i && (stop < 0 || at <= stop)
}

// always reports whether in executes whenever its function returns.
func (a *Analysis) always(in ssa.Instruction) bool {
	fn := in.Parent()
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && !in.Block().Dominates(b) {
			return false
		}
	}
	return true
}

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

// level returns the innermost function that encloses both f and g, or nil.
func level(f, g *ssa.Function) *ssa.Function {
	for x := f; x != nil; x = x.Parent() {
		for y := g; y != nil; y = y.Parent() {
			if x == y {
				return x
			}
		}
	}
	return nil
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
		top = level(from.Parent(), p.fn)
	} else if f := root.Parent(); f != nil {
		top = level(f, p.fn)
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
	if rootIn != nil && rootIn.Parent() == top && exact && !p.earlier && a.renews(rootIn) && a.repeats(rootIn) && !carried(root) {
		barriers = append(barriers, rootIn)
	}
	if from != nil && len(starts) == 0 {
		return true // it is not known when it happens
	}
	for _, q := range a.liftPoint(p, top) {
		if q.isAnytime() {
			return true
		}
		if from == nil && a.reaches(nil, q, barriers) {
			return true
		}
		for _, s := range starts {
			if a.reaches(s, q, barriers) {
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
	if at.fn != in.Parent() || !sharesMemory(v.Type()) || !a.repeats(in) {
		return at
	}
	var again []ssa.Instruction
	if strong {
		again = []ssa.Instruction{in}
	}
	for _, l := range a.locate(v) {
		made, ok := l.root.(ssa.Instruction)
		if ok && made.Parent() == at.fn && a.plainlyReaches(in, before(made)) && a.reaches(made, at, again) {
			at.earlier = true
		}
	}
	return at
}

// repeats reports whether in may execute more than once in one call.
func (a *Analysis) repeats(in ssa.Instruction) bool {
	return a.predecessors(in.Block())[in.Block().Index]
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
		return !a.reaches(p.by, exitOf(p.fn), []ssa.Instruction{d})
	}
	if p.in != nil && !a.afterDefers(p) {
		return false
	}
	for _, b := range p.fn.Blocks {
		if _, ok := last(b).(*ssa.Return); ok && b != p.fn.Recover && !d.Block().Dominates(b) {
			return false
		}
	}
	return true
}

// afterDeferred reports whether the deferred call d can have run at p.
func (a *Analysis) afterDeferred(d ssa.Instruction, p point) bool {
	return p.in == nil && (p.by == nil || a.plainlyReaches(p.by, before(d))) || a.afterDefers(p)
}

// afterDefers reports whether the deferred calls have run at p: a named
// result is loaded after them.
func (a *Analysis) afterDefers(p point) bool {
	if p.in == nil {
		return false
	}
	for _, in := range p.in.Block().Instrs[:a.index(p.in)] {
		if _, ok := in.(*ssa.RunDefers); ok {
			return true
		}
	}
	return false
}
