package verify

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
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

// decidedAt keeps where a test was decided first, in the source: the head of
// a loop over a list asks whether it is empty, too.
func (st *state) decidedAt(key string, in *ssa.If) {
	if st.sites[key] == nil && inSource(in) {
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

// send puts a value into a channel. Of a channel made on this path it comes
// out again; another one leads away.
func (x *run) send(st *state, in *ssa.Send) {
	ch, v := st.top().get(in.Chan), st.top().get(in.X)
	if isLocal(ch.addr) {
		st.mem[sentTo(ch)] = v
	}
	if st.marksOf(v)&body != 0 {
		x.act(st, in, "channel", strong)
	}
}

// sentTo is where what was sent last is kept.
func sentTo(ch *value) string { return ch.addr + "!sent" }

func (x *run) storeAt(st *state, in *ssa.Store) {
	f := st.top()
	to, v := f.get(in.Addr), f.get(in.Val)
	if to.addr == "" {
		return
	}
	if !isLocal(to.addr) && !isRequestPlace(to.addr) && st.req != nil && st.marksOf(v)&body != 0 && !isNew(st, to.addr) {
		x.act(st, in, to.name, 0)
	}
	if i, ok := in.Addr.(*ssa.IndexAddr); ok {
		if _, slice := i.X.Type().Underlying().(*types.Slice); slice && isBytes(i.X.Type()) {
			x.spoil(st, f.get(i.X), v)
			return
		}
	}
	st.store(to.addr, v)
}

// isNew: what is filled by one handler only, as far as can be seen.
func isNew(st *state, addr string) bool { return st.req == nil }

// spoil marks bytes that are put together one by one: what they say is not
// known any more, only what went in.
func (x *run) spoil(st *state, slice, v *value) {
	if slice.addr == "" {
		return
	}
	c := &value{marks: st.marksOf(slice)&^raw | v.marks | unknown, name: x.freshName("bytes")}
	st.drop(slice.addr)
	st.mem[content(slice.addr)] = c
}

func (x *run) mapUpdate(st *state, in ssa.Instruction, m, key, v *value) {
	if m.addr == "" {
		return
	}
	if !isLocal(m.addr) && !isRequestPlace(m.addr) && st.req != nil && (st.marksOf(v)|st.marksOf(key))&body != 0 {
		x.act(st, in, m.name, 0)
	}
	if s, ok := key.string(); ok {
		st.store(m.addr+"["+s+"]", v)
		return
	}
	st.mem[m.addr+"!"] = join(nil, x.freshName("map"), st.gather(m, map[string]bool{}), v)
}

// value computes the value of an instruction.
func (x *run) value(st *state, f *frame, in ssa.Value) *value {
	switch in := in.(type) {
	case *ssa.Alloc:
		o := x.newObject()
		return &value{addr: o, name: o, null: notNil}
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		o := x.newObject()
		return &value{addr: o, name: o, null: notNil}
	case *ssa.MakeClosure:
		v := &value{fn: in.Fn.(*ssa.Function), null: notNil}
		for _, b := range in.Bindings {
			v.binds = append(v.binds, f.get(b))
		}
		return v
	case *ssa.MakeInterface:
		return f.get(in.X).as(func(c *value) {
			c.dyn = in.X.Type()
			if c.null == maybeNil {
				c.null = notNil
			}
		})
	case *ssa.ChangeInterface:
		return f.get(in.X)
	case *ssa.ChangeType:
		return f.get(in.X)
	case *ssa.Convert:
		return x.convert(st, f.get(in.X), in.X.Type(), in.Type())
	case *ssa.MultiConvert:
		return x.convert(st, f.get(in.X), in.X.Type(), in.Type())
	case *ssa.SliceToArrayPointer:
		return f.get(in.X)
	case *ssa.TypeAssert:
		return x.assert(st, in)
	case *ssa.Extract:
		t := f.get(in.Tuple)
		if in.Index < len(t.elems) {
			return t.elems[in.Index]
		}
		return x.result(t, in.Index, in.Type())
	case *ssa.UnOp:
		return x.unop(st, in)
	case *ssa.FieldAddr:
		s := in.X.Type().Underlying().(*types.Pointer).Elem()
		return x.fieldAddr(st, f.get(in.X), s, in.Field)
	case *ssa.Field:
		return x.fieldOf(st, f.get(in.X), in.X.Type(), in.Field)
	case *ssa.IndexAddr:
		return x.indexAddr(st, f.get(in.X), f.get(in.Index))
	case *ssa.Index:
		return x.index(st, f.get(in.X), f.get(in.Index), in.Type())
	case *ssa.Lookup:
		return x.lookup(st, in)
	case *ssa.Slice:
		return x.slice(st, in)
	case *ssa.Range:
		return f.get(in.X)
	case *ssa.Next:
		return x.next(st, in)
	}
	return &value{name: x.freshName(in.Name()), marks: unknown}
}

// result is one result of a call of which only the whole is known.
func (x *run) result(t *value, i int, typ types.Type) *value {
	v := &value{marks: room(typ, t.marks), event: t.event, name: fmt.Sprintf("%s/%d", t.name, i)}
	if isText(typ) || i == 0 {
		v.sum = t.sum
	}
	if isError(typ) || isBool(typ) {
		v.sum = nil
	}
	if isError(typ) && t.marks&(body|digest|clock|age) == 0 && t.marks&(signature|timestamp) != 0 {
		v.name = malformed + "timestamp"
		if t.marks&signature != 0 {
			v.name = malformed + "signature"
		}
	}
	if isPointer(typ) {
		v.addr = v.name
	}
	if isBool(typ) {
		v.about = &test{key: "is:" + v.name}
	}
	if isTime(typ) && v.marks&timestamp == 0 {
		v.marks |= clock
	}
	return v
}

func (x *run) convert(st *state, v *value, from, to types.Type) *value {
	if v.k != nil {
		if i, ok := v.int(); ok && isString(to) {
			return textOf(string(rune(i)))
		}
		return v
	}
	if isText(from) && isText(to) {
		if v.addr != "" { // bytes: what they are now
			return x.now(st, v)
		}
		return v
	}
	return v.as(func(c *value) { c.marks &^= raw })
}

// now is the text of bytes as of now, under their own name.
func (x *run) now(st *state, v *value) *value {
	ps := st.text(v)
	if len(ps) == 1 && ps[0].v == v {
		return v
	}
	t := textValue(ps)
	if t.name == "" && t.k == nil {
		t = t.as(func(c *value) { c.name = v.name })
	}
	return t
}

func (x *run) assert(st *state, in *ssa.TypeAssert) *value {
	v := st.top().get(in.X)
	w := v
	if v.name != "" && v.addr == "" && isPointer(in.AssertedType) {
		w = v.as(func(c *value) { c.addr = v.name })
	}
	if !in.CommaOk {
		return w
	}
	ok := &value{about: &test{key: "type:" + v.name + ":" + in.AssertedType.String()}}
	if v.dyn != nil && !types.IsInterface(in.AssertedType) {
		ok = boolOf(types.Identical(v.dyn, in.AssertedType))
	}
	return &value{elems: []*value{w, ok}}
}

func (x *run) unop(st *state, in *ssa.UnOp) *value {
	v := st.top().get(in.X)
	switch in.Op {
	case token.NOT:
		if b, ok := v.bool(); ok {
			return boolOf(!b)
		}
		if v.about != nil {
			return v.as(func(c *value) { c.about = &test{v.about.key, !v.about.neg} })
		}
		return &value{about: &test{key: x.freshName("not")}}
	case token.MUL:
		return x.deref(st, v, in.Type())
	case token.ARROW:
		if sent := st.mem[sentTo(v)]; sent != nil && !in.CommaOk {
			return sent
		}
		r := &value{name: x.freshName("received"), marks: st.marksOf(v)}
		if in.CommaOk {
			return &value{elems: []*value{r, {about: &test{key: x.freshName("open")}}}}
		}
		return r
	}
	if v.k != nil && v.k.Kind() != constant.Unknown {
		if in.Op == token.SUB || in.Op == token.XOR {
			if v.k.Kind() == constant.Int || v.k.Kind() == constant.Float && in.Op == token.SUB {
				return constOf(constant.UnaryOp(in.Op, v.k, 0))
			}
		}
	}
	return v.as(func(c *value) { c.k = nil; c.name = x.freshName("un") })
}

// deref is what a pointer points at.
func (x *run) deref(st *state, v *value, t types.Type) *value {
	if v.addr == "" {
		return part1(v, "*", t)
	}
	w := st.load(v.addr, t)
	if w.name == v.addr { // comes from outside: marks of the pointer count
		w = w.with(v.marks)
	}
	if w.null == maybeNil && isError(t) {
		w = w.as(func(c *value) {
			if _, global := isGlobal(v.addr); global {
				c.null = notNil // a sentinel
			}
		})
	}
	return w
}

func isGlobal(addr string) (string, bool) {
	const p = "global:"
	if len(addr) > len(p) && addr[:len(p)] == p {
		return addr[len(p):], true
	}
	return "", false
}

func (x *run) indexAddr(st *state, v, i *value) *value {
	base := v.addr
	if base == "" {
		base = v.name
	}
	if n, ok := i.int(); ok {
		return &value{addr: fmt.Sprintf("%s[%d]", base, n), name: fmt.Sprintf("%s[%d]", base, n), marks: v.marks &^ raw, sum: v.sum}
	}
	g := st.gather(v, map[string]bool{})
	name := base + "[i]"
	return &value{addr: name, name: name, marks: g.marks &^ raw, sum: g.sum}
}

func (x *run) index(st *state, v, i *value, t types.Type) *value {
	if n, ok := i.int(); ok {
		return x.field(v, fmt.Sprintf("[%d]", n), t)
	}
	return join(t, v.name+"[i]", v)
}

func (x *run) slice(st *state, in *ssa.Slice) *value {
	v := st.top().get(in.X)
	if s, ok := v.string(); ok {
		return sliceConst(st.top(), in, s)
	}
	if in.Low == nil && in.High == nil {
		return v
	}
	lo, ok := int64(0), true
	if in.Low != nil {
		lo, ok = st.top().get(in.Low).int()
	}
	if ok && lo == 0 {
		if in.High == nil {
			return v
		}
		if h, isInt := st.top().get(in.High).int(); isInt && h == 0 && isBytes(in.Type()) {
			return textOf("")
		}
	}
	if v.addr != "" && v.marks == 0 && isLocal(v.addr) {
		return v // a window into a buffer
	}
	// A part of text: a prefix cut off, a buffer read to its length.
	return v.as(func(c *value) {
		if c.marks&raw != 0 && in.Low != nil {
			c.marks = c.marks&^raw | unknown
		}
	})
}

func sliceConst(f *frame, in *ssa.Slice, s string) *value {
	lo, hi := int64(0), int64(len(s))
	ok := true
	if in.Low != nil {
		lo, ok = f.get(in.Low).int()
	}
	if in.High != nil && ok {
		hi, ok = f.get(in.High).int()
	}
	if !ok || lo < 0 || hi > int64(len(s)) || lo > hi {
		return &value{name: "slice", marks: unknown}
	}
	return textOf(s[lo:hi])
}

func (x *run) next(st *state, in *ssa.Next) *value {
	v := st.top().get(in.Iter)
	g := st.gather(v, map[string]bool{})
	name := x.freshName("range")
	e := &value{name: name, marks: g.marks &^ raw, sum: g.sum, event: g.event}
	return &value{elems: []*value{{about: &test{key: name}}, e, e.as(func(c *value) { c.addr = name })}}
}
