package content

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
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
	// Handed: it was put together nearer to the sink, of something that this
	// call passes.
	Handed
)

// A Content answers what a value may hold. The zero Content holds nothing:
// nil, or constants without meaning. Contents are immutable once built.
type Content struct {
	Flags    Flags
	Consts   []Const   // the constant strings it may be
	Children []*Child  // entries of a map, JSON fields of a struct, elements
	Origins  []Origin  // sensitive data that flowed into it
	Refs     []Ref     // parameters that it depends on
	Widened  limit.Set // the bounds at which something of it was given up
	Funcs    []Func    // functions that it may be

	size, depth int // nodes of the tree, and its height
}

// A Param is a parameter of a function.
type Param interface {
	Name() string
	Type() types.Type
}

// A Func is a function that a value may be.
type Func interface{ Name() string }

// A Const is a constant string that a value may have.
type Const struct {
	Val     string
	Derived bool      // the value is computed from this constant
	Outer   bool      // judged nearer to the sink
	Near    token.Pos // where it was assigned to a variable or field, if it was
	From    string    // what has it, if no expression does: "key.txt, which is embedded"
}

// TextInSource is where a constant comes from that is decoded out of a constant
// text.
const TextInSource = "a text in the source"

// A Child is an entry of a map, a field of a struct that is sent, or an
// element of a slice.
type Child struct {
	Key       string    // "" if the key is not a constant
	Known     bool      // the key is a constant
	Elem      bool      // an element of a slice, array or channel
	Allowed   bool      // a struct tag says that this key may be sent
	Stripped  bool      // struct tags make the sanitizer drop or hash it
	KeyRefs   []Ref     // the key depends on these parameters
	Open      bool      // an unknown key may be something that KeyRefs do not say
	Sanitizer Sanitizer // passed, as soon as the key is known
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
	// Marked: a struct tag of others says so, the name does not. Such data may be
	// an email.
	Marked bool
	Via    *Step
}

// A Ref stands for a part of a parameter, to be replaced by each caller's argument.
type Ref struct {
	Param     Param
	Path      Path
	Gone      []string // entries that were taken out of it, sorted
	Less      []Ref    // the keys of entries that were taken out of it, which callers choose
	Filters   []*KeyFilter
	Sanitizer Sanitizer
	Fragment  string // "_last4" and the like: a slice of the value
	Key       string // the value passed a sanitizer under this key
	Basic     bool   // it was read as a text, a number or a truth value, whatever its type is here
	Derived   bool   // the value is computed from it
	Same      bool   // the value is a reference to it, and no copy: what is written through one is in the other
	Level     int    // what is the same is 1: what the variable refers to that the parameter points to, and so on
}

// A Step is one hop on the way from a source to a sink, newest first.
type Step struct {
	Pos  token.Pos
	Text string
	Prev *Step
}

// A refID is a Ref in comparable form; what is gone from it aside.
type refID struct {
	param     Param
	path      string
	filters   string
	less      string
	sanitizer Sanitizer
	fragment  string
	key       string
	basic     bool
	derived   bool
	same      bool
	level     int
}

func (r Ref) ID() refID {
	id := refID{param: r.Param, path: r.Path.ID(), sanitizer: r.Sanitizer, fragment: r.Fragment, key: r.Key, basic: r.Basic, derived: r.Derived, same: r.Same, level: r.Level}
	for _, f := range r.Filters {
		id.filters += f.ID
	}
	for _, k := range r.Less {
		id.less += k.Param.Name() + k.Path.ID() + "|"
	}
	return id
}

// Sanitized reports whether the parameter passes a sanitizer before it is sent.
func (r Ref) Sanitized() bool { return r.Sanitizer != NotSanitizer }

var Nothing = &Content{}
var Inert = &Content{Flags: Present}

func Anything() *Content { return &Content{Flags: Opaque | Unknown} }

// Size is how much there is to look at in c.
func (c *Content) Size() int { return 1 + c.size + len(c.Refs) + len(c.Consts) + len(c.Origins) }

// Limits are the bounds that c and what is in it have crossed.
func (c *Content) Limits() limit.Set {
	s := c.Widened
	for _, ch := range c.Children {
		s |= ch.Val.Limits()
	}
	return s
}

// Widen is c, of which more is not known because of l: unknown text, and
// unknown entries.
func (c *Content) Widen(l *limit.Limit) *Content {
	n := *c
	n.Flags |= Opaque | Unknown
	n.Widened = n.Widened.With(l)
	return &n
}

// Head is c without its entries and what it depends on.
func (c *Content) Head() *Content {
	n := *c
	n.Refs, n.Children, n.size, n.depth = nil, nil, 0, 0
	return &n
}

// Nodes is the number of nodes in the tree below c.
func (c *Content) Nodes() int { return c.size }

// Extent tells contents apart of which one has grown out of the other.
func (c *Content) Extent() [8]int {
	gone := 0
	for _, r := range c.Refs {
		gone += len(r.Gone)
	}
	return [8]int{int(c.Flags), c.size, len(c.Consts), len(c.Children), len(c.Origins), len(c.Refs), len(c.Funcs), gone}
}

// Empty reports whether c holds nothing at all and depends on nothing.
func (c *Content) Empty() bool {
	return c.Flags&(Raw|Opaque|Unknown|Present) == 0 && len(c.Children) == 0 && len(c.Origins) == 0 && len(c.Refs) == 0 &&
		!slices.ContainsFunc(c.Consts, func(k Const) bool { return k.Val != "" })
}

// SaysNothing reports whether c is a value that says nothing by itself, whatever
// it is called: a boolean, say.
func (c *Content) SaysNothing() bool {
	return c.Flags&(Opaque|Numeric) == 0 && len(c.Consts) == 0 && len(c.Children) == 0 && len(c.Refs) == 0
}

// Width is how much joining c with something costs.
func (c *Content) Width() int {
	return len(c.Consts) + len(c.Children) + len(c.Origins) + len(c.Refs)
}

// Settled reports whether c is wholly known and free of sensitive data: only
// then does the name of the place it is read from mean nothing.
func (c *Content) Settled() bool {
	return c.Flags&(Opaque|Unknown) == 0 && len(c.Origins) == 0 && len(c.Refs) == 0
}

// Keys returns the constant texts that c may be, and whether it can be
// nothing else.
func (c *Content) Keys() (keys []string, all bool) {
	all = c.Settled()
	seen := map[string]bool{}
	for _, k := range c.Consts {
		if k.Derived {
			all = false
		} else if !seen[k.Val] {
			seen[k.Val] = true
			keys = append(keys, k.Val)
		}
	}
	return keys, all && len(keys) > 0
}

func Join(cs ...*Content) *Content {
	var some []*Content
	for _, c := range cs {
		if c != nil && c != Nothing && !slices.Contains(some, c) {
			some = append(some, c)
		}
	}
	switch len(some) {
	case 0:
		return Nothing
	case 1:
		return some[0]
	}
	var b Builder
	for _, c := range some {
		b.Add(c)
	}
	return b.Done()
}

// Sorted returns the children of c in the order of their positions.
func (c *Content) Sorted() []*Child {
	return slices.SortedStableFunc(slices.Values(c.Children), func(a, b *Child) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Key, b.Key))
	})
}
