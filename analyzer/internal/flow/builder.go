package flow

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A builder joins contents. As long as it was given one only, it holds that
// one and copies nothing.
type builder struct {
	only   *Content
	c      Content
	seen   map[childID]int // child id -> index
	refs   map[refID]int   // ref id -> index
	orig   map[Origin]bool
	consts map[Const]bool
}

func (b *builder) add(c *Content) {
	switch {
	case c == nil || c == nothing || c == b.only:
		return
	case b.only == nil && b.blank():
		b.only = c
		return
	}
	b.spill()
	b.merge(c)
}

// mark adds flags.
func (b *builder) mark(f Flags) {
	b.spill()
	b.c.Flags |= f
}

// widen notes that more was given than l allows.
func (b *builder) widen(l *limit.Limit) {
	b.c.Flags |= Opaque | Unknown
	b.c.Widened = b.c.Widened.With(l)
}

// blank reports whether nothing but flags was added yet.
func (b *builder) blank() bool {
	return len(b.c.Consts)+len(b.c.Children)+len(b.c.Origins)+len(b.c.Refs)+len(b.c.funcs) == 0
}

// spill copies what was given, so that more can be added to it.
func (b *builder) spill() {
	if c := b.only; c != nil {
		b.only = nil
		b.merge(c)
	}
}

func (b *builder) merge(c *Content) {
	b.c.Flags |= c.Flags
	b.c.Widened |= c.Widened
	for _, k := range c.Consts {
		b.addConst(k)
	}
	for _, ch := range c.Children {
		b.addChild(ch)
	}
	for _, o := range c.Origins {
		b.addOrigin(o)
	}
	for _, r := range c.Refs {
		b.addRef(r)
	}
	for _, f := range c.funcs {
		if !slices.Contains(b.c.funcs, f) {
			b.c.funcs = append(b.c.funcs, f)
		}
	}
}

func (b *builder) addConst(k Const) {
	b.spill()
	if b.consts == nil {
		b.consts = map[Const]bool{}
	}
	if b.consts[k] {
		return
	}
	if len(b.c.Consts) >= limit.Consts.Max {
		b.widen(limit.Consts)
		return
	}
	b.consts[k] = true
	b.c.Consts = append(b.c.Consts, k)
}

func (b *builder) addOrigin(o Origin) {
	b.spill()
	key := o
	key.Via = nil
	if b.orig == nil {
		b.orig = map[Origin]bool{}
	}
	if !b.orig[key] {
		b.orig[key] = true
		b.c.Origins = append(b.c.Origins, o)
	}
}

func (b *builder) addRef(r Ref) {
	b.spill()
	if b.refs == nil {
		b.refs = map[refID]int{}
	}
	id := r.id()
	i, dup := b.refs[id]
	switch {
	case dup:
		b.c.Refs[i].gone = goneFromBoth(b.c.Refs[i].gone, r.gone)
	case len(b.c.Refs) >= limit.Refs.Max:
		b.widen(limit.Refs)
	default:
		b.refs[id] = len(b.c.Refs)
		b.c.Refs = append(b.c.Refs, r)
	}
}

// A childID tells entries apart: two writes of one key stay two entries.
type childID struct {
	pos                         token.Pos
	key                         string
	known, elem, outer, allowed bool
	param                       Param // of the first reference in the key
	ref                         string
}

func (ch *Child) id() childID {
	id := childID{pos: ch.Pos, key: ch.Key, known: ch.Known, elem: ch.Elem, outer: ch.Outer, allowed: ch.Allowed}
	if len(ch.keyRefs) > 0 {
		r := ch.keyRefs[0].id()
		id.param, id.ref = r.param, strings.Join([]string{r.path, r.filters, strconv.Itoa(int(r.sanitizer)), r.fragment, r.key}, "|")
	}
	return id
}

func (b *builder) addChild(ch *Child) {
	b.spill()
	if ch.Val.depth >= limit.Height.Max {
		low := *ch
		low.Val = (&Content{Flags: ch.Val.Flags, Origins: ch.Val.Origins, Refs: ch.Val.Refs, Widened: ch.Val.Widened, size: 1}).widen(limit.Height)
		ch = &low
	}
	if b.seen == nil {
		b.seen = map[childID]int{}
	}
	id := ch.id()
	i, dup := b.seen[id]
	switch {
	case !dup && b.c.size+ch.Val.size > limit.Nodes.Max:
		b.widen(limit.Nodes)
	case !dup:
		b.seen[id] = len(b.c.Children)
		b.c.Children = append(b.c.Children, ch)
		b.c.size += ch.Val.size + 1
		b.c.depth = max(b.c.depth, ch.Val.depth+1)
	case b.c.Children[i].Val == ch.Val:
	case b.c.Children[i].Val.size+ch.Val.size > limit.Merged.Max:
		b.widen(limit.Merged)
	default:
		merged := *b.c.Children[i]
		merged.Val = join(merged.Val, ch.Val)
		b.c.Children[i] = &merged
		b.c.size += ch.Val.size
		b.c.depth = max(b.c.depth, merged.Val.depth+1)
	}
}

func (b *builder) done() *Content {
	if b.only != nil && b.only.Flags|b.c.Flags == b.only.Flags && b.c.Widened == 0 {
		return b.only
	}
	b.spill()
	c := b.c
	c.size += len(c.Refs)
	return &c
}
