package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// An effect is something that changes an object after it was made.
type effect struct {
	path    content.Path       // what is changed
	in      ssa.Instruction    // when
	pos     token.Pos          // the key, if one is written
	strong  bool               // the place certainly has this content afterwards
	late    bool               // it may happen at any time (channels)
	later   bool               // it may happen at any time from in on (goroutines)
	through bool               // it writes through the pointer at path
	removes bool               // with atExit: it certainly removes what is at path
	atExit  bool               // in is a defer statement: it happens when the function returns
	outside *ssa.Function      // it happens in a caller, after this function returned
	inside  *ssa.Function      // it counts only for questions from this function literal; its calls count for the others
	merge   bool               // entries are added to what is there
	keys    []content.Ref      // the last selector is AnyKey, and depends on these
	of      *ssa.Function      // the callee that does it, if in is a call
	copied  ssa.Value          // the value that is stored, if one is
	deep    int                // calls between in and the place where it happens
	drops   *content.KeyFilter // the entries that it does not let pass are removed
	// content answers what was put there; nil if something was removed.
	content func(rest content.Path, at point) *content.Content
}

// A reach is what can be done to an object through the references to it that
// flow forward from one value.
type reach struct {
	effects []*effect
	kept    []keep    // where references to it are stored
	nested  int       // effects of callees so far
	held    []holding // function literals that refer to it
}

// A holding is a function literal that captures a reference to the object at
// prefix, or to all of it.
type holding struct {
	literal *ssa.MakeClosure
	effects []*effect // what the literal does to the object, when called
}

// A keep is a place in another object that refers to the object at prefix.
type keep struct {
	into   ssa.Value    // an address, a map or a channel
	sel    content.Path // below into
	prefix content.Path
	in     ssa.Instruction
	copied types.Type // the struct that was copied there; nil if a reference was stored
}

// effects returns everything that is done to the object root in its package,
// through whatever name.
func (a *Analysis) effects(root ssa.Value) []*effect {
	// In recursion, what one round does is known by now.
	known := func() []*effect { return slices.Clone(a.reach(root).effects) }
	return ask(a, question{v: root, cell: changes}, known, func() []*effect { return a.allEffects(root) })
}

func (a *Analysis) allEffects(root ssa.Value) []*effect {
	r := a.reach(root)
	es := append([]*effect(nil), r.effects...)
	seen := map[place]bool{{root, "", ""}: true}
	for _, k := range r.kept {
		es = a.throughContainer(es, k, seen)
	}
	if len(seen) > maxPlaces {
		es = append(es, &effect{in: r.kept[0].in, merge: true, late: true, content: func(content.Path, point) *content.Content { return content.Anything() }})
	}
	es = append(es, a.afterReturn(root)...)
	es = merged(es)
	a.root.spend(len(es))
	return es
}

// afterReturn returns what callers do to root after the function that makes
// it has returned it. That counts for what the function leaves running: a
// goroutine that reads a returned channel, a method value.
func (a *Analysis) afterReturn(root ssa.Value) []*effect {
	in, ok := root.(ssa.Instruction)
	if !ok || len(a.closures) == 0 {
		return nil
	}
	f := in.Parent()
	if len(f.AnonFuncs) == 0 {
		return nil
	}
	var out []*effect
	for r := range f.Signature.Results().Len() {
		for _, l := range a.returnedLocs(f, r) {
			if l.root != root {
				continue
			}
			for _, call := range a.callersOf(f) {
				res, ok := call.(ssa.Value)
				if !ok {
					continue
				}
				if v := ssautil.Result(res, r, f.Signature.Results().Len()); v != nil {
					out = append(out, a.outside(a.effects(v), l.path, f)...)
				}
			}
		}
	}
	return out
}

func (a *Analysis) outside(es []*effect, at content.Path, f *ssa.Function) []*effect {
	var out []*effect
	for _, e := range es {
		x := *e
		x.path, x.outside, x.strong, x.drops = at.Plus(e.path...), f, false, nil
		out = append(out, &x)
	}
	return out
}

// A place is where a container refers to a part of an object.
type place struct {
	container    ssa.Value
	path, prefix string
}

// maxPlaces bounds the containers that one object is looked for in. An object
// that is stored in more is shared state, not a payload.
const maxPlaces = 64

// throughContainer adds what is done to an object by way of the container
// that it was stored into.
func (a *Analysis) throughContainer(es []*effect, k keep, seen map[place]bool) []*effect {
	for _, l := range a.locate(k.into) {
		q := l.path.Plus(k.sel...)
		if len(q) > maxPath {
			continue // no effect has a path as long
		}
		at := place{l.root, q.ID(), k.prefix.ID()}
		if seen[at] || seen[place{l.root, "", ""}] || len(seen) > maxPlaces {
			continue
		}
		seen[at] = true
		r := a.reach(l.root)
		a.root.spend(len(r.effects))
		for _, e := range r.effects {
			if n, ok := content.Common(e.path, q); !ok || n < len(q) || len(e.path) == len(q) && !e.through || e.in == k.in {
				continue
			}
			if !a.stillHolds(k, e, q, r) || k.copied != nil && withinValue(k.copied, e.path[len(q):]) {
				continue
			}
			n := *e
			n.path = k.prefix.Plus(e.path[len(q):]...)
			n.strong = false
			es = append(es, &n)
		}
		for _, outer := range r.kept {
			if n, ok := content.Common(outer.prefix, q); ok && n == len(outer.prefix) {
				o := outer
				o.sel = outer.sel.Plus(q[n:]...)
				o.prefix = k.prefix
				es = a.throughContainer(es, o, seen)
			}
		}
	}
	return es
}

// stillHolds reports whether the container refers to the object when e
// happens: it was stored before, and not replaced since.
func (a *Analysis) stillHolds(k keep, e *effect, q content.Path, r *reach) bool {
	if e.late || e.later || e.in.Parent() != k.in.Parent() {
		return true
	}
	var killers []ssa.Instruction
	for _, f := range r.effects {
		if f.strong && f.in != k.in && q.HasPrefix(f.path) {
			killers = append(killers, f.in)
		}
	}
	return a.survives(nil, k.in, before(e.in), killers)
}

// An effectID tells effects on one object apart.
type effectID struct {
	in      ssa.Instruction
	path    string
	pos     token.Pos
	removes bool
	inside  *ssa.Function
	of      *ssa.Function
	drops   *content.KeyFilter
}

func (e *effect) id() effectID {
	return effectID{e.in, e.path.ID(), e.pos, e.content == nil, e.inside, e.of, e.drops}
}

// merged returns es with what is one effect by its identity joined: two calls
// in a callee that write the same entry, the rounds of a recursion.
func merged(es []*effect) []*effect {
	at := map[effectID]int{}
	var out []*effect
	for _, e := range es {
		k := e.id()
		if i, dup := at[k]; dup {
			out[i] = out[i].with(e)
			continue
		}
		at[k] = len(out)
		out = append(out, e)
	}
	return out
}

// with joins e and x, which happen at the same time to the same place.
func (e *effect) with(x *effect) *effect {
	if e == x {
		return e
	}
	n := *e
	n.strong, n.removes = e.strong || x.strong, e.removes || x.removes
	n.merge, n.late, n.later, n.atExit, n.through = e.merge && x.merge, e.late || x.late, e.later || x.later, e.atExit && x.atExit, e.through || x.through
	n.deep = max(e.deep, x.deep)
	for _, r := range x.keys {
		if !slices.ContainsFunc(n.keys, func(s content.Ref) bool { return s.ID() == r.ID() }) {
			n.keys = append(slices.Clip(n.keys), r)
		}
	}
	if e.content != nil {
		n.content = func(rest content.Path, at point) *content.Content {
			return content.Join(e.content(rest, at), x.content(rest, at))
		}
	}
	return &n
}

// reach walks forward from root over every value that refers to it.
func (a *Analysis) reach(root ssa.Value) *reach {
	known := func() *reach { return a.walking[root] }
	return ask(a, question{v: root, cell: forward}, known, func() *reach {
		r := &reach{}
		a.walking[root] = r
		w := &walker{a: a, r: r, seen: map[visit]bool{}, vals: map[ssa.Value][]content.Path{}, made: map[effectID]int{}}
		w.walk(root, nil, true)
		return r
	})
}

// A walker carries out one forward walk. The object's part at prefix is what
// the value at hand refers to; sure says that it can be nothing else.
type walker struct {
	a     *Analysis
	r     *reach
	seen  map[visit]bool
	vals  map[ssa.Value][]content.Path // the prefixes under which it was met
	spent bool                         // the budget ended the walk
	made  map[effectID]int             // where in r.effects those of callees are
}

// A visit is a value that was met under a prefix.
type visit struct {
	v      ssa.Value
	prefix string
}

func (w *walker) walk(v ssa.Value, prefix content.Path, sure bool) {
	if len(prefix) > maxPath {
		return
	}
	id := visit{v, prefix.ID()}
	if w.seen[id] {
		return
	}
	w.seen[id] = true
	if w.tooOften(v, prefix) {
		return
	}
	if g, ok := v.(*ssa.Global); ok {
		for _, in := range w.a.globals[g] {
			w.use(v, in, prefix, sure)
		}
		return
	}
	if v.Referrers() == nil {
		return
	}
	refs := *v.Referrers()
	for i, in := range refs {
		if i == 0 || in != refs[i-1] { // an instruction is listed for each operand that is v
			w.use(v, in, prefix, sure)
		}
	}
}

// tooOften reports whether the walk ends at v. A value that is met under ever
// longer prefixes is recursive data, of which a few rounds say all; one that
// stands for more parts of an object than values denote places is not followed.
func (w *walker) tooOften(v ssa.Value, prefix content.Path) bool {
	const rounds = 8
	longer := 0
	for _, p := range w.vals[v] {
		if prefix.HasPrefix(p) {
			longer++
		}
	}
	if longer >= rounds {
		return true
	}
	if len(w.vals[v]) >= maxLocs {
		if in, ok := v.(ssa.Instruction); ok {
			w.giveUp(in)
		}
		return true
	}
	w.vals[v] = append(w.vals[v], prefix)
	return false
}

// use looks at one instruction that has v as an operand.
func (w *walker) use(v ssa.Value, in ssa.Instruction, prefix content.Path, sure bool) {
	if w.a.root.spend(1) {
		w.giveUp(in)
		return
	}
	switch in := in.(type) {
	case *ssa.Store:
		w.store(v, in, prefix, sure)
	case *ssa.MapUpdate:
		w.update(v, in, prefix, sure)
	case *ssa.Send:
		w.send(v, in, prefix)
	case *ssa.Select:
		w.selected(v, in, prefix)
	case *ssa.FieldAddr:
		w.walk(in, prefix.Plus(ssautil.FieldSel(in.X.Type(), in.Field)), sure)
	case *ssa.Field:
		w.refs(in, prefix.Plus(ssautil.FieldSel(in.X.Type(), in.Field)), sure)
	case *ssa.IndexAddr:
		if in.X == v {
			w.walk(in, prefix.Plus(elemSel(in.Index)), sure)
		}
	case *ssa.Index:
		if in.X == v {
			w.refs(in, prefix.Plus(elemSel(in.Index)), sure)
		}
	case *ssa.Lookup:
		if in.X == v && ssautil.SharesMemory(in.Type()) {
			for _, s := range w.a.keySels(in.Index) {
				w.walk(in, prefix.Plus(s), sure)
			}
		}
	case *ssa.UnOp:
		if in.Op == token.MUL {
			w.refs(in, prefix, sure)
		} else if in.Op == token.ARROW {
			w.refs(in, prefix.Plus(content.Sel{Kind: content.Elem}), false)
		}
	case *ssa.Range:
		w.ranged(in, prefix)
	case *ssa.Extract:
		w.extracted(in, prefix, sure)
	case *ssa.Phi:
		w.walk(in, prefix, false)
	case *ssa.MakeClosure:
		w.captured(v, in, prefix, sure)
	case ssa.CallInstruction:
		w.call(v, in, prefix, sure)
	case ssa.Value:
		if ssautil.Unwrap(in) != nil {
			w.walk(in, prefix, sure)
		}
	}
}

// refs goes on with a loaded value if it can share memory with the object.
func (w *walker) refs(v ssa.Value, prefix content.Path, sure bool) {
	if ssautil.SharesMemory(v.Type()) {
		w.walk(v, prefix, sure)
	}
}

func (w *walker) extracted(x *ssa.Extract, prefix content.Path, sure bool) {
	switch x.Tuple.(type) {
	case *ssa.TypeAssert, *ssa.Lookup, *ssa.UnOp:
		if x.Index == 0 {
			w.refs(x, prefix, sure)
		}
	}
}

func (w *walker) ranged(r *ssa.Range, prefix content.Path) {
	for _, ref := range *r.Referrers() {
		n, ok := ref.(*ssa.Next)
		if !ok || n.IsString {
			continue
		}
		for _, ref := range *n.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok && x.Index == 2 {
				w.refs(x, prefix.Plus(content.Sel{Kind: content.AnyKey}), false)
			}
		}
	}
}

func (w *walker) store(v ssa.Value, in *ssa.Store, prefix content.Path, sure bool) {
	if in.Addr == v {
		strong := sure && prefix.Exact()
		w.put(&effect{path: prefix, in: in, pos: in.Pos(), strong: strong, content: w.a.stored(in, strong), copied: in.Val})
		return
	}
	if ssautil.SharesMemory(in.Val.Type()) {
		k := keep{into: in.Addr, prefix: prefix, in: in}
		switch t := in.Val.Type(); t.Underlying().(type) {
		case *types.Struct, *types.Array:
			k.copied = t
		}
		w.r.kept = append(w.r.kept, k)
	}
}

// stored is the content of an assigned value; a constant remembers where.
func (a *Analysis) stored(in *ssa.Store, strong bool) func(content.Path, point) *content.Content {
	c, ok := in.Val.(*ssa.Const)
	if !ok {
		return func(rest content.Path, at point) *content.Content {
			return a.eval(in.Val, rest, a.keptFrom(in, in.Val, strong, at))
		}
	}
	near := in.Pos()
	if g, ok := in.Addr.(*ssa.Global); ok && !near.IsValid() {
		near = g.Pos()
	}
	return func(rest content.Path, _ point) *content.Content {
		n := *constContent(c, rest)
		n.Consts = slices.Clone(n.Consts)
		for i := range n.Consts {
			n.Consts[i].Near = near
		}
		return &n
	}
}

// contentOf is the content of a stored value, as of the time it is asked for
// if the value refers to shared memory.
func (a *Analysis) contentOf(v ssa.Value) func(content.Path, point) *content.Content {
	return func(rest content.Path, at point) *content.Content { return a.eval(v, rest, at) }
}

// maxNested bounds what calls do to one object. Payloads are written by a few
// helpers; an object that hundreds of calls change (a parser's state) becomes
// opaque instead. What its own function does is never dropped, nor a key that
// must not be sent.
const maxNested = 192

// giveUp says that more may be done to the object than was looked at.
func (w *walker) giveUp(in ssa.Instruction) {
	if !w.spent {
		w.spent = true
		w.r.effects = append(w.r.effects, anything(in))
	}
}

// anything is an effect that is not known; it may happen from in on.
func anything(in ssa.Instruction) *effect {
	return &effect{in: in, merge: true, later: true, content: func(content.Path, point) *content.Content { return content.Anything() }}
}

// forbids reports whether p leads through a key that must not be sent.
func (a *Analysis) forbids(p content.Path) bool {
	return slices.ContainsFunc(p, func(s content.Sel) bool { return s.Kind == content.Key && a.cfg.Class(s.Name) == pii.NeverSend })
}

func (w *walker) put(e *effect) {
	if e.deep > 0 {
		k := e.id()
		if i, ok := w.made[k]; ok && i < len(w.r.effects) && w.r.effects[i].id() == k {
			w.r.effects[i] = w.r.effects[i].with(e)
			return
		}
		if w.r.nested++; w.r.nested == maxNested {
			w.r.effects = append(w.r.effects, anything(e.in))
		}
		if w.r.nested >= maxNested && !w.a.forbids(e.path) {
			return
		}
		w.made[k] = len(w.r.effects)
	}
	w.r.effects = append(w.r.effects, e)
}

func (w *walker) update(v ssa.Value, in *ssa.MapUpdate, prefix content.Path, sure bool) {
	if in.Value == v && ssautil.SharesMemory(v.Type()) {
		for _, s := range w.a.keySels(in.Key) {
			w.r.kept = append(w.r.kept, keep{into: in.Map, sel: content.Path{s}, prefix: prefix, in: in})
		}
	}
	if in.Map != v {
		return
	}
	if src := w.a.rangeKey(in.Key); src != nil {
		w.put(w.a.copyLoop(in, src, prefix))
		return
	}
	w.entries(in, in.Key, prefix, sure, func(key content.Sel) func(content.Path, point) *content.Content {
		return func(rest content.Path, at point) *content.Content {
			return w.a.entry(in.Key, in.Value, key, rest, w.a.keptFrom(in, in.Value, false, at))
		}
	})
}

// entries puts one effect for each key that k may be.
func (w *walker) entries(in ssa.Instruction, k ssa.Value, prefix content.Path, sure bool, write func(content.Sel) func(content.Path, point) *content.Content) {
	c := w.a.eval(k, nil, w.a.pointOf(k))
	keys, all := c.Keys()
	for _, s := range keys {
		sel := content.Sel{Kind: content.Key, Name: s}
		w.put(&effect{
			path: prefix.Plus(sel), in: in, pos: in.Pos(), content: write(sel),
			strong: sure && prefix.Exact() && len(keys) == 1 && all,
		})
	}
	if !all {
		sel := content.Sel{Kind: content.AnyKey}
		w.put(&effect{path: prefix.Plus(sel), in: in, pos: in.Pos(), content: write(sel), keys: c.Refs})
	}
}

func (w *walker) send(v ssa.Value, in *ssa.Send, prefix content.Path) {
	if in.Chan == v {
		w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Elem}), in: in, pos: in.Pos(), late: true, content: w.a.contentOf(in.X)})
	}
	if in.X == v && ssautil.SharesMemory(v.Type()) {
		w.r.kept = append(w.r.kept, keep{into: in.Chan, sel: content.Path{{Kind: content.Elem}}, prefix: prefix, in: in})
	}
}

func (w *walker) selected(v ssa.Value, in *ssa.Select, prefix content.Path) {
	n := 2
	for _, st := range in.States {
		if !receives(st) {
			if st.Chan == v {
				w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Elem}), in: in, pos: st.Pos, late: true, content: w.a.contentOf(st.Send)})
			}
			continue
		}
		if st.Chan == v {
			for _, ref := range *in.Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == n {
					w.refs(x, prefix.Plus(content.Sel{Kind: content.Elem}), false)
				}
			}
		}
		n++
	}
}

func receives(st *ssa.SelectState) bool { return st.Dir == types.RecvOnly }

// receivedFrom is the selector that a channel receive adds; a load adds none.
func receivedFrom(v *ssa.UnOp) []content.Sel {
	if v.Op == token.ARROW {
		return []content.Sel{{Kind: content.Elem}}
	}
	return nil
}
