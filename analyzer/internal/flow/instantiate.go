package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// An instance is a summary as one call sees it: with the arguments in place of
// the parameters, and objects of the caller in place of those that the callee
// has made.
type instance struct {
	f       *frame
	sum     *summary
	call    *invocation
	closure *value // refers to the captured variables
	s       *state // before the call
	after   *state

	objects map[*object]*object
	vals    map[*value]*value
	applied map[content.Param]*value
	wrote   map[*object]*object // whose memory it was, of what was written
	writing *object             // whose memory is written
	overlap bool                // two parameters lead to one object
	pair    *pair               // the element of a list of pairs that is looked at
	weak    bool                // what is written may be written already
	into    types.Type          // of the object whose memory is written
}

// instantiate carries out a call that has the given summary.
func (f *frame) instantiate(sum *summary, call *invocation, closure *value) ([]*value, *state) {
	i := f.instance(sum, call, closure, call.s)
	i.carryOut()
	out := make([]*value, len(sum.results))
	for k, v := range sum.results {
		out[k] = i.value(v)
	}
	return out, i.after
}

func (f *frame) instance(sum *summary, call *invocation, closure *value, s *state) *instance {
	return &instance{
		f: f, sum: sum, call: call, closure: closure, s: s, after: s,
		objects: map[*object]*object{}, vals: map[*value]*value{}, applied: map[content.Param]*value{},
	}
}

// carryOut does to the caller's memory what the callee does. What the
// functions do that were passed comes on top of that, since the order is not
// known; and what they return may be part of what the callee has written.
func (i *instance) carryOut() {
	for _, h := range i.sum.memory {
		if h.obj.kind == allocated && !i.f.a.isShared(h.obj) {
			i.make(h.obj)
		}
	}
	for _, ap := range i.sum.applied {
		for _, r := range ap.results {
			i.applied[r] = nothing // until the function has run
		}
	}
	i.writeMemory(false)
	i.writeOver()
	if len(i.sum.applied) == 0 {
		return
	}
	before := i.s
	for _, ap := range i.sum.applied {
		i.apply(ap)
	}
	i.s, i.vals = before, map[*value]*value{}
	i.writeMemory(true)
}

// writeMemory writes what the objects hold when the callee returns. Again, it
// joins that to what is there.
func (i *instance) writeMemory(again bool) {
	for _, h := range i.sum.memory {
		switch h.obj.kind {
		case allocated:
			o := i.objects[h.obj]
			if o == nil {
				continue // shared: it is the same object everywhere
			}
			i.into = h.obj.typ
			v := i.value(h.val)
			i.into = nil
			if old, ok := i.after.mem.get(o.id); ok && (o.many || again) {
				v = join(old, v)
			}
			i.after = i.after.with(o, v)
		case given:
			i.weak, i.writing = again, h.obj
			i.overlay(h)
			i.weak, i.writing = false, nil
		}
	}
}

// writeOver writes what was written to an object that several parameters lead to
// once more: which write comes last is not known.
func (i *instance) writeOver() {
	if i.overlap {
		i.overlap = false
		i.writeMemory(true)
	}
}

// make gives the caller an object for one that the callee makes.
func (i *instance) make(o *object) {
	root, depth := any(o), o.depth+1
	switch {
	case o.in == i.f:
		root = o.origin()
	case depth > limit.Context.Max:
		i.f.a.tally.Reached(limit.Context)
		root = o.origin()
	}
	x, s := i.f.made(i.call.in, objectKey{i.call.in, root}, object{
		kind: allocated, site: o.site, typ: o.typ, fn: o.fn, lib: o.lib, far: o.far, many: o.many, root: o.origin(), depth: depth,
	}, i.after)
	i.objects[o], i.after = x, s
}

// origin is what made the object in the end.
func (o *object) origin() any {
	if o.root != nil {
		return o.root
	}
	return o.site
}

// value is v in terms of the caller.
func (i *instance) value(v *value) *value {
	if v.traitsOf()&symbolic == 0 {
		return v
	}
	if n := i.vals[v]; n != nil {
		return n
	}
	n := i.translated(v)
	i.vals[v] = n
	return n
}

func (i *instance) translated(v *value) *value {
	i.f.a.charge(v.c.Size())
	out := &value{c: i.own(v.c), len: v.len}
	out.parts = v.parts.transform(symbolic, func(_ uint32, c *cell) *cell {
		n := &cell{must: c.must}
		for _, e := range c.entries {
			n.entries = joinEntries(n.entries, i.entry(e))
		}
		return n
	})
	for _, e := range v.any {
		i.unknownEntry(out, e)
	}
	res := out
	for _, p := range v.refs {
		res = join(res, i.place(p))
	}
	for _, r := range v.c.Refs {
		res = i.joinRef(res, r)
	}
	return res
}

// own is what of a content does not depend on the callee's parameters.
func (i *instance) own(c *content.Content) *content.Content {
	if !hasRefs(c) {
		return c
	}
	n := *c
	n.Refs = nil
	for _, r := range c.Refs {
		if !i.binds(r.Param) {
			n.Refs = append(n.Refs, r)
		}
	}
	if !slices.ContainsFunc(c.Children, func(ch *content.Child) bool { return len(ch.KeyRefs) > 0 || hasRefs(ch.Val) }) {
		return &n
	}
	return i.substitution(false).content(&n)
}

// binds reports whether p is a parameter of the callee, or stands for what a
// function does that the call passes.
func (i *instance) binds(p content.Param) bool {
	if i.applied[p] != nil || slices.Contains(i.sum.params, p) {
		return true
	}
	port, ok := p.(*portValue)
	return ok && i.bringer(port) != nil
}

// joinRef adds what the caller passes for r. What is changed on the way is a
// copy; else it stays the thing itself.
func (i *instance) joinRef(v *value, r content.Ref) *value {
	if !i.binds(r.Param) {
		return v
	}
	r = i.pair.apply(r)
	arg := i.argument(r.Param)
	if plainRef(r) {
		got := i.encoded(i.passed(i.f.dig(i.moment(r.Param), arg, r.Param.Type(), r.Path), r), r)
		if len(got.refs) == 0 && !got.inline() {
			got = got.with(ofType(got.c, r))
		}
		return i.overlaid(v, got, r)
	}
	return join(v, of(i.substitution(false).ref(r)))
}

// overlaid is v, which says what was changed, over a copy of what got refers to.
func (i *instance) overlaid(v, got *value, r content.Ref) *value {
	base := i.f.copied(i.moment(r.Param), got, r.Gone)
	n := *v
	n.c = content.Join(v.c, base.c)
	hide := &union[*cell]{both: func(x, y *cell) *cell {
		if x.must {
			return x
		}
		return &cell{entries: joinEntries(x.entries, y.entries), must: y.must}
	}}
	n.parts = hide.run(v.parts, base.parts)
	n.any = joinEntries(v.any, base.any)
	if n.home == nil {
		n.home = base.home
	}
	return &n
}

// encoded is v as what a map holds that it was encoded and decoded into: of a
// struct, its JSON form.
func (i *instance) encoded(v *value, r content.Ref) *value {
	t := refType(r)
	if i.into == nil || !ssautil.IsMap(i.into) {
		return v
	}
	isStruct := func(t types.Type) bool { _, ok := structOrNil(t); return ok }
	if !isStruct(t) && !slices.ContainsFunc(v.refs, func(p place) bool { return isStruct(i.f.typeOf(p)) }) {
		return v
	}
	return fromContent(i.f, i.f.content(v, orAny(t), i.s))
}

// passed notes on what a call passes where that stands: it is what to change.
func (i *instance) passed(v *value, r content.Ref) *value {
	if len(v.c.Origins) == 0 && len(v.c.Consts) == 0 {
		return v
	}
	pos := i.substitution(false).argPos(r, token.NoPos)
	c := content.PassedAt(v.c, pos)
	if i.isLiteral(r) && slices.ContainsFunc(c.Consts, func(k content.Const) bool { return !k.Near.IsValid() }) {
		n := *c
		n.Consts = slices.Clone(c.Consts)
		for j := range n.Consts {
			if !n.Consts[j].Near.IsValid() {
				n.Consts[j].Near = pos
			}
		}
		c = &n
	}
	return v.with(c)
}

// isLiteral reports whether the call has a literal for the parameter of r.
func (i *instance) isLiteral(r content.Ref) bool {
	call, k := i.call.in, slices.Index(i.sum.params, r.Param)
	if i.call.shown != nil {
		call = i.call.shown
	}
	if call == nil || k < 0 || len(r.Path) > 0 {
		return false
	}
	_, ok := i.f.a.ArgumentExpr(call, k).(*ast.BasicLit)
	return ok
}

// plainRef: nothing was changed on the way but entries taken out.
func plainRef(r content.Ref) bool {
	return len(r.Filters)+len(r.Less) == 0 && r.Sanitizer == content.NotSanitizer && r.Fragment == "" && !r.Derived && !formatted(r.Path)
}

func formatted(p content.Path) bool {
	_, ok := p.Formatted()
	return ok
}

// argument is what the call passes for a parameter, or binds to a captured
// variable, or a function that it passes returns.
func (i *instance) argument(p content.Param) *value {
	if v := i.applied[p]; v != nil {
		return v
	}
	if port, ok := p.(*portValue); ok {
		return i.broughtBack(port)
	}
	k := slices.Index(i.sum.params, p)
	if k < 0 {
		return nothing
	}
	if k < len(i.call.args) && (i.sum.of == nil || k < len(i.sum.of.fn.Params)) {
		return i.call.args[k]
	}
	if i.sum.of == nil && k >= i.sum.own && i.closure != nil {
		return i.f.loadAll(&value{c: content.Nothing, refs: i.f.places(i.closure, i.f.bindingSel(k-i.sum.own))}, p.Type(), i.s)
	}
	if fv, ok := p.(*ssa.FreeVar); ok {
		return i.f.bound(i.s, i.closure, fv)
	}
	return unknownValue()
}

// moment is the state in which what p stands for is looked at: what functions
// have returned that were passed is there only after they have run.
func (i *instance) moment(p content.Param) *state {
	if _, ok := p.(*callResult); ok {
		return i.after
	}
	return i.s
}

// behindArg is what the call passes for the parameter that o belongs to: the
// reference to o.
func (i *instance) behindArg(o *object) *value {
	arg, t := i.argument(o.param), o.param.Type()
	for range o.level {
		t = ssautil.PointedTo(t)
		arg = i.f.loadAll(arg, t, i.s)
	}
	return arg
}

// bound is what the literal that closure refers to has captured as v.
func (f *frame) bound(s *state, closure *value, v *ssa.FreeVar) *value {
	if closure == nil {
		return unknownValue()
	}
	k := slices.Index(v.Parent().FreeVars, v)
	for _, p := range closure.refs { // a literal that another function has returned to nobody in view
		if o := p.obj; o.in != nil && o.in != f && !f.a.isShared(o) {
			return f.part(o.in.node(o.in.lastState(), p), f.bindingSel(k), &p, v.Type())
		}
	}
	return f.loadAll(&value{c: content.Nothing, refs: f.places(closure, f.bindingSel(k))}, v.Type(), s)
}

// place is what p of the callee is to the caller.
func (i *instance) place(p place) *value {
	switch o := p.obj; {
	case o.kind == given && o.param != nil && i.binds(o.param):
		r := i.pair.apply(content.Ref{Param: o.param, Path: i.f.a.in.content(p.path)})
		return shifted(i.passed(i.f.dig(i.moment(o.param), i.behindArg(o), o.param.Type(), r.Path), r), p.from)
	case i.objects[o] != nil:
		p.obj = i.objects[o]
		return refTo(p)
	default:
		return refTo(p)
	}
}

// shifted is the slice v from another element on.
func shifted(v *value, by int32) *value {
	if by == 0 || len(v.refs) == 0 {
		return v
	}
	n := *v
	n.refs = slices.Clone(v.refs)
	for k, p := range n.refs {
		if by == unknownIndex || p.from == unknownIndex {
			n.refs[k].from = unknownIndex
		} else {
			n.refs[k].from += by
		}
	}
	n.refs = sortPlaces(n.refs)
	return &n
}

// dig is the part of v, of type t, at q.
func (f *frame) dig(s *state, v *value, t types.Type, q content.Path) *value {
	for _, sel := range q {
		v, t = f.select1(s, v, t, sel)
	}
	return v
}

// follow gives the part of v at a path. What a list is called is said of its
// elements.
func (f *frame) follow(s *state, v *value, t types.Type, p content.Path) (*value, types.Type) {
	for _, sel := range p {
		list := v
		if v, t = f.select1(s, v, t, sel); sel.Kind == content.Elem {
			v = namedAfter(v, t, list)
		}
	}
	return v, t
}

// select1 is the part of v under one selector, through pointers.
func (f *frame) select1(s *state, v *value, t types.Type, sel content.Sel) (*value, types.Type) {
	if u, ok := structOfKey(t, sel); ok {
		return f.selectKey(s, v, t, u, sel)
	}
	id := f.a.in.id(sel)
	part := partType(t, sel)
	out := nothing
	for _, p := range f.through(s, v.refs) {
		pt := part
		if dyn := f.typeOf(p); pt == nil && dyn != nil {
			if u, ok := structOfKey(dyn, sel); ok {
				got, _ := f.selectKey(s, refTo(p), dyn, u, sel)
				out = join(out, got)
				continue
			}
			pt = partType(dyn, sel)
		}
		if pt == nil {
			pt = anyType
		}
		out = join(out, f.load(s, f.at(p, id), pt))
		if part == nil {
			part = pt
		}
	}
	if len(v.refs) == 0 || v.inline() || v.c != content.Nothing {
		got, _ := f.fieldAt(v, id, nil, orAny(part))
		out = join(out, got)
	}
	return out, part
}

var anyType types.Type = types.NewInterfaceType(nil, nil)

func orAny(t types.Type) types.Type {
	if t == nil {
		return anyType
	}
	return t
}

// structOfKey: a key of a struct is one of its JSON form.
func structOfKey(t types.Type, sel content.Sel) (*types.Struct, bool) {
	if t == nil || !content.IsKey(sel) || ssautil.IsWrapper(t) {
		return nil, false
	}
	return ssautil.Struct(t)
}

// selectKey is what the JSON form of a struct has under a key.
func (f *frame) selectKey(s *state, v *value, t types.Type, u *types.Struct, sel content.Sel) (*value, types.Type) {
	out := nothing
	var part types.Type
	for _, jf := range f.a.fieldsOf(u, false) {
		if sel.Kind == content.Key && jf.name != sel.Name {
			continue
		}
		got := v
		ft := t
		for _, fv := range jf.path {
			got, ft = f.select1(s, got, ft, content.Sel{Kind: content.Field, Name: fv.Name()})
		}
		c := f.a.fieldOrigin(got.c, jf.v, jf.mark, jf.v.Pos())
		out, part = join(out, got.with(c)), ft
	}
	return out, part
}

// overlay does to the caller's objects what the callee does to what a
// parameter points to.
func (i *instance) overlay(h holding) {
	if !i.binds(h.obj.param) {
		return
	}
	arg := i.behindArg(h.obj)
	i.over(h.val, arg.refs, content.Ref{Param: h.obj.param}, h.obj.typ)
	if len(arg.refs) == 0 && arg.home != nil {
		i.over(h.val, []place{*arg.home}, content.Ref{Param: h.obj.param}, h.obj.typ)
	}
}

// over writes what v says of the object that self stands for to the places in
// the caller.
func (i *instance) over(v *value, ps []place, self content.Ref, t types.Type) {
	if len(ps) == 0 {
		return
	}
	kept, rest := i.splitSelf(v.c, self)
	strong := single(ps)
	if !kept {
		i.write(ps, write{val: i.value(v), strong: strong})
		return
	}
	if rest != content.Nothing {
		i.write(ps, write{val: i.value(of(rest))}) // a copy of what it refers to
	}
	i.removed(v.c, ps, self, strong)
	v.parts.each(func(k uint32, c *cell) bool {
		i.overPart(selID(k), c, ps, self, t)
		return true
	})
	for _, e := range v.any {
		for _, x := range i.unknownKey(e) {
			for _, p := range ps {
				if e.gone {
					i.goneUnder(p, x, strong)
					continue
				}
				sel := x.sel
				if sel == anyKey && e.elem {
					sel = anyElem
				}
				i.store(i.f.at(p, sel), write{val: x.e.val, pos: x.e.pos, key: x.e.key})
			}
		}
	}
}

// goneUnder takes away the entry under a key that the call has decided.
func (i *instance) goneUnder(p place, x keyed, strong bool) {
	w := write{val: nothing, pos: x.e.pos, strong: strong, gone: true, key: x.e.key}
	if x.sel != anyKey || len(x.e.refs()) > 0 {
		i.store(i.f.at(p, x.sel), w)
	}
}

// removed takes away what the callee has filtered out as a whole.
func (i *instance) removed(c *content.Content, ps []place, self content.Ref, strong bool) {
	isSelf := func(r content.Ref) bool { return r.Param == self.Param && slices.Equal(r.Path, self.Path) }
	isWhole := func(r content.Ref) bool { return isSelf(r) && len(r.Gone)+len(r.Filters) == 0 }
	if !strong || slices.ContainsFunc(c.Refs, isWhole) {
		return // a filtered copy may be in it, beside all that was
	}
	for _, r := range c.Refs {
		if !isSelf(r) {
			continue
		}
		for _, k := range r.Gone {
			i.store(i.f.at(ps[0], i.f.a.in.id(content.Sel{Kind: content.Key, Name: k})), write{val: nothing, strong: true, gone: true})
		}
		for _, f := range r.Filters {
			i.after = i.f.filterPlace(i.after, ps[0], f)
		}
	}
}

// splitSelf takes the reference to the object itself out of what is known of
// it. Without one, the object was replaced.
func (i *instance) splitSelf(c *content.Content, self content.Ref) (kept bool, rest *content.Content) {
	n := *c
	n.Refs = nil
	for _, r := range c.Refs {
		if r.Param == self.Param && slices.Equal(r.Path, self.Path) && r.Sanitizer == content.NotSanitizer && r.Fragment == "" && !r.Derived {
			kept = true
		} else {
			n.Refs = append(n.Refs, r)
		}
	}
	if len(n.Refs) == 0 && n.Flags == 0 && len(n.Consts)+len(n.Origins)+len(n.Children) == 0 {
		return kept, content.Nothing
	}
	return kept, &n
}

func (i *instance) overPart(id selID, c *cell, ps []place, self content.Ref, t types.Type) {
	sel := i.f.a.in.sel(id)
	inner := self
	inner.Path = self.Path.Plus(sel)
	part := partType(t, sel)
	strong := c.must && single(ps)
	targets := make([]place, 0, len(ps))
	for _, p := range ps {
		targets = append(targets, i.f.at(p, id))
	}
	if len(c.entries) == 0 {
		for _, p := range targets {
			i.store(p, write{val: nothing, strong: strong, gone: true})
		}
		return
	}
	for k, e := range c.entries {
		if kept, _ := i.splitSelf(e.val.c, inner); kept {
			i.over(e.val, i.behind(targets, part), inner, part)
			continue
		}
		for _, p := range targets {
			i.store(p, write{val: i.value(e.val), pos: e.pos, strong: strong && k == 0})
		}
	}
}

// behind are the places that a part refers to in the caller, if it is a
// pointer there, else its own.
func (i *instance) behind(ps []place, t types.Type) []place {
	if t == nil || !isReference(t) {
		return ps
	}
	var out []place
	for _, p := range ps {
		if v := i.f.load(i.s, p, t); len(v.refs) > 0 {
			out = append(out, v.refs...)
		} else {
			out = append(out, p)
		}
	}
	return sortPlaces(out)
}

func (i *instance) write(ps []place, w write) {
	for _, p := range ps {
		i.store(p, w)
	}
}

func (i *instance) store(p place, w write) {
	if i.writing != nil {
		of, ok := i.wrote[p.obj]
		if i.wrote == nil {
			i.wrote = map[*object]*object{}
		}
		if !ok {
			i.wrote[p.obj] = i.writing
		}
		i.overlap = i.overlap || ok && of != i.writing
	}
	w.strong = w.strong && !i.weak
	i.after = i.f.store(i.after, p, w)
}

// entry is e in terms of the caller. What stood nowhere in the callee may
// stand in what the caller passes.
func (i *instance) entry(e entry) []entry {
	if refs := e.val.c.Refs; !e.pos.IsValid() && len(refs) == 1 {
		e.pos = i.writtenAt(refs[0])
	}
	e.val = i.value(e.val)
	return []entry{e}
}

// writtenAt is where the caller has written what r stands for, if it has.
func (i *instance) writtenAt(r content.Ref) token.Pos {
	n := len(r.Path)
	if n == 0 || !i.binds(r.Param) {
		return token.NoPos
	}
	owner := i.f.dig(i.s, i.argument(r.Param), r.Param.Type(), r.Path[:n-1])
	id := i.f.a.in.id(r.Path[n-1])
	pos := lastWrite(owner, id)
	for _, p := range owner.refs {
		pos = max(pos, lastWrite(i.f.node(i.s, p), id))
	}
	return pos
}

// A keyed is an entry whose key a call has decided, or not.
type keyed struct {
	sel selID
	e   entry
}

// unknownEntry adds an entry whose key is not known to the callee, which the
// call may decide.
func (i *instance) unknownEntry(v *value, e entry) {
	for _, x := range i.unknownKey(e) {
		if e.gone {
			continue
		}
		if x.sel == anyKey {
			v.any = joinEntries(v.any, []entry{x.e})
			continue
		}
		c := &cell{entries: []entry{x.e}}
		if old, ok := v.parts.get(uint32(x.sel)); ok {
			c = joinCells(old.maybe(), c)
		}
		v.parts = v.parts.set(uint32(x.sel), c)
	}
}

// unknownKey is an entry under a key that depends on parameters: one for each
// key that the call passes.
func (i *instance) unknownKey(e entry) []keyed {
	if len(e.refs()) == 0 {
		e.val = i.value(e.val)
		return []keyed{{anyKey, e}}
	}
	if out, ok := i.pairs(e); ok {
		return out
	}
	var out []keyed
	for _, ch := range i.substitution(false).child(&content.Child{KeyRefs: e.refs(), Open: isOpenKey(e.known()), Sanitizer: e.san, Val: content.Nothing, Pos: e.pos}) {
		x := e
		x.pos, x.san, x.val = ch.Pos, ch.Sanitizer, i.value(e.val)
		if ch.Known {
			x.key = nil
			out = append(out, keyed{i.f.a.in.id(content.Sel{Kind: content.Key, Name: ch.Key}), x})
			continue
		}
		k := *e.known()
		k.Refs = ch.KeyRefs
		if ch.Open {
			k.Flags |= content.Unknown
		}
		x.key = &k
		out = append(out, keyed{anyKey, x})
	}
	return out
}

// pairs takes an entry that is written in a loop over pairs apart into those
// that the call passes.
func (i *instance) pairs(e entry) ([]keyed, bool) {
	sub := i.substitution(false)
	first := sub.firstPair(e.refs())
	if i.pair != nil || first == nil {
		return nil, false
	}
	defer func(vals map[*value]*value) { i.pair, i.vals = nil, vals }(i.vals)
	var out []keyed
	for p := first; p.key < 2*limit.Pairs.Max; p.key += 2 {
		sub.pair, i.pair, i.vals = p, p, map[*value]*value{}
		k := sub.ref(e.refs()[0])
		if k.Empty() {
			return out, true
		}
		names, all := k.Keys()
		x := e
		x.val, x.pos = i.value(e.val), sub.argPos(e.refs()[0], e.pos)
		for _, name := range names {
			x.key = nil
			out = append(out, keyed{i.f.a.in.id(content.Sel{Kind: content.Key, Name: name}), x})
		}
		if !all {
			x.key = k
			out = append(out, keyed{anyKey, x})
		}
	}
	i.f.a.tally.Reached(limit.Pairs)
	return nil, false
}

// apply carries out the call of a function that was passed.
func (i *instance) apply(ap application) {
	fn := i.place(ap.fn)
	i.s = i.after
	inner := &invocation{f: i.f, in: i.call.in, shown: ap.in, com: ap.com, s: i.after, deep: i.call.deep + 1}
	for _, v := range ap.args {
		inner.args = append(inner.args, i.value(v))
	}
	if inner.deep > limit.Callbacks.Max {
		i.f.a.tally.Reached(limit.Callbacks)
		for _, r := range ap.results {
			i.applied[r] = widen(unknownValue(), limit.Callbacks)
		}
		i.after = i.f.havoc(i.after, inner.args, limit.Callbacks)
		i.s = i.after
		return
	}
	ts, complete := inner.values(fn)
	out := make([]*value, len(ap.results))
	after := i.after
	for _, t := range ts {
		res, s := inner.run(t)
		if s == nil {
			continue
		}
		if ap.must && complete && len(ts) == 1 {
			after = s
		} else {
			after = i.f.joinStates(after, s)
		}
		joinResults(out, res)
	}
	i.after = after
	for k, r := range ap.results {
		i.applied[r] = out[k]
		if !complete {
			i.applied[r] = join(out[k], i.f.a.broughtBy(r))
		}
		if i.applied[r] == nil {
			i.applied[r] = nothing
		}
	}
	i.s = i.after
}
