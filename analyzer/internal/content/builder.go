package content

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A builder joins contents. As long as it was given one only, it holds that
// one and copies nothing.
type Builder struct {
	only   *Content
	C      Content
	seen   map[childID]int // child id -> index
	refs   map[refID]int   // ref id -> index
	orig   map[Origin]bool
	consts map[Const]bool
}

func (b *Builder) Add(c *Content) {
	switch {
	case c == nil || c == Nothing || c == b.only:
		return
	case b.only == nil && b.blank():
		b.only = c
		return
	}
	b.spill()
	b.merge(c)
}

// Mark adds flags.
func (b *Builder) Mark(f Flags) {
	b.spill()
	b.C.Flags |= f
}

// Widen notes that more was given than l allows.
func (b *Builder) widen(l *limit.Limit) {
	b.C.Flags |= Opaque | Unknown
	b.C.Widened = b.C.Widened.With(l)
}

// blank reports whether nothing but flags was added yet.
func (b *Builder) blank() bool {
	return len(b.C.Consts)+len(b.C.Children)+len(b.C.Origins)+len(b.C.Refs)+len(b.C.Funcs) == 0
}

// spill copies what was given, so that more can be added to it.
func (b *Builder) spill() {
	if c := b.only; c != nil {
		b.only = nil
		b.merge(c)
	}
}

func (b *Builder) merge(c *Content) {
	b.C.Flags |= c.Flags
	b.C.Widened |= c.Widened
	for _, k := range c.Consts {
		b.AddConst(k)
	}
	for _, ch := range c.Children {
		b.AddChild(ch)
	}
	for _, o := range c.Origins {
		b.AddOrigin(o)
	}
	for _, r := range c.Refs {
		b.AddRef(r)
	}
	for _, f := range c.Funcs {
		if !slices.Contains(b.C.Funcs, f) {
			b.C.Funcs = append(b.C.Funcs, f)
		}
	}
}

func (b *Builder) AddConst(k Const) {
	b.spill()
	if b.consts == nil {
		b.consts = map[Const]bool{}
	}
	if b.consts[k] {
		return
	}
	if len(b.C.Consts) >= limit.Consts.Max {
		b.widen(limit.Consts)
		return
	}
	b.consts[k] = true
	b.C.Consts = append(b.C.Consts, k)
}

func (b *Builder) AddOrigin(o Origin) {
	b.spill()
	key := o
	key.Via = nil
	if b.orig == nil {
		b.orig = map[Origin]bool{}
	}
	if !b.orig[key] {
		b.orig[key] = true
		b.C.Origins = append(b.C.Origins, o)
	}
}

func (b *Builder) AddRef(r Ref) {
	b.spill()
	if b.refs == nil {
		b.refs = map[refID]int{}
	}
	id := r.ID()
	i, dup := b.refs[id]
	switch {
	case dup:
		b.C.Refs[i].Gone = goneFromBoth(b.C.Refs[i].Gone, r.Gone)
	case len(b.C.Refs) >= limit.Refs.Max:
		b.widen(limit.Refs)
	default:
		b.refs[id] = len(b.C.Refs)
		b.C.Refs = append(b.C.Refs, r)
	}
}

// A childID tells entries apart: two writes of one key stay two entries.
type childID struct {
	pos                         token.Pos
	key                         string
	known, elem, outer, allowed bool
	open                        bool
	ref                         refID // the first in the key
}

func (ch *Child) id() childID {
	id := childID{pos: ch.Pos, key: ch.Key, known: ch.Known, elem: ch.Elem, outer: ch.Outer, allowed: ch.Allowed, open: ch.Open}
	if len(ch.KeyRefs) > 0 {
		id.ref = ch.KeyRefs[0].ID()
	}
	return id
}

func (b *Builder) AddChild(ch *Child) {
	b.spill()
	if ch.Val.depth >= limit.Height.Max {
		low := *ch
		low.Val = (&Content{Flags: ch.Val.Flags, Origins: ch.Val.Origins, Refs: ch.Val.Refs, Widened: ch.Val.Widened, size: 1}).Widen(limit.Height)
		ch = &low
	}
	if b.seen == nil {
		b.seen = map[childID]int{}
	}
	id := ch.id()
	i, dup := b.seen[id]
	switch {
	case !dup && b.C.size+ch.Val.size > limit.Nodes.Max:
		b.widen(limit.Nodes)
	case !dup:
		b.seen[id] = len(b.C.Children)
		b.C.Children = append(b.C.Children, ch)
		b.C.size += ch.Val.size + 1
		b.C.depth = max(b.C.depth, ch.Val.depth+1)
	case b.C.Children[i].Val == ch.Val:
	case b.C.Children[i].Val.size+ch.Val.size > limit.Merged.Max:
		b.widen(limit.Merged)
	default:
		merged := *b.C.Children[i]
		merged.Val = Join(merged.Val, ch.Val)
		b.C.Children[i] = &merged
		b.C.size += ch.Val.size
		b.C.depth = max(b.C.depth, merged.Val.depth+1)
	}
}

func (b *Builder) Done() *Content {
	if b.only != nil && b.only.Flags|b.C.Flags == b.only.Flags && b.C.Widened == 0 {
		return b.only
	}
	b.spill()
	c := b.C
	c.size += len(c.Refs)
	return &c
}
