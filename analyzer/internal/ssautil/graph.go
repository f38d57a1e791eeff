package ssautil

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Graph answers what can run after what in a function, by its control-flow
// graph. It keeps what it has found out, for many questions are asked about
// few places. The zero Graph is ready; it is not safe for concurrent use.
type Graph struct {
	indexes  map[*ssa.BasicBlock]map[ssa.Instruction]int
	follows  map[*ssa.BasicBlock][]bool
	precedes map[*ssa.BasicBlock][]bool
}

// A Point is a moment in a function: just before an instruction or, without
// one, when the function returns.
type Point struct {
	Fn *ssa.Function
	In ssa.Instruction
}

// Before is the moment just before in.
func Before(in ssa.Instruction) Point { return Point{in.Parent(), in} }

// Index returns the position of in within its block.
func (g *Graph) Index(in ssa.Instruction) int {
	b := in.Block()
	m := g.indexes[b]
	if m == nil {
		m = make(map[ssa.Instruction]int, len(b.Instrs))
		for i, x := range b.Instrs {
			m[x] = i
		}
		if g.indexes == nil {
			g.indexes = map[*ssa.BasicBlock]map[ssa.Instruction]int{}
		}
		g.indexes[b] = m
	}
	return m[in]
}

// Reaches reports whether control can pass from just after from to p.
func (g *Graph) Reaches(from ssa.Instruction, p Point) bool {
	if p.In == nil {
		return true
	}
	b := from.Block()
	if b == p.In.Block() && g.Index(from) < g.Index(p.In) {
		return true
	}
	return g.BeforeBlock(p.In.Block())[b.Index]
}

// Repeats reports whether in may run more than once in one call.
func (g *Graph) Repeats(in ssa.Instruction) bool {
	return g.BeforeBlock(in.Block())[in.Block().Index]
}

// SameLoop reports whether two blocks lie in one loop.
func (g *Graph) SameLoop(b, c *ssa.BasicBlock) bool {
	return g.AfterBlock(b)[c.Index] && g.AfterBlock(c)[b.Index]
}

// BeforeBlock tells of each block of the function, by index, whether b can
// follow it.
func (g *Graph) BeforeBlock(b *ssa.BasicBlock) []bool {
	if g.precedes == nil {
		g.precedes = map[*ssa.BasicBlock][]bool{}
	}
	return g.closure(g.precedes, b, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Preds })
}

// AfterBlock tells of each block of the function, by index, whether it can
// follow b.
func (g *Graph) AfterBlock(b *ssa.BasicBlock) []bool {
	if g.follows == nil {
		g.follows = map[*ssa.BasicBlock][]bool{}
	}
	return g.closure(g.follows, b, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
}

func (g *Graph) closure(known map[*ssa.BasicBlock][]bool, b *ssa.BasicBlock, next func(*ssa.BasicBlock) []*ssa.BasicBlock) []bool {
	if set := known[b]; set != nil {
		return set
	}
	set := make([]bool, len(b.Parent().Blocks))
	work := slices.Clone(next(b))
	for len(work) > 0 {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if !set[x.Index] {
			set[x.Index] = true
			work = append(work, next(x)...)
		}
	}
	known[b] = set
	return set
}

// Avoids reports whether control can pass from just after from (from the
// function's entry if nil) to p without running any of the barriers. All of
// them are instructions of p's function.
func (g *Graph) Avoids(from ssa.Instruction, p Point, barriers []ssa.Instruction) bool {
	if len(p.Fn.Blocks) == 0 {
		return true
	}
	if from != nil && !g.Reaches(from, p) {
		return false
	}
	barriers = g.between(from, p, barriers)
	if len(barriers) == 0 && from != nil {
		return true
	}
	s := &search{g: g, p: p, barriers: map[*ssa.BasicBlock][]int{}, seen: map[*ssa.BasicBlock]bool{}, led: map[[2]*ssa.BasicBlock]bool{}}
	for _, in := range barriers {
		s.barriers[in.Block()] = append(s.barriers[in.Block()], g.Index(in))
	}
	if from == nil {
		return s.run(p.Fn.Blocks[0], -1)
	}
	return s.run(from.Block(), g.Index(from))
}

// between returns the barriers that can matter on the way from `from` to p.
// A way that runs `from` again has a shorter one that does not, so `from`
// itself is none; nor is what has not run when p is reached.
func (g *Graph) between(from ssa.Instruction, p Point, barriers []ssa.Instruction) []ssa.Instruction {
	var out []ssa.Instruction
	for _, in := range barriers {
		if in != from && g.Reaches(in, p) {
			out = append(out, in)
		}
	}
	return out
}

// A search walks the control-flow graph around barriers.
type search struct {
	g        *Graph
	p        Point
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
	branch, ok := Last(b).(*ssa.If)
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
	if s.p.In == nil {
		if stop >= 0 || len(b.Instrs) == 0 {
			return false
		}
		_, ok := Last(b).(*ssa.Return)
		return ok
	}
	if s.p.In.Block() != b {
		return false
	}
	at := s.g.Index(s.p.In)
	return at > i && (stop < 0 || at <= stop)
}

// Always reports whether in runs whenever its function returns.
func Always(in ssa.Instruction) bool {
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

// After is the moment just after v is computed, the zero Point if no
// instruction computes it.
func After(v ssa.Value) Point {
	in, ok := v.(ssa.Instruction)
	if !ok {
		return Point{}
	}
	instrs := in.Block().Instrs
	if next := slices.Index(instrs, in) + 1; next < len(instrs) {
		return Before(instrs[next])
	}
	return Before(in)
}
