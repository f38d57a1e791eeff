package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A mapLoop is a loop over the keys of a map: k is the key, body the first
// block that runs for each.
type mapLoop struct {
	over ssa.Value
	next ssa.Value // tuple or call that the loop's values are taken from
	pre  string    // what the loop puts before each key
	post string    // ... and after it
	k    ssa.Value
	body *ssa.BasicBlock
}

// header returns the block that decides whether there is another round.
func (l *mapLoop) header() *ssa.BasicBlock {
	if in, ok := l.next.(ssa.Instruction); ok && in.Block() != l.body {
		return in.Block()
	}
	if l.next.Parent() != nil && l.body != nil && l.body.Idom() != nil {
		return l.body.Idom()
	}
	return nil
}

// rangeKey returns the loop that k is the key of, if k is the key of a range
// over a map, or a key taken from the map's sorted keys.
func (f *frame) rangeKey(k ssa.Value) *mapLoop {
	base, pre, post := affixes(k)
	l := f.loopOver(base)
	if l != nil {
		l.pre, l.post = pre, post
	}
	return l
}

func (f *frame) loopOver(base ssa.Value) *mapLoop {
	switch v := base.(type) {
	case *ssa.Extract:
		n, ok := v.Tuple.(*ssa.Next)
		if !ok || v.Index != 1 || n.IsString {
			return nil
		}
		rng, ok := n.Iter.(*ssa.Range)
		if !ok || !ssautil.IsMap(rng.X.Type()) {
			return nil
		}
		return &mapLoop{over: rng.X, next: n, k: v, body: loopBody(n)}
	case *ssa.UnOp:
		if idx, ok := v.X.(*ssa.IndexAddr); ok {
			if over := sortedKeysOf(idx.X); over != nil {
				return &mapLoop{over: over, next: v, k: v, body: v.Block()}
			}
		}
	}
	return nil
}

// sortedKeysOf: slices.Sorted(maps.Keys(m)), slices.Collect(maps.Keys(m)).
func sortedKeysOf(v ssa.Value) ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return nil
	}
	fn := ssautil.Callee(call.Common())
	if fn == nil || fn.FullName() != "slices.Sorted" && fn.FullName() != "slices.Collect" {
		return nil
	}
	keys, ok := call.Call.Args[0].(*ssa.Call)
	if !ok {
		return nil
	}
	if kf := ssautil.Callee(keys.Common()); kf != nil && kf.FullName() == "maps.Keys" {
		return keys.Call.Args[0]
	}
	return nil
}

// loopBody returns the block that runs for each entry.
func loopBody(n *ssa.Next) *ssa.BasicBlock {
	b := n.Block()
	if br, ok := ssautil.Last(b).(*ssa.If); ok {
		if x, ok := br.Cond.(*ssa.Extract); ok && x.Tuple == ssa.Value(n) {
			return b.Succs[0]
		}
	}
	return b
}

// sameWords strips what does not change the words of a key.
func sameWords(k ssa.Value) ssa.Value {
	base, _, _ := affixes(k)
	return base
}

// affixes strips what does not change the words of a key (conversions, case,
// white space), and constants that are put before or after it.
func affixes(k ssa.Value) (base ssa.Value, pre, post string) {
	for {
		if x := ssautil.Unwrap(k); x != nil {
			k = x
			continue
		}
		switch v := k.(type) {
		case *ssa.Call:
			fn := ssautil.Callee(v.Common())
			if fn == nil || !keepsWords[fn.FullName()] || len(v.Call.Args) == 0 {
				return k, pre, post
			}
			k = v.Call.Args[0]
			continue
		case *ssa.BinOp:
			if s, ok := ssautil.Text(v.X); ok {
				k, pre = v.Y, pre+s
				continue
			}
			if s, ok := ssautil.Text(v.Y); ok {
				k, post = v.X, s+post
				continue
			}
		}
		return k, pre, post
	}
}

var keepsWords = map[string]bool{
	"strings.ToLower": true, "strings.ToUpper": true, "strings.TrimSpace": true, "strings.Title": true,
	"strings.TrimPrefix": true, "strings.TrimSuffix": true, "strings.ReplaceAll": true, "strings.Clone": true,
}

// sameVariable: two loads of one variable that is set once per iteration.
func sameVariable(x, y ssa.Value) bool {
	l, ok1 := x.(*ssa.UnOp)
	m, ok2 := y.(*ssa.UnOp)
	return ok1 && ok2 && l.X == m.X
}

// copyEntry is dst[k] = v in a loop over the map src: the entries of src that
// reach this line.
func (f *frame) copyEntry(in *ssa.MapUpdate, dst *value, src *mapLoop, s *state) *state {
	guard := f.guardOf(in, src)
	val := f.value(in.Value)
	all := f.content(val, in.Value.Type(), s)
	says := len(all.Origins)+len(all.Refs)+len(all.Children) > 0 || all.Flags&content.Opaque != 0
	asIs := says && dependsOn(in.Value, src)
	over := f.value(src.over)
	var got *value
	for _, p := range over.refs {
		got = join(got, f.node(s, p))
	}
	if len(over.refs) == 0 {
		got = of(over.c)
	}
	if guard != nil {
		got = f.filtered(got, guard)
	}
	n := f.entriesOf(got, in, src, asIs, val, s)
	for _, p := range dst.refs {
		s = f.store(s, p, write{val: n})
	}
	return s
}

// entriesOf is what a loop over the map n writes into another one: the same
// entries, or what it makes of them.
func (f *frame) entriesOf(n *value, in *ssa.MapUpdate, src *mapLoop, asIs bool, val *value, s *state) *value {
	out := &value{c: n.c}
	if !asIs && n.isOpen() {
		out.c = content.Nothing
		out.any = []entry{{val: val, pos: in.Pos()}}
	}
	if src.pre+src.post != "" {
		out.c = out.c.Affix(src.pre, src.post, in.Pos())
	}
	n.parts.each(func(k uint32, c *cell) bool {
		sel := f.a.in.sel(selID(k))
		es := make([]entry, len(c.entries))
		for j, e := range c.entries {
			if !asIs {
				e.val = f.entryValue(in.Key, in.Value, val, sel.Name, s)
			}
			if src.pre+src.post != "" {
				e.pos = in.Pos()
			}
			es[j] = e
		}
		if src.pre+src.post != "" && sel.Kind == content.Key {
			sel.Name = src.pre + sel.Name + src.post
		}
		if len(es) > 0 {
			out.parts = out.parts.set(uint32(f.a.in.id(sel)), &cell{entries: es})
		}
		return true
	})
	for _, e := range n.any {
		if !asIs {
			e.val = val
		}
		out.any = joinEntries(out.any, []entry{e})
	}
	return out
}

// filtered is the map n with the entries that a filter lets through.
func (f *frame) filtered(n *value, by *content.KeyFilter) *value {
	if n == nil {
		return nothing
	}
	out := *n
	out.c = n.c.Filter(by)
	n.parts.each(func(k uint32, _ *cell) bool {
		if sel := f.a.in.sel(selID(k)); sel.Kind == content.Key && !by.Pass(sel.Name) {
			out.parts = out.parts.without(k)
		}
		return true
	})
	return &out
}

// filterPlace takes out of the map at p what a filter does not let through.
func (f *frame) filterPlace(s *state, p place, by *content.KeyFilter) *state {
	return f.store(s, p, write{val: f.filtered(f.node(s, p), by), strong: true})
}

// copied is a map of its own with the entries of the one that v refers to,
// without some.
func (f *frame) copied(s *state, v *value, gone []string) *value {
	var n *value
	for _, p := range f.throughAll(s, v.refs) {
		n = join(n, f.node(s, p))
	}
	if n == nil || v.c != content.Nothing || v.inline() {
		n = join(n, &value{c: v.c, parts: v.parts, any: v.any, home: v.home})
	}
	if len(gone) == 0 {
		return n
	}
	out := *n
	out.c = n.c.Without(setOf(gone))
	for _, k := range gone {
		out.parts = out.parts.without(uint32(f.a.in.id(content.Sel{Kind: content.Key, Name: k})))
	}
	return &out
}

// dependsOn reports whether v is made of the loop's current value.
func dependsOn(v ssa.Value, src *mapLoop) bool {
	seen := map[ssa.Value]bool{}
	var visit func(ssa.Value) bool
	visit = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Extract:
			if v.Tuple == src.next && v.Index == 2 {
				return true
			}
		case *ssa.Call: // what a function in the map returns is not in the map
			return slices.ContainsFunc(ssautil.Args(v.Common()), visit)
		case *ssa.Lookup:
			if v.X == src.over && sameWords(v.Index) == src.k {
				return true
			}
		}
		in, ok := v.(ssa.Instruction)
		if !ok {
			return false
		}
		for _, op := range in.Operands(nil) {
			if *op != nil && visit(*op) {
				return true
			}
		}
		return false
	}
	return visit(v)
}

// edge is what holds on the way from b to its i-th successor.
func (f *frame) edge(b *ssa.BasicBlock, i int, s *state) *state {
	br, ok := ssautil.Last(b).(*ssa.If)
	if !ok {
		return s
	}
	s = f.refined(br, i == 0, s)
	leaves := func(in ssa.Instruction) bool {
		return !f.a.graph.AfterBlock(b.Succs[i])[in.Block().Index] && b.Succs[i] != in.Block()
	}
	for _, in := range f.waiting[br] {
		if leaves(in) && f.points[in.Block().Index] == nil {
			return nil // until it is known what the loop does
		}
	}
	for _, e := range f.exits[br] {
		if s != nil && leaves(e.by) {
			s = e.do(s)
		}
	}
	return s
}

// deletions are the calls of delete in loops, by the branch that leaves the
// loop: what it has deleted is known when it was gone through.
func (f *frame) deletions() map[ssa.Instruction][]ssa.Instruction {
	var out map[ssa.Instruction][]ssa.Instruction
	for _, b := range f.order {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if bi, ok := call.Call.Value.(*ssa.Builtin); !ok || bi.Name() != "delete" {
				continue
			}
			if br := f.loopOf(in); br != nil {
				if out == nil {
					out = map[ssa.Instruction][]ssa.Instruction{}
				}
				out[br] = append(out[br], in)
			}
		}
	}
	return out
}

// refined is s where a condition holds, or does not: of "_, ok := m[k]", there
// is no entry where ok is false.
func (f *frame) refined(br *ssa.If, holds bool, s *state) *state {
	x, ok := br.Cond.(*ssa.Extract)
	if !ok || x.Index != 1 || holds {
		return s
	}
	look, ok := x.Tuple.(*ssa.Lookup)
	if !ok || !ssautil.IsMap(look.X.Type()) {
		return s
	}
	key, ok := ssautil.Text(look.Index)
	m := f.value(look.X)
	if !ok || !single(m.refs) {
		return s
	}
	return f.store(s, f.at(m.refs[0], f.a.in.id(content.Sel{Kind: content.Key, Name: key})), write{val: nothing, gone: true, strong: true})
}

// whenLeft notes what a loop has done when control has left it.
func (f *frame) whenLeft(in ssa.Instruction, do func(*state) *state) {
	br := f.loopOf(in)
	if br == nil {
		return
	}
	for i, e := range f.exits[br] {
		if e.by == in {
			f.exits[br][i].do = do
			return
		}
	}
	f.exits[br] = append(f.exits[br], exitEffect{in, do})
	f.mark(br.Block())
}

// loopOf returns the branch that decides whether the loop around in goes on:
// once control has left it, the body has run for every element.
func (f *frame) loopOf(in ssa.Instruction) ssa.Instruction {
	body := in.Block()
	for b := body.Idom(); b != nil; b = b.Idom() {
		br, ok := ssautil.Last(b).(*ssa.If)
		if !ok || !f.a.graph.AfterBlock(body)[b.Index] {
			continue
		}
		for _, s := range b.Succs {
			if s != body && !f.a.graph.AfterBlock(s)[body.Index] {
				return br
			}
		}
	}
	return nil
}

// everyRound reports whether in runs in every round of the loop around it.
func (f *frame) everyRound(in ssa.Instruction) bool {
	br := f.loopOf(in)
	if br == nil {
		return false
	}
	for _, p := range br.Block().Preds {
		if f.a.graph.AfterBlock(in.Block())[p.Index] || p == in.Block() {
			if !in.Block().Dominates(p) && f.a.graph.AfterBlock(br.Block())[p.Index] {
				return false
			}
		}
	}
	return true
}

// last is the state in which v was computed, or the one in which the function
// returns.
func (f *frame) last(v ssa.Value) *state {
	if in, ok := v.(ssa.Instruction); ok && in.Parent() == f.fn {
		if ps := f.points[in.Block().Index]; ps != nil {
			if s := ps[f.a.graph.Index(in)]; s != nil {
				return s
			}
		}
	}
	if f.exit != nil {
		return f.exit
	}
	return &state{}
}

var falseValue = &value{c: content.Inert}
