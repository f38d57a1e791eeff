package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A frame is the analysis of one function: forward over its blocks, in reverse
// postorder, until nothing changes. Registers of SSA are set once, so that one
// value is kept for each; memory has a state at every instruction.
type frame struct {
	a  *Analysis
	fn *ssa.Function

	env    map[ssa.Value]*value
	tuples map[ssa.Value][]*value
	grown  map[ssa.Value]int
	in     []*state   // of each block, nil if control was not seen to reach it
	points [][]*state // before each instruction
	order  []*ssa.BasicBlock
	dirty  []bool // by block
	any    bool   // a block is dirty

	number  int // in the order of their making
	objects map[objectKey]*object
	givens  map[uint32]*object // the parameters' objects, by id
	applies map[ssa.CallInstruction][]*application
	called  map[calledKey]bool
	due     map[*ssa.Defer]*state                 // when deferred calls run
	waiting map[ssa.Instruction][]ssa.Instruction // deletions in a loop, by the branch that leaves it
	exits   map[ssa.Instruction][]exitEffect      // what leaving a loop does, by the branch that leaves it

	results []*value
	exit    *state // joined over the returns
	sum     *summary
	users   map[*frame]bool // whose analysis depends on this summary
	queued  bool
	runs    int
	budget  int  // what the analysis may still look at
	spent   bool // that was more than limit.Work allows
}

// An exitEffect is what a loop has done to the memory when control leaves it
// and every element was seen.
type exitEffect struct {
	by ssa.Instruction
	do func(*state) *state
}

// frameOf returns the analysis of a function with a body, which is at least
// begun.
func (a *Analysis) frameOf(fn *ssa.Function) *frame {
	f := a.frames[fn]
	if f == nil {
		f = &frame{
			a: a, fn: fn, budget: budgetOf(fn), env: map[ssa.Value]*value{}, tuples: map[ssa.Value][]*value{}, grown: map[ssa.Value]int{},
			in: make([]*state, len(fn.Blocks)), points: make([][]*state, len(fn.Blocks)), dirty: make([]bool, len(fn.Blocks)),
			objects: map[objectKey]*object{}, givens: map[uint32]*object{}, applies: map[ssa.CallInstruction][]*application{}, called: map[calledKey]bool{}, due: map[*ssa.Defer]*state{}, exits: map[ssa.Instruction][]exitEffect{},
			results: make([]*value, fn.Signature.Results().Len()), users: map[*frame]bool{},
		}
		f.number = len(a.frames)
		f.order = postorder(fn)
		f.waiting = f.deletions()
		a.frames[fn] = f
		f.in[0] = &state{}
		f.mark(fn.Blocks[0])
		f.run()
	}
	return f
}

// postorder returns the blocks of fn in reverse postorder.
func postorder(fn *ssa.Function) []*ssa.BasicBlock {
	out := make([]*ssa.BasicBlock, len(fn.Blocks))
	n := len(out)
	seen := make([]bool, len(fn.Blocks))
	type visit struct {
		b *ssa.BasicBlock
		i int
	}
	for _, root := range []*ssa.BasicBlock{fn.Recover, fn.Blocks[0]} {
		if root == nil || seen[root.Index] {
			continue
		}
		seen[root.Index] = true
		for work := []visit{{root, 0}}; len(work) > 0; {
			v := &work[len(work)-1]
			if v.i == len(v.b.Succs) {
				n--
				out[n] = v.b
				work = work[:len(work)-1]
				continue
			}
			next := v.b.Succs[v.i]
			v.i++
			if !seen[next.Index] {
				seen[next.Index] = true
				work = append(work, visit{next, 0})
			}
		}
	}
	return out[n:]
}

func (f *frame) mark(b *ssa.BasicBlock) {
	if f.in[b.Index] != nil {
		f.dirty[b.Index], f.any = true, true
	}
}

// run analyses what has changed until nothing does, and sums it up.
func (f *frame) run() {
	if f.spent {
		return
	}
	f.runs++
	f.toFixpoint()
	f.summarise()
}

func (f *frame) toFixpoint() {
	defer f.a.working(f)()
	for f.any {
		f.any = false
		for _, b := range f.order {
			if f.dirty[b.Index] {
				f.dirty[b.Index] = false
				f.block(b)
			}
		}
	}
}

// block runs the instructions of b.
func (f *frame) block(b *ssa.BasicBlock) {
	s := f.in[b.Index]
	points := f.points[b.Index]
	if points == nil {
		points = make([]*state, len(b.Instrs))
		f.points[b.Index] = points
	}
	for i, in := range b.Instrs {
		points[i] = s
		if s = f.transfer(in, s); s == nil {
			return // it does not come back, as far as is known
		}
	}
	for i, next := range b.Succs {
		f.enter(next, f.edge(b, i, s))
	}
}

// enter joins what holds on a way into b.
func (f *frame) enter(b *ssa.BasicBlock, s *state) {
	if s == nil {
		return
	}
	old := f.in[b.Index]
	n := f.joinStates(old, s)
	if n != old {
		f.in[b.Index] = n
		f.mark(b)
	}
}

// set joins val to what a register is known to be.
func (f *frame) set(v ssa.Value, val *value, s *state) {
	val = f.named(v, f.typed(v, val), s)
	old := f.env[v]
	n := val
	if old != nil {
		n = join(old, val)
	}
	if n == old {
		return
	}
	if old != nil {
		if f.grown[v]++; f.grown[v] > limit.Rounds.Max {
			n = f.settle(old, n)
			if n == old {
				return
			}
		}
	}
	f.env[v] = n
	f.changed(v)
}

// changed has everything analysed again that uses v.
func (f *frame) changed(v ssa.Value) {
	if refs := v.Referrers(); refs != nil {
		for _, in := range *refs {
			if in.Parent() == f.fn {
				f.mark(in.Block())
			}
		}
	}
}

// settle widens what has grown for so many rounds that it may never end: a
// text that a loop adds to, a walk through a list.
func (f *frame) settle(old, n *value) *value {
	w := *n
	if len(n.c.Consts) > len(old.c.Consts) {
		c := *n.c
		c.Consts = old.c.Consts
		w.c = c.Widen(limit.Rounds)
		f.a.tally.Reached(limit.Rounds)
	}
	if len(n.refs) > len(old.refs) {
		w.refs = nil
		for _, p := range n.refs {
			w.refs = append(w.refs, place{obj: p.obj, path: f.a.in.plus(p.path, deep)})
		}
		w.refs = sortPlaces(w.refs)
	}
	return join(old, &w)
}

// typed is val as a value of v's type: what a truth value or a time is says
// nothing, a number is no collection, nor is a text.
func (f *frame) typed(v ssa.Value, val *value) *value {
	if len(val.refs) > 0 || val.inline() {
		return val
	}
	if t := v.Type(); ssautil.SaysNothing(t) && !isReference(t) {
		return val.with(content.Inert)
	}
	return val.with(typedContent(val.c, v.Type()))
}

func typedContent(c *content.Content, t types.Type) *content.Content {
	c = basicRefs(c, t)
	switch {
	case ssautil.SaysNothing(t) && !isReference(t) && c != content.Nothing:
		return content.Inert
	case ssautil.IsNumber(t) && c != content.Nothing:
		n := *c
		n.Flags = n.Flags&^content.Opaque | content.Unknown | content.Numeric
		return &n
	case ssautil.IsText(t) && c.Flags&content.Opaque != 0:
		n := *c
		n.Flags |= content.Scalar
		return &n
	}
	return c
}

// value is what v is known to be.
func (f *frame) value(v ssa.Value) *value {
	switch v := v.(type) {
	case *ssa.Const:
		return constantValue(v)
	case *ssa.Function:
		return refTo(place{obj: f.a.functionObject(v)})
	case *ssa.Global:
		return refTo(place{obj: f.a.globalObject(v)})
	case *ssa.Builtin:
		return nothing
	}
	if val := f.env[v]; val != nil {
		return val
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return f.given(v, v)
	case *ssa.FreeVar:
		return f.given(v, v)
	}
	return nothing
}

// given is the value of a parameter or a captured variable.
func (f *frame) given(v ssa.Value, p content.Param) *value {
	o := f.object(objectKey{site: v}, object{kind: given, site: v, typ: ssautil.PointedTo(v.Type()), param: p})
	var val *value
	switch {
	case isReference(v.Type()):
		val = refTo(place{obj: o})
	default:
		val = f.initial(o)
	}
	val = f.named(v, f.typed(v, val), &state{})
	f.env[v] = val
	return val
}

// An objectKey tells the objects of a frame apart: by what makes them and, of
// what a call returns, by what made them there.
type objectKey struct {
	site  any
	inner any
}

// object returns the object for k, which is made like o.
func (f *frame) object(k objectKey, o object) *object {
	x := f.objects[k]
	if x == nil {
		o.in = f
		x = f.a.newObject(o)
		f.objects[k] = x
		if o.kind == given {
			f.givens[x.id] = x
		}
	}
	return x
}

// made returns the object that in makes, and the state in which it is new.
func (f *frame) made(in ssa.Instruction, k objectKey, o object, s *state) (*object, *state) {
	_, known := f.objects[k]
	x := f.object(k, o)
	if !known && f.a.graph.Repeats(in) {
		x.older = f.object(objectKey{k.site, olderKey{k.inner}}, object{kind: o.kind, site: o.site, typ: o.typ, fn: o.fn, lib: o.lib, far: o.far, root: o.root, depth: o.depth, many: true})
	}
	if x.older != nil {
		if last, ok := s.mem.get(x.id); ok {
			s = f.outdated(s, x).with(x.older, join(f.root(s, x.older), renamed(last, x)))
		}
	}
	return x, s
}

type olderKey struct{ inner any }

// aged is v in a later round of a loop, when what it refers to may have been
// made in an earlier one.
func aged(v *value) *value {
	var more []place
	for _, p := range v.refs {
		if p.obj.older != nil {
			p.obj = p.obj.older
			more = append(more, p)
		}
	}
	if len(more) == 0 {
		return v
	}
	n := *v
	n.refs = joinPlaces(v.refs, sortPlaces(more))
	return &n
}

// outdated is s when o is made anew: what refers to it refers to an older one.
func (f *frame) outdated(s *state, o *object) *state {
	if !o.kept {
		return s
	}
	mem := s.mem.transform(symbolic, func(_ uint32, v *value) *value { return renamed(v, o) })
	return &state{mem, s.defers}
}

// renamed is v with references to the older one in place of those to o.
func renamed(v *value, o *object) *value {
	if v.traitsOf()&symbolic == 0 {
		return v
	}
	n := *v
	if slices.ContainsFunc(v.refs, func(p place) bool { return p.obj == o }) {
		n.refs = slices.Clone(v.refs)
		for i := range n.refs {
			if n.refs[i].obj == o {
				n.refs[i].obj = o.older
			}
		}
		n.refs = sortPlaces(n.refs)
	}
	n.parts = v.parts.transform(symbolic, func(_ uint32, c *cell) *cell {
		es := renamedEntries(c.entries, o)
		if sameSlice(es, c.entries) {
			return c
		}
		return &cell{entries: es, must: c.must}
	})
	n.any = renamedEntries(v.any, o)
	if sameSlice(n.refs, v.refs) && n.parts == v.parts && sameSlice(n.any, v.any) {
		return v
	}
	return &n
}

func renamedEntries(es []entry, o *object) []entry {
	var out []entry
	for i, e := range es {
		n := renamed(e.val, o)
		if n != e.val && out == nil {
			out = slices.Clone(es)
		}
		if out != nil {
			out[i].val = n
		}
	}
	if out == nil {
		return es
	}
	return out
}
