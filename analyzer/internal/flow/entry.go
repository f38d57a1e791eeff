package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// setter returns the entry that a method writes: of an SDK's maps, or of
// those of the standard library.
func (a *Analysis) setter(fn *types.Func) (Setter, bool) {
	switch fn.FullName() {
	case "(net/url.Values).Set", "(net/url.Values).Add", "(net/http.Header).Set", "(net/http.Header).Add":
		return Setter{KeyArg: 0, ValueArg: 1}, true
	}
	return a.cfg.Setter(fn)
}

// setEntry: a setter writes an entry and returns its receiver.
func (i *invocation) setEntry(set Setter) (*value, *state) {
	val := i.args[set.ValueArg+1]
	m := i.args[0]
	s := i.s
	if set.Key != "" {
		s = i.f.put(m, i.f.a.in.id(content.Sel{Kind: content.Key, Name: set.Key}), val, i.in.Pos(), true, s)
	} else {
		s = i.f.putUnder(m, ssautil.Args(i.com)[set.KeyArg+1], val, nil, i.in.Pos(), s)
	}
	return m, s
}

// put writes an entry of what m refers to.
func (f *frame) put(m *value, sel selID, val *value, pos token.Pos, strong bool, s *state) *state {
	w := write{val: val, pos: pos, strong: strong && single(m.refs)}
	for _, p := range m.refs {
		s = f.store(s, f.at(p, sel), w)
	}
	return s
}

// putUnder writes val for each key that k may be; under, if not nil, says what
// else it is under a certain key.
func (f *frame) putUnder(m *value, k ssa.Value, val *value, under func(string, *state) *value, pos token.Pos, s *state) *state {
	c := f.keyContent(k, s)
	keys, all := c.Keys()
	for _, key := range keys {
		v := val
		if under != nil {
			v = under(key, s)
		}
		s = f.put(m, f.a.in.id(content.Sel{Kind: content.Key, Name: key}), v, pos, len(keys) == 1 && all, s)
	}
	if !all {
		w := write{val: val, pos: pos, key: unconst(c)}
		for _, p := range m.refs {
			s = f.store(s, f.at(p, anyKey), w)
		}
	}
	return s
}

// unconst is a key without the constants that it may be, which have entries
// of their own.
func unconst(c *content.Content) *content.Content {
	n := *c
	n.Consts = nil
	for _, k := range c.Consts {
		if k.Derived {
			n.Consts = append(n.Consts, k)
		}
	}
	return &n
}

// update is m[k] = v.
func (f *frame) update(in *ssa.MapUpdate, s *state) *state {
	m := f.value(in.Map)
	if src := f.rangeKey(in.Key); src != nil {
		return f.copyEntry(in, m, src, s)
	}
	val := f.value(in.Value)
	under := func(key string, s *state) *value { return f.entryValue(in.Key, in.Value, val, key, s) }
	return f.putUnder(m, in.Key, val, under, in.Pos(), s)
}

// entryValue is what m[k] = v writes under the constant key: if v was looked
// up under the same k, what stood there.
func (f *frame) entryValue(k, v ssa.Value, val *value, key string, s *state) *value {
	look := lookupOf(v)
	if look == nil || !ssautil.IsMap(look.X.Type()) || sameWords(look.Index) != sameWords(k) && !sameVariable(look.Index, k) {
		return val
	}
	t := orAny(elemType(look.X.Type()))
	m := f.value(look.X)
	sel := content.Sel{Kind: content.Key, Name: key}
	got := f.loadAll(&value{c: content.Nothing, refs: f.places(m, f.a.in.id(sel))}, t, s)
	if len(m.refs) == 0 {
		got = of(m.c.Select(content.Path{sel}))
	}
	if ssautil.HoldsDatum(look.Type()) {
		got = f.namedBy(got, key, look.Pos(), t, s)
	}
	return got
}

// lookupOf is the look-up in a map that v is the result of.
func lookupOf(v ssa.Value) *ssa.Lookup {
	for ssautil.Unwrap(v) != nil {
		v = ssautil.Unwrap(v)
	}
	if e, ok := v.(*ssa.Extract); ok && e.Index == 0 {
		if l, ok := e.Tuple.(*ssa.Lookup); ok {
			return l
		}
	}
	l, _ := v.(*ssa.Lookup)
	return l
}

// deleted: delete(m, k), for a constant key, a key that the caller chooses,
// each key of a constant list, or the keys that a loop over m picks.
func (f *frame) deleted(in ssa.CallInstruction, m, k ssa.Value, s *state) *state {
	if br := f.loopOf(in); br != nil && f.in[in.Block().Index] != nil {
		defer f.mark(br.Block())
	}
	v := f.value(m)
	gone := write{val: nothing, gone: true, strong: single(v.refs)}
	if loop := f.rangeKey(k); loop != nil {
		if guard := f.guardOf(in, loop); guard != nil && gone.strong {
			picked := &content.KeyFilter{ID: "!" + guard.ID, Pass: func(key string) bool { return !guard.Pass(key) }}
			f.whenLeft(in, func(s *state) *state { return f.filterPlace(s, v.refs[0], picked) })
		}
		return s
	}
	c := f.content(f.value(k), k.Type(), s)
	keys, all := c.Keys()
	switch {
	case all && len(keys) == 1:
		for _, p := range v.refs {
			s = f.store(s, f.at(p, f.a.in.id(content.Sel{Kind: content.Key, Name: keys[0]})), gone)
		}
	case len(c.Refs) > 0 && len(keys) == 0:
		s = f.deleteUnder(v, c, s)
		s = f.deleteChosen(in, v, k, c, s)
	case all && isElement(k) && gone.strong && f.everyRound(in):
		f.whenLeft(in, func(s *state) *state {
			for _, key := range keys {
				s = f.store(s, f.at(v.refs[0], f.a.in.id(content.Sel{Kind: content.Key, Name: key})), gone)
			}
			return s
		})
	}
	return s
}

// isElement: k is an element of a list, in a loop over it.
func isElement(k ssa.Value) bool {
	load, ok := k.(*ssa.UnOp)
	if !ok {
		return false
	}
	_, ok = load.X.(*ssa.IndexAddr)
	return ok
}

// deleteChosen takes the entries out of a copy of what callers pass that stand
// under keys that they choose, one or, in a loop, a list of them.
func (f *frame) deleteChosen(in ssa.CallInstruction, m *value, k ssa.Value, key *content.Content, s *state) *state {
	if !single(m.refs) || m.refs[0].obj.kind == given || len(key.Origins)+len(key.Consts) > 0 {
		return s
	}
	do := func(s *state) *state {
		n := *f.node(s, m.refs[0])
		n.c = n.c.Lessen(key.Refs)
		return f.store(s, m.refs[0], write{val: &n, strong: true})
	}
	switch {
	case !isElement(k) && f.loopOf(in) == nil:
		return do(s)
	case isElement(k) && f.everyRound(in):
		f.whenLeft(in, do)
	}
	return s
}

// deleteUnder removes the entry under a key that callers choose.
func (f *frame) deleteUnder(m *value, key *content.Content, s *state) *state {
	for _, p := range m.refs {
		s = f.store(s, f.at(p, anyKey), write{val: nothing, gone: true, key: key})
	}
	return s
}
