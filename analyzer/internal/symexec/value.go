package symexec

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A Mark says what went into a value. Marks are bits of a set, and spread to
// whatever is made of the value. The first two are the engine's; a user
// defines others from FirstMark on.
type Mark uint32

const (
	// Unknown marks what the engine could not follow.
	Unknown Mark = 1 << iota
	// Exact marks text as it came from where it was read. It is lost with any
	// change; the other marks stay.
	Exact
	// FirstMark is the first mark that is free for users of the engine.
	FirstMark
)

// Nullness says whether a value is nil.
type Nullness int8

const (
	MaybeNil Nullness = iota
	IsNil
	NotNil
)

// A Value is what is known of a value of the program on one path: a constant,
// text in parts, a function, a pointer to a place, or something unknown with a
// name. It never changes; [Value.Changed] and [Value.With] make another one.
type Value struct {
	Marks  Mark
	Const  constant.Value
	Null   Nullness
	Name   string // unknown values of the same name are the same
	Parts  []Part // text whose making is known, if Known
	Known  bool
	Addr   string // the place that a pointer, slice, map, reader or writer stands for
	Fn     *ssa.Function
	Binds  []*Value          // what Fn is bound to
	Elems  []*Value          // the results of a call that has several
	Fields map[string]*Value // the parts of a struct or array, by access path: ".a.b", "[0]"
	Dyn    types.Type        // the type of what an interface holds, or an interface that it has been in
	About  *Test             // the question that a truth value answers
	LenOf  *Value            // whose length a number is
	Note   Note              // what only the user of the engine knows of it
}

// A Part is a piece of text: a literal, or the text of a value.
type Part struct {
	Lit string
	V   *Value
}

// A Test is a question about unknown values. Tests of the same key get the
// same answer wherever a path asks them.
type Test struct {
	Key     string
	Negated bool
}

// A Note is what the user of the engine knows of a value beyond what the
// engine follows. Notes never change.
type Note interface {
	// Mixed returns what the note says of something made of its value and of
	// one with another note, which may be nil; nil if nothing. Text with a note
	// is not taken apart any more.
	Mixed(with Note) Note
}

func mixNotes(a, b Note) Note {
	switch {
	case a != nil:
		return a.Mixed(b)
	case b != nil:
		return b.Mixed(nil)
	}
	return nil
}

// Constant is the value of a constant.
func Constant(k constant.Value) *Value { return &Value{Const: k} }

// Bool is a constant truth value.
func Bool(b bool) *Value { return Constant(constant.MakeBool(b)) }

// Int is a constant number.
func Int(i int64) *Value { return Constant(constant.MakeInt64(i)) }

// Text is a constant text.
func Text(s string) *Value { return Constant(constant.MakeString(s)) }

// Nil is a nil of any type.
var Nil = &Value{Null: IsNil}

// Answer is the truth value that a test yields.
func Answer(key string, negated bool) *Value { return &Value{About: &Test{key, negated}} }

// With returns v with more marks.
func (v *Value) With(m Mark) *Value {
	if v.Marks|m == v.Marks {
		return v
	}
	c := *v
	c.Marks |= m
	return &c
}

// Changed returns a copy of v to which f was applied.
func (v *Value) Changed(f func(*Value)) *Value {
	c := *v
	f(&c)
	return &c
}

// AsBool is the truth value that a constant holds.
func (v *Value) AsBool() (b, ok bool) {
	if v.Const == nil || v.Const.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(v.Const), true
}

// AsText is the text that a constant holds.
func (v *Value) AsText() (string, bool) {
	if v.Const == nil || v.Const.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v.Const), true
}

// AsInt is the number that a constant holds.
func (v *Value) AsInt() (int64, bool) {
	if v.Const == nil || v.Const.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v.Const)
}

// LastName is the last part of a value's name: of h.cfg.secret it is secret.
func (v *Value) LastName() string {
	n := strings.TrimRight(v.Name, "*")
	if i := strings.LastIndexAny(n, ".:/"); i >= 0 {
		n = n[i+1:]
	}
	return n
}

// Join puts values together to one of which only the marks are known.
func Join(t types.Type, name string, vs ...*Value) *Value {
	out := &Value{Name: name}
	for _, v := range vs {
		out.Marks |= v.Marks
		out.Note = mixNotes(out.Note, v.Note)
	}
	out.Marks = carried(t, out.Marks&^Exact)
	return out
}

// carried keeps of marks what a value of type t can tell: an error or a truth
// value says nothing of the text that it was computed from.
func carried(t types.Type, m Mark) Mark {
	if t != nil && (ssautil.IsBoolType(t) || ssautil.IsErrorType(t)) {
		return 0
	}
	return m
}

// refersToMemory reports whether a value of type t refers to something else.
func refersToMemory(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan, *types.Interface:
		return true
	}
	return false
}

// Zero is the zero value of a type.
func Zero(t types.Type) *Value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return Bool(false)
		case u.Info()&types.IsString != 0:
			return Text("")
		case u.Info()&types.IsInteger != 0:
			return Int(0)
		}
		return Constant(constant.MakeFloat64(0))
	case *types.Struct, *types.Array:
		return &Value{Fields: map[string]*Value{}}
	}
	return Nil
}
