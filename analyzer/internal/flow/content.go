package flow

import (
	"cmp"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/runtime/pii"
)

// Flags are facts about a [Content] as a whole.
type Flags uint8

const (
	// Raw: in at least one execution this holds data that was put together
	// in view of the analysis and never passed a sanitizer.
	Raw Flags = 1 << iota
	// Opaque: it may hold text or a collection that the analysis cannot see.
	Opaque
	// Unknown: its value is not a constant (numbers included).
	Unknown
	// Sanitized: it is, at least in part, the result of a sanitizer.
	Sanitized
	// Present: there is a value, but one that says nothing by itself (a
	// boolean, a time, a function).
	Present
	// Scalar: what is Opaque about it is text, and no collection.
	Scalar
	// Numeric: it is a number.
	Numeric
)

// A Content answers what a value may hold. The zero Content holds nothing:
// nil, or constants without meaning. Contents are immutable once built.
type Content struct {
	Flags    Flags
	Consts   []Const  // the constant strings it may be
	Children []*Child // entries of a map, JSON fields of a struct, elements
	Origins  []Origin // sensitive data that flowed into it
	Refs     []Ref    // parameters that it depends on
	funcs    []*ssa.Function

	size, depth int // nodes of the tree, and its height
}

// A Const is a constant string that a value may have.
type Const struct {
	Val     string
	Derived bool      // the value is computed from this constant
	Outer   bool      // judged nearer to the sink
	Near    token.Pos // where it was assigned to a variable or field, if it was
}

// A Child is an entry of a map, a field of a struct that is sent, or an
// element of a slice.
type Child struct {
	Key       string    // "" if the key is not a constant
	Known     bool      // the key is a constant
	Elem      bool      // an element of a slice, array or channel
	Allowed   bool      // a struct tag says that this key may be sent
	stripped  bool      // a struct tag makes the sanitizer drop or hash it
	keyRefs   []Ref     // the key depends on these parameters
	sanitizer Sanitizer // passed, as soon as the key is known
	Val       *Content
	Pos       token.Pos // the key, where it was written
	Outer     bool      // see [Content] of an [Instance]: judged nearer to the sink
	Via       *Step
}

// An Origin is a sensitive value: where it was read and under what name.
type Origin struct {
	Name  string // identifier it was read from; "" if recognised by its shape
	Kind  string // what the shape is ("card number"), if recognised by shape
	Class pii.Class
	Pos   token.Pos // where it was read
	At    token.Pos // where it was passed to the function that sends it, if it was
	Outer bool
	Via   *Step
}

// A Ref stands for a part of a parameter, to be replaced by each caller's argument.
type Ref struct {
	Param     *ssa.Parameter
	Path      Path
	gone      []string // entries that were taken out of it, sorted
	filters   []*keyFilter
	sanitizer Sanitizer
	fragment  string // "_last4" and the like: a slice of the value
	key       string // the value passed a sanitizer under this key
}

// A Step is one hop on the way from a source to a sink, newest first.
type Step struct {
	Pos  token.Pos
	Text string
	Prev *Step
}

// A refID is a Ref in comparable form; what is gone from it aside.
type refID struct {
	param     *ssa.Parameter
	path      string
	filters   string
	sanitizer Sanitizer
	fragment  string
	key       string
}

func (r Ref) id() refID {
	id := refID{r.Param, r.Path.id(), "", r.sanitizer, r.fragment, r.key}
	for _, f := range r.filters {
		id.filters += f.id
	}
	return id
}

// Sanitized reports whether the parameter passes a sanitizer before it is sent.
func (r Ref) Sanitized() bool { return r.sanitizer != NotSanitizer }

// Collection reports whether what r stands for may have entries of its own
// that its type does not show: a map, or anything at all.
func (r Ref) Collection() bool {
	t := typeAt(r.Param.Type(), r.Path)
	return t == nil || holdsPayload(t, 0) && !isText(t)
}

var nothing = &Content{}
var present = &Content{Flags: Present}

func opaque() *Content { return &Content{Flags: Opaque | Unknown} }

// Empty reports whether c holds nothing at all and depends on nothing.
func (c *Content) Empty() bool {
	return c.Flags&(Raw|Opaque|Unknown|Present) == 0 && len(c.Children) == 0 && len(c.Origins) == 0 && len(c.Refs) == 0 &&
		!slices.ContainsFunc(c.Consts, func(k Const) bool { return k.Val != "" })
}

// width is how much joining c with something costs.
func (c *Content) width() int {
	return len(c.Consts) + len(c.Children) + len(c.Origins) + len(c.Refs)
}

// settled reports whether c is wholly known and free of sensitive data: only
// then does the name of the place it is read from mean nothing.
func (c *Content) settled() bool {
	return c.Flags&(Opaque|Unknown) == 0 && len(c.Origins) == 0 && len(c.Refs) == 0
}

// Keys returns the constant texts that c may be, and whether it can be
// nothing else.
func (c *Content) Keys() (keys []string, all bool) {
	all = c.settled()
	for _, k := range c.Consts {
		if k.Derived {
			all = false
		} else if !slices.Contains(keys, k.Val) {
			keys = append(keys, k.Val)
		}
	}
	return keys, all && len(keys) > 0
}

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

// maxConsts bounds how many constants one value is followed through: beyond
// this a table of strings is data, and the value is unknown.
const maxConsts = 4096

func (b *builder) addConst(k Const) {
	b.spill()
	if b.consts == nil {
		b.consts = map[Const]bool{}
	}
	if b.consts[k] {
		return
	}
	if len(b.c.Consts) >= maxConsts {
		b.c.Flags |= Unknown | Opaque
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

// maxRefs bounds the parts of parameters that one value depends on. Payloads
// depend on a handful; what depends on more is a whole program state, and
// opaque.
const maxRefs = 128

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
	case len(b.c.Refs) >= maxRefs:
		b.c.Flags |= Opaque | Unknown
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
	param                       *ssa.Parameter // of the first reference in the key
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

// A content is a tree that is walked as one, so its size is bounded: what
// would make it larger or higher is opaque, and what is known stays. Real
// payloads have tens of keys, three or four levels deep.
const (
	maxNodes  = 8192
	maxHeight = 8
	maxMerged = 512 // nodes of an entry whose values are merged
)

func (b *builder) addChild(ch *Child) {
	b.spill()
	if ch.Val.depth >= maxHeight {
		low := *ch
		low.Val = &Content{Flags: ch.Val.Flags | Opaque | Unknown, Origins: ch.Val.Origins, Refs: ch.Val.Refs, size: 1}
		ch = &low
	}
	if b.seen == nil {
		b.seen = map[childID]int{}
	}
	id := ch.id()
	i, dup := b.seen[id]
	switch {
	case !dup && b.c.size+ch.Val.size > maxNodes:
		b.c.Flags |= Opaque | Unknown
	case !dup:
		b.seen[id] = len(b.c.Children)
		b.c.Children = append(b.c.Children, ch)
		b.c.size += ch.Val.size + 1
		b.c.depth = max(b.c.depth, ch.Val.depth+1)
	case b.c.Children[i].Val == ch.Val:
	case b.c.Children[i].Val.size+ch.Val.size > maxMerged:
		b.c.Flags |= Opaque | Unknown
	default:
		merged := *b.c.Children[i]
		merged.Val = join(merged.Val, ch.Val)
		b.c.Children[i] = &merged
		b.c.size += ch.Val.size
		b.c.depth = max(b.c.depth, merged.Val.depth+1)
	}
}

func (b *builder) done() *Content {
	if b.only != nil && b.only.Flags|b.c.Flags == b.only.Flags {
		return b.only
	}
	b.spill()
	c := b.c
	c.size += len(c.Refs)
	return &c
}

func join(cs ...*Content) *Content {
	var some []*Content
	for _, c := range cs {
		if c != nil && c != nothing && !slices.Contains(some, c) {
			some = append(some, c)
		}
	}
	switch len(some) {
	case 0:
		return nothing
	case 1:
		return some[0]
	}
	var b builder
	for _, c := range some {
		b.add(c)
	}
	return b.done()
}

// Sorted returns the children of c in the order of their positions.
func (c *Content) Sorted() []*Child {
	return slices.SortedStableFunc(slices.Values(c.Children), func(a, b *Child) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Key, b.Key))
	})
}

// flatten turns a collection into the text that formatting it gives: all that
// was in it, and no keys.
func (a *Analysis) flatten(c *Content) *Content {
	if len(c.Children) == 0 && len(c.Refs) == 0 {
		return c
	}
	var b builder
	b.c.Flags = c.Flags &^ (Raw | Sanitized)
	for _, k := range c.Consts {
		b.addConst(k)
	}
	for _, o := range c.Origins {
		b.addOrigin(o)
	}
	for _, r := range c.Refs {
		if _, f := r.Path.formatted(); !f {
			r.Path = r.Path.plus(Sel{Kind: Format})
		}
		b.addRef(r)
	}
	for _, ch := range c.Children {
		b.c.Flags |= Unknown
		val := a.flatten(ch.Val)
		if ch.Known && !ch.Allowed && !val.Empty() {
			if class := a.cfg.Class(ch.Key); class == pii.NeverSend {
				b.addOrigin(Origin{Name: ch.Key, Class: class, Pos: ch.Pos, Outer: ch.Outer, Via: ch.Via})
			}
		}
		b.add(val)
	}
	return b.done()
}
