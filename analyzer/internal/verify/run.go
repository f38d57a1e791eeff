package verify

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

const (
	// maxSteps bounds one run, and each handler in it. A handler takes some
	// hundreds of steps on each of some dozens of paths. maxPackageSteps bounds
	// them all: some seconds.
	maxSteps        = 30000
	maxPackageSteps = 1000000
	// maxBranches bounds how often a branch that something unknown decides is
	// taken on all paths of a handler: of many such branches in a row, some
	// combinations say it all.
	maxBranches = 24
	// maxDepth bounds the calls under way.
	maxDepth = 24
	// maxRounds bounds how often a path comes back to a block when what
	// decides about it is unknown: never, once and twice say it all. A loop
	// whose rounds are known (over the bytes of a MAC, say) may be as long as
	// maxKnownRounds.
	maxRounds      = 3
	maxKnownRounds = 80
)

// A run follows the paths of one function that nobody uses.
type run struct {
	*checker
	steps int
	names int
	ids   int
}

// A then is what happens after a call on a path.
type then func(*state, *value)

// enter starts a call of fn.
func (x *run) enter(st *state, fn *ssa.Function, args, binds []*value, k then) {
	if len(st.frames) >= maxDepth || fn.Blocks == nil || recursive(st, fn) {
		x.entry(st).cut = true
		k(st, join(nil, x.freshName(fn.Name()), args...).with(unknown))
		return
	}
	x.entered[fn] = true
	x.ids++
	f := &frame{
		id: x.ids, fn: fn, regs: map[ssa.Value]*value{}, args: args, binds: binds,
		block: fn.Blocks[0], visits: map[*ssa.BasicBlock]int{}, opened: map[*ssa.BasicBlock]int{},
	}
	for i, p := range fn.Params {
		if i < len(args) {
			f.regs[p] = args[i]
		} else {
			f.regs[p] = external(x.freshName(p.Name()), p.Type())
		}
	}
	for i, v := range fn.FreeVars {
		if i < len(binds) {
			f.regs[v] = binds[i]
		} else {
			name := x.nameIn(fn, v.Name())
			f.regs[v] = &value{name: name, addr: name}
		}
	}
	st.frames = append(st.frames, f)
	x.goOn(st, k)
}

// recursive: a function may be entered again once, as handlers wrap handlers.
func recursive(st *state, fn *ssa.Function) bool {
	n := 0
	for _, f := range st.frames {
		if f.fn == fn {
			n++
		}
	}
	return n > 1
}

// nameIn names what a function gets from outside.
func (x *run) nameIn(fn *ssa.Function, name string) string { return fn.String() + ":" + name }

// goOn runs the innermost frame from where it stands.
func (x *run) goOn(st *state, k then) {
	for {
		f := st.top()
		if f.next >= len(f.block.Instrs) {
			return
		}
		x.steps++
		x.total++
		st.steps++
		if x.steps > maxSteps || x.total > maxPackageSteps {
			x.entry(st).cut = true
			return
		}
		in := f.block.Instrs[f.next]
		f.next++
		switch in := in.(type) {
		case *ssa.If:
			if !x.branch(st, in, k) {
				return
			}
		case *ssa.Jump:
			if !f.jump(f.block.Succs[0], false) {
				return
			}
		case *ssa.Return:
			x.leave(st, in, k)
			return
		case *ssa.Panic:
			return
		case *ssa.RunDefers:
			x.runDefers(st, k)
			return
		case *ssa.Defer:
			f.defers = append(f.defers, in)
		case *ssa.Go:
			f.at = in
			x.call(st, in, func(st *state, _ *value) { x.goOn(st, k) })
			return
		case *ssa.Call:
			f.at = in
			x.call(st, in, func(st *state, v *value) {
				st.top().regs[in] = v
				x.goOn(st, k)
			})
			return
		case *ssa.BinOp:
			if x.compares(st, in) {
				f.at = in
				x.compareOp(st, in, func(st *state, v *value) {
					st.top().regs[in] = v
					x.goOn(st, k)
				})
				return
			}
			f.regs[in] = x.binop(st, in)
		default:
			x.plain(st, in)
		}
	}
}

// A branching is one branch in one call, before or after the verdict.
type branching struct {
	entry   *entry
	from    ssa.Instruction
	to      *ssa.BasicBlock
	verdict verdict
}

func (x *run) mayBranch(st *state, to *ssa.BasicBlock) bool {
	b := branching{x.entry(st), nil, to, st.verdict}
	if n := len(st.frames); n > 1 {
		b.from = st.frames[n-2].at
	}
	x.branched[b]++
	return x.branched[b] <= maxBranches
}

// jump goes on in block b; open says that something unknown decided so.
func (f *frame) jump(b *ssa.BasicBlock, open bool) bool {
	f.visits[b]++
	if open {
		f.opened[b]++
	}
	if f.visits[b] > maxKnownRounds || f.opened[b] > maxRounds {
		return false
	}
	f.prev, f.block, f.next = f.block, b, 0
	f.phis()
	return true
}

// phis takes the values that come with the edge just taken.
func (f *frame) phis() {
	edge := 0
	for i, p := range f.block.Preds {
		if p == f.prev {
			edge = i
		}
	}
	vals := map[*ssa.Phi]*value{}
	for _, in := range f.block.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		vals[phi] = f.get(phi.Edges[edge])
	}
	for phi, v := range vals {
		f.regs[phi] = v
	}
}

// get is the value of an operand.
func (f *frame) get(v ssa.Value) *value {
	if r := f.regs[v]; r != nil {
		return r
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return zero(v.Type())
		}
		return constOf(v.Value)
	case *ssa.Function:
		return &value{fn: v, null: notNil}
	case *ssa.Global:
		return &value{addr: globalName(v), name: globalName(v), null: notNil}
	}
	return &value{name: v.Name(), marks: unknown}
}

func globalName(g *ssa.Global) string { return "global:" + g.String() }

// branch takes an if, in both directions if it is not decided.
func (x *run) branch(st *state, in *ssa.If, k then) bool {
	f := st.top()
	cond := f.get(in.Cond)
	if b, ok := cond.bool(); ok {
		if cond.about != nil {
			st.decidedAt(cond.about.key, in)
		}
		return x.take(st, in, b, false)
	}
	key, neg := "", false
	if cond.about != nil {
		key, neg = cond.about.key, cond.about.neg
		if b, ok := st.facts[key]; ok {
			st.decidedAt(key, in)
			return x.take(st, in, b != neg, true)
		}
	}
	if key != "" {
		st.decidedAt(key, in)
	}
	other := st.clone()
	if key != "" {
		st.facts[key], other.facts[key] = !neg, neg
	}
	if x.take(other, in, false, true) {
		x.goOn(other, k)
	}
	return x.take(st, in, true, true)
}

// decidedAt keeps where a test was decided first, best in the source: the head
// of a loop over a list asks whether it is empty, too.
func (st *state) decidedAt(key string, in *ssa.If) {
	if old := st.sites[key]; old == nil || !inSource(old) && inSource(in) {
		st.sites[key] = in
	}
}

func inSource(in *ssa.If) bool {
	if in.Cond.Pos().IsValid() {
		return true
	}
	return slices.ContainsFunc(in.Block().Instrs, func(i ssa.Instruction) bool {
		d, ok := i.(*ssa.DebugRef)
		return ok && d.X == in.Cond
	})
}

func (x *run) take(st *state, in *ssa.If, b, open bool) bool {
	f := st.top()
	f.ifs = append(f.ifs, decision{in, st.steps, open})
	succ := f.block.Succs[1]
	if b {
		succ = f.block.Succs[0]
	}
	return (!open || x.mayBranch(st, succ)) && f.jump(succ, open)
}

// leave returns from the innermost frame.
func (x *run) leave(st *state, in *ssa.Return, k then) {
	f := st.top()
	var res *value
	switch len(in.Results) {
	case 0:
		res = &value{}
	case 1:
		res = f.get(in.Results[0])
	default:
		res = &value{elems: make([]*value, len(in.Results))}
		for i, r := range in.Results {
			res.elems[i] = f.get(r)
		}
	}
	st.frames = st.frames[:len(st.frames)-1]
	st.told(f, st.saying(f.fn.Signature, res))
	k(st, res)
}

// told notes that a function reported what it decided: a missing key is
// refused if the function that verifies says no. If its caller says yes all
// the same, that is decided there.
func (st *state) told(f *frame, says accepting) {
	if says == unclear {
		return
	}
	for key, at := range st.sites {
		by := st.refused[key]
		switch {
		case by == nil && at.Parent() == f.fn && says == says0:
			st.refused[key] = f.fn
		case by != nil && says == says0:
			st.refused[key] = f.fn
		case by != nil:
			delete(st.refused, key)
			delete(st.sites, key)
			if n := len(f.ifs); n > 0 && inSource(f.ifs[n-1].at) {
				st.sites[key] = f.ifs[n-1].at
			}
		}
	}
}

func (x *run) runDefers(st *state, k then) {
	f := st.top()
	if len(f.defers) == 0 {
		x.goOn(st, k)
		return
	}
	d := f.defers[len(f.defers)-1]
	f.defers = f.defers[:len(f.defers)-1]
	f.at = d
	x.call(st, d, func(st *state, _ *value) { x.runDefers(st, k) })
}

// plain executes an instruction that neither branches nor calls.
func (x *run) plain(st *state, in ssa.Instruction) {
	f := st.top()
	switch in := in.(type) {
	case *ssa.Store:
		x.storeAt(st, in)
	case *ssa.MapUpdate:
		m, key, v := f.get(in.Map), f.get(in.Key), f.get(in.Value)
		x.mapUpdate(st, in, m, key, v)
	case *ssa.Send:
		x.send(st, in)
	case ssa.Value:
		if _, phi := in.(*ssa.Phi); !phi {
			f.regs[in] = x.value(st, f, in)
		}
	}
}
