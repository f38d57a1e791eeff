package verify

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A mark says what went into a value.
type mark uint16

const (
	signature mark = 1 << iota // the header X-CIO-Signature
	timestamp                  // the header X-CIO-Timestamp
	body                       // the request's body, or what was parsed from it
	raw                        // the body's bytes as they came
	rewritten                  // JSON that was made anew from the body
	clock                      // the time of day
	age                        // the timestamp and the time of day
	digest                     // a hash or MAC
	otherAuth                  // another header or part of a request that tells who sent it
	unknown                    // something that is not known
)

type nullness int8

const (
	maybeNil nullness = iota
	isNil
	notNil
)

// A value is what is known of a value of the program. It never changes.
type value struct {
	marks   mark
	k       constant.Value
	null    nullness
	name    string // unknown values of the same name are the same
	parts   []part // text whose making is known
	known   bool   // parts counts
	addr    string // the place that a pointer, slice, map, reader or hash stands for
	fn      *ssa.Function
	binds   []*value          // what fn is bound to
	elems   []*value          // results of a call
	fields  map[string]*value // a struct's, by path
	dyn     types.Type        // what an interface holds
	sum     *sum              // what a hash or MAC was made of
	short   bool              // of it so little is left that it can be guessed, or as much as the sender likes
	about   *test             // what a truth value says
	lenOf   *value            // a length
	drift   drift             // of an age
	seconds bool              // a timestamp or age in the unit of the header
	behind  *value            // the handler that foreign middleware guards
	guards  bool              // a middleware or handler of another package that verifies
	event   bool              // has the shape of Customer.io's events
}

// A part of text: literal, or some value's text.
type part struct {
	lit string
	v   *value
}

// A sum is a hash, or a MAC if key is set.
type sum struct {
	alg   string // "" if it is not known
	keyed bool
	key   *value
	parts []part
}

// A test is a question about an unknown value, the same wherever it is asked
// again on a path.
type test struct {
	key string
	neg bool
}

func constOf(k constant.Value) *value { return &value{k: k} }

func boolOf(b bool) *value { return constOf(constant.MakeBool(b)) }

func intOf(i int64) *value { return constOf(constant.MakeInt64(i)) }

func textOf(s string) *value { return constOf(constant.MakeString(s)) }

var nilValue = &value{null: isNil}

// with returns v with more marks.
func (v *value) with(m mark) *value {
	if v.marks|m == v.marks {
		return v
	}
	c := *v
	c.marks |= m
	return &c
}

// as returns v changed by f.
func (v *value) as(f func(*value)) *value {
	c := *v
	f(&c)
	return &c
}

func (v *value) bool() (b, ok bool) {
	if v.k == nil || v.k.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(v.k), true
}

func (v *value) string() (string, bool) {
	if v.k == nil || v.k.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v.k), true
}

func (v *value) int() (int64, bool) {
	if v.k == nil || v.k.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v.k)
}

// room keeps of marks what a value of type t can tell: an error or a truth
// value says nothing of the text that it was computed from.
func room(t types.Type, m mark) mark {
	if t == nil {
		return m
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return 0
	}
	if isError(t) {
		return 0
	}
	return m
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// isText reports whether t is a string, bytes, an array of bytes or a list of
// strings.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return isBytes(t) || isString(u.Elem())
	case *types.Array:
		return isBytes(types.NewSlice(u.Elem()))
	}
	return isString(t)
}

// lastName is the last part of a value's name: of h.cfg.secret it is secret.
func (v *value) lastName() string {
	n := strings.TrimRight(v.name, "*")
	if i := strings.LastIndexAny(n, ".:/"); i >= 0 {
		n = n[i+1:]
	}
	return n
}

// join puts values together to one of which only the marks are known.
func join(t types.Type, name string, vs ...*value) *value {
	out := &value{name: name}
	for _, v := range vs {
		out.marks |= v.marks
		if out.sum == nil {
			out.sum = v.sum
		}
		out.event = out.event || v.event
	}
	out.marks = room(t, out.marks&^raw)
	return out
}
