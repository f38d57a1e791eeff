package flow

import (
	"fmt"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A verdict is what is known of a condition for one key.
type verdict uint8

const (
	either verdict = iota
	yes
	no
	byKey // it depends on the key in a way that cannot be seen
)

// guardOf returns the filter that conditions on the key put on the entries
// that reach in: "if k == "ssn" { continue }", an allow-list, a switch, a
// predicate. Nil if there is none.
func (f *frame) guardOf(in ssa.Instruction, loop *mapLoop) *content.KeyFilter {
	if loop.body == nil || loop.body.Parent() != in.Parent() || !asksForKey(loop) {
		return nil
	}
	return &content.KeyFilter{
		ID: fmt.Sprintf("@%d", in.Pos()),
		Pass: func(key string) bool {
			t := f.tries(loop.k, key, loop.header())
			return t.arrives(loop.body, in.Block()) || *t.beyond
		},
	}
}

// asksForKey reports whether any condition in the loop depends on the key.
func asksForKey(loop *mapLoop) bool {
	header := loop.header()
	seen := map[*ssa.BasicBlock]bool{}
	for work := []*ssa.BasicBlock{loop.body}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] || b == header {
			continue
		}
		seen[b] = true
		if br, ok := ssautil.Last(b).(*ssa.If); ok && ssautil.ComputedFrom(br.Cond, func(v ssa.Value) bool { return v == loop.k || sameVariable(v, loop.k) }) {
			return true
		}
		work = append(work, b.Succs...)
	}
	return false
}

// A trial runs the conditions of a loop body for one key.
type trial struct {
	f      *frame
	k      ssa.Value
	key    string
	header *ssa.BasicBlock // of the loop; nil in a predicate
	deep   int
	beyond *bool // predicates ask predicates beyond limit.Predicates: the key passes
}

// tries is a trial for the key in a function, k in its code.
func (f *frame) tries(k ssa.Value, key string, header *ssa.BasicBlock) *trial {
	return &trial{f: f, k: k, key: key, header: header, beyond: new(bool)}
}

// arrives reports whether control can get from one block to another, taking
// the branches that the key decides. A branch on the key that cannot be
// decided, and that leads elsewhere on one side, is taken to be a filter that
// knows what it does.
func (t *trial) arrives(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	type step struct{ b, prev *ssa.BasicBlock }
	for work := []step{{from, nil}}; len(work) > 0; {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if s.b == to {
			return true
		}
		if seen[s.b] || s.b == t.header {
			continue
		}
		seen[s.b] = true
		for _, next := range t.branches(s.b, s.prev, to) {
			work = append(work, step{next, s.b})
		}
	}
	return false
}

// branches returns the blocks that follow b for the key.
func (t *trial) branches(b, prev, to *ssa.BasicBlock) []*ssa.BasicBlock {
	br, ok := ssautil.Last(b).(*ssa.If)
	if !ok {
		return b.Succs
	}
	switch t.cond(br.Cond, prev) {
	case yes:
		return b.Succs[:1]
	case no:
		return b.Succs[1:]
	case byKey:
		if !t.leads(b.Succs[0], to) || !t.leads(b.Succs[1], to) {
			return nil
		}
	}
	return b.Succs
}

// leads reports whether there is any way from one block to another within
// one round of the loop.
func (t *trial) leads(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	for work := []*ssa.BasicBlock{from}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b == to {
			return true
		}
		if !seen[b] && b != t.header {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return false
}

// cond decides a condition for the key.
func (t *trial) cond(v ssa.Value, prev *ssa.BasicBlock) verdict {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Bool {
			return verdictOf(constant.BoolVal(v.Value))
		}
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return t.cond(v.X, prev).not()
		}
	case *ssa.BinOp:
		return t.comparison(v)
	case *ssa.Call:
		return t.predicate(v)
	case *ssa.Lookup:
		if t.isKey(v.Index) && ssautil.IsMap(v.X.Type()) {
			return t.member(v, false)
		}
	case *ssa.Extract:
		if look, ok := v.Tuple.(*ssa.Lookup); ok && t.isKey(look.Index) {
			return t.member(look, v.Index == 1)
		}
	case *ssa.Phi:
		for i, p := range v.Block().Preds {
			if p == prev {
				return t.cond(v.Edges[i], p)
			}
		}
	}
	return either
}

func verdictOf(b bool) verdict {
	if b {
		return yes
	}
	return no
}

func (v verdict) not() verdict {
	switch v {
	case yes:
		return no
	case no:
		return yes
	}
	return v
}

func (t *trial) isKey(v ssa.Value) bool { return sameWords(v) == t.k || sameVariable(v, t.k) }

// text returns what v is for this key.
func (t *trial) text(v ssa.Value) (string, bool) {
	if v == t.k {
		return t.key, true
	}
	if s, ok := ssautil.Text(v); ok {
		return s, true
	}
	switch x := v.(type) {
	case *ssa.Call:
		fn := ssautil.Callee(x.Common())
		if fn == nil || len(x.Call.Args) == 0 {
			return "", false
		}
		s, ok := t.text(x.Call.Args[0])
		switch fn.FullName() {
		case "strings.ToLower":
			return strings.ToLower(s), ok
		case "strings.ToUpper":
			return strings.ToUpper(s), ok
		case "strings.TrimSpace":
			return strings.TrimSpace(s), ok
		}
	}
	if x := ssautil.Unwrap(v); x != nil {
		return t.text(x)
	}
	return "", false
}

func (t *trial) comparison(v *ssa.BinOp) verdict {
	x, ok1 := t.text(v.X)
	y, ok2 := t.text(v.Y)
	if !ok1 || !ok2 {
		return either
	}
	switch v.Op {
	case token.EQL:
		return verdictOf(x == y)
	case token.NEQ:
		return verdictOf(x != y)
	}
	return either
}

var textPredicates = map[string]func(string, string) bool{
	"strings.HasPrefix": strings.HasPrefix,
	"strings.HasSuffix": strings.HasSuffix,
	"strings.Contains":  strings.Contains,
	"strings.EqualFold": strings.EqualFold,
}

// predicate decides a call: of the strings package, of slices.Contains over
// a constant list, or of a function of this package.
func (t *trial) predicate(call *ssa.Call) verdict {
	mentions := false
	for _, arg := range ssautil.Args(call.Common()) {
		mentions = mentions || t.isKey(arg)
	}
	if !mentions {
		return either
	}
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return byKey
	}
	args := call.Call.Args
	if f := textPredicates[fn.FullName()]; f != nil {
		x, ok1 := t.text(args[0])
		y, ok2 := t.text(args[1])
		if ok1 && ok2 {
			return verdictOf(f(x, y))
		}
		return either
	}
	if fn.FullName() == "slices.Contains" {
		return t.listed(call, args[0])
	}
	return t.inside(call)
}

// listed decides membership in a list of constants.
func (t *trial) listed(call *ssa.Call, list ssa.Value) verdict {
	f := t.f
	v, typ := f.select1(f.last(call), f.value(list), list.Type(), content.Sel{Kind: content.Elem})
	keys, all := f.content(v, typ, f.last(call)).Keys()
	if !all {
		return byKey
	}
	return verdictOf(slices.Contains(keys, t.key))
}

// member decides m[k] for a map with constant keys. Of a map[string]bool the
// entries are taken to be true, unless false is written there.
func (t *trial) member(look *ssa.Lookup, present bool) verdict {
	f := t.f
	v := f.value(look.X)
	if len(v.refs) == 0 {
		return byKey
	}
	has := map[string]bool{}
	for _, p := range v.refs {
		n := f.node(f.last(look), p)
		if n.isOpen() || len(n.any) > 0 {
			return byKey
		}
		n.parts.each(func(k uint32, c *cell) bool {
			for _, e := range c.entries {
				if present || e.val != falseValue {
					has[f.a.in.sel(selID(k)).Name] = true
				}
			}
			return true
		})
	}
	return verdictOf(has[t.key])
}

// inside runs a predicate of this package for the key.
func (t *trial) inside(call *ssa.Call) verdict {
	fn := call.Call.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 {
		return byKey
	}
	if t.deep >= limit.Predicates.Max {
		t.f.a.tally.Reached(limit.Predicates)
		*t.beyond = true
		return byKey
	}
	var param *ssa.Parameter
	for i, arg := range call.Call.Args {
		if s, ok := t.text(arg); ok && s == t.key || t.isKey(arg) {
			param = fn.Params[i]
		}
	}
	if param == nil {
		return byKey
	}
	v := (&trial{f: t.f.a.frameOf(fn), k: param, key: t.key, deep: t.deep + 1, beyond: t.beyond}).decide(fn)
	if v == either {
		return byKey
	}
	return v
}

// decide runs fn, whose parameter is the key.
func (t *trial) decide(fn *ssa.Function) verdict {
	out, first := either, true
	for _, b := range fn.Blocks {
		ret, ok := ssautil.Last(b).(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		for _, v := range t.returns(fn.Blocks[0], ret) {
			if first {
				out, first = v, false
			} else if out != v {
				return byKey
			}
		}
	}
	return out
}

// returns lists what ret yields on the ways that lead to it for the key.
func (t *trial) returns(entry *ssa.BasicBlock, ret *ssa.Return) []verdict {
	if !t.arrives(entry, ret.Block()) {
		return nil
	}
	phi, ok := ret.Results[0].(*ssa.Phi)
	if !ok || phi.Block() != ret.Block() {
		return []verdict{t.cond(ret.Results[0], nil)}
	}
	var out []verdict
	for i, p := range phi.Block().Preds {
		if t.arrivesBy(entry, p, phi.Block()) {
			out = append(out, t.cond(phi.Edges[i], p))
		}
	}
	return out
}

// arrivesBy reports whether control can come to block b from its predecessor p.
func (t *trial) arrivesBy(entry, p, b *ssa.BasicBlock) bool {
	if p != entry && !t.arrives(entry, p) {
		return false
	}
	br, ok := ssautil.Last(p).(*ssa.If)
	if !ok {
		return true
	}
	switch t.cond(br.Cond, nil) {
	case yes:
		return p.Succs[0] == b
	case no:
		return p.Succs[1] == b
	}
	return true
}

// predicateFilter is the filter of maps.DeleteFunc(m, del): what del picks is
// removed.
func (f *frame) predicateFilter(in ssa.CallInstruction, del *value) *content.KeyFilter {
	return &content.KeyFilter{
		ID: fmt.Sprintf("-@%d", in.Pos()),
		Pass: func(key string) bool {
			if len(del.refs) != 1 || del.refs[0].obj.fn == nil {
				return true
			}
			fn := del.refs[0].obj.fn
			if len(fn.Params) == 0 || len(fn.Blocks) == 0 {
				return true
			}
			t := f.a.frameOf(fn).tries(fn.Params[0], key, nil)
			v := t.decide(fn)
			return *t.beyond || v != yes && v != byKey
		},
	}
}
