package flow

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
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
func (a *Analysis) rangeKey(k ssa.Value) *mapLoop {
	base, pre, post := affixes(k)
	l := a.loopOver(base)
	if l != nil {
		l.pre, l.post = pre, post
	}
	return l
}

func (a *Analysis) loopOver(base ssa.Value) *mapLoop {
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
	case *ssa.Parameter:
		if s := a.yields(v.Parent()); s != nil && s.keys && len(v.Parent().Params) > 0 && v.Parent().Params[0] == v && ssautil.IsMap(s.over.Type()) {
			return &mapLoop{over: s.over, next: v, k: v, body: v.Parent().Blocks[0]}
		}
	case *ssa.UnOp:
		if idx, ok := v.X.(*ssa.IndexAddr); ok && v.Op == token.MUL {
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
	for range maxPath {
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
			if s, ok := ssautil.Text(v.X); ok && v.Op == token.ADD {
				k, pre = v.Y, pre+s
				continue
			}
			if s, ok := ssautil.Text(v.Y); ok && v.Op == token.ADD {
				k, post = v.X, s+post
				continue
			}
		}
		return k, pre, post
	}
	return k, pre, post
}

var keepsWords = map[string]bool{
	"strings.ToLower": true, "strings.ToUpper": true, "strings.TrimSpace": true, "strings.Title": true,
	"strings.TrimPrefix": true, "strings.TrimSuffix": true, "strings.ReplaceAll": true, "strings.Clone": true,
}

// copyLoop is the effect of dst[k] = v in a loop over the map src: the
// entries of src that reach this line.
func (a *Analysis) copyLoop(in *ssa.MapUpdate, src *mapLoop, prefix content.Path) *effect {
	guard := a.guardOf(in, src)
	content := func(rest content.Path, at point) *content.Content {
		c := a.shallow(src.over, nil, a.pointOf(src.next), at)
		if guard != nil {
			c = c.Filter(guard)
		}
		c = a.mapped(c, in, src, at).Affix(src.pre, src.post, in.Pos())
		if len(rest) == 0 {
			return c
		}
		return c.Select(rest)
	}
	return &effect{path: prefix, in: in, pos: in.Pos(), merge: true, content: content}
}

// mapped replaces each entry's value by what the loop writes for it.
func (a *Analysis) mapped(c *content.Content, in *ssa.MapUpdate, src *mapLoop, at point) *content.Content {
	all := a.eval(in.Value, nil, at)
	says := len(all.Origins)+len(all.Refs)+len(all.Children) > 0 || all.Flags&content.Opaque != 0
	if says && dependsOn(in.Value, src) {
		return c
	}
	n := *c
	n.Children = nil
	for _, ch := range c.Children {
		x := *ch
		x.Val = a.entry(in.Key, in.Value, content.Sel{Kind: content.Key, Name: ch.Key}, nil, at)
		if !ch.Known {
			x.Val = a.eval(in.Value, nil, at)
		}
		n.Children = append(n.Children, &x)
	}
	if !all.Empty() && (len(c.Refs) > 0 || c.Flags&content.Opaque != 0) {
		n.Refs = nil
		n.Children = append(n.Children, &content.Child{Val: all, Pos: in.Pos()})
	}
	return &n
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
		case *ssa.Parameter:
			if p, ok := src.next.(*ssa.Parameter); ok && v.Parent() == p.Parent() && v != p {
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

// entry is what m[k] = v writes under the constant key: if v was looked up
// under the same k, what stood there.
func (a *Analysis) entry(k, v ssa.Value, key content.Sel, rest content.Path, at point) *content.Content {
	x := v
	for ssautil.Unwrap(x) != nil {
		x = ssautil.Unwrap(x)
	}
	if e, ok := x.(*ssa.Extract); ok && e.Index == 0 {
		if l, ok := e.Tuple.(*ssa.Lookup); ok {
			x = l
		}
	}
	look, ok := x.(*ssa.Lookup)
	if !ok || key.Kind != content.Key || !ssautil.IsMap(look.X.Type()) || sameWords(look.Index) != sameWords(k) && !sameVariable(look.Index, k) {
		return a.eval(v, rest, at)
	}
	c := a.at(look.X, content.Path{key}.Plus(rest...), 0, before(look), at)
	if content.Bare(rest) && !c.Settled() {
		return a.nameOrigin(c, key.Name, look.Pos(), look.Type())
	}
	return c
}

// sameVariable: two loads of one variable that is set once per iteration.
func sameVariable(x, y ssa.Value) bool {
	l, ok1 := x.(*ssa.UnOp)
	m, ok2 := y.(*ssa.UnOp)
	return ok1 && ok2 && l.X == m.X
}

// everyElement returns the constants that k takes one after the other in a
// loop over a constant array, if it takes all of them.
func (a *Analysis) everyElement(k ssa.Value) []string {
	load, ok := k.(*ssa.UnOp)
	if !ok {
		return nil
	}
	if _, ok := load.X.(*ssa.IndexAddr); !ok {
		return nil
	}
	keys, all := a.eval(k, nil, a.pointOf(k)).Keys()
	if !all {
		return nil
	}
	return keys
}

// loopOf returns the branch that decides whether the loop around in goes on:
// once control has left it, the body has run for every element.
func (a *Analysis) loopOf(in ssa.Instruction) ssa.Instruction {
	body := in.Block()
	for b := body.Idom(); b != nil; b = b.Idom() {
		br, ok := ssautil.Last(b).(*ssa.If)
		if !ok || !a.graph.AfterBlock(body)[b.Index] {
			continue
		}
		for _, s := range b.Succs {
			if s != body && !a.graph.AfterBlock(s)[body.Index] {
				return br
			}
		}
	}
	return in
}
