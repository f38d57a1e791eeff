package symexec

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// Hooks are what a user of the engine knows and the engine does not. Each may
// be nil.
type Hooks struct {
	ValueHooks
	InstructionHooks
	CallHooks
	PathHooks
}

// ValueHooks tell what values are.
type ValueHooks struct {
	// External returns the marks of a value of type t that comes from outside.
	External func(t types.Type) Mark
	// Field returns the marks that a field has by its struct type t.
	Field func(t types.Type, s *types.Struct, i int) Mark
	// Result completes v, result i of a call of which only the whole is known.
	Result func(whole *Value, i int, t types.Type, v *Value) *Value
	// OnePiece reports whether the text of a value is not to be taken apart.
	OnePiece func(v *Value) bool
	// Apart reports whether a place is not to count as a part of what refers to
	// it.
	Apart func(addr string) bool
}

// InstructionHooks take part in the execution of instructions. Those that
// return a value return nil where they know nothing better.
type InstructionHooks struct {
	// Compare executes an == or != that splits the path, and reports whether it
	// did.
	Compare func(st *State, in *ssa.BinOp, a, b *Value, k Continuation) bool
	// Relation is the answer to a comparison.
	Relation func(st *State, in *ssa.BinOp, a, b *Value) *Value
	// Arithmetic completes v, which the engine made of a and b.
	Arithmetic func(st *State, in *ssa.BinOp, a, b, v *Value) *Value
	// Unary completes out, which the engine made of v.
	Unary func(in *ssa.UnOp, v, out *Value) *Value
	// SameLength is the answer to the question whether two texts are of one
	// length.
	SameLength func(st *State, a, b *Value, negated bool) *Value
	// Empty is the answer to the question whether a text is empty.
	Empty func(st *State, v *Value, negated bool) *Value
	// EmptyKey is the key of that test; "" for the engine's own.
	EmptyKey func(st *State, v *Value) string
	// Lookup reads a map under a constant key; ok says whether it is there.
	Lookup func(st *State, in *ssa.Lookup, m *Value, key string, t types.Type) (v, ok *Value)
	// Range is what a round of a loop over a map begins with, by the number of
	// rounds before it; nil if it is not known.
	Range func(st *State, m *Value, round int) (key, v *Value)
	// Slice completes out, a part of the text v.
	Slice func(st *State, in *ssa.Slice, v, out *Value) *Value
	// Builtin executes a builtin function.
	Builtin func(st *State, name string, args []*Value) *Value
	// Stores is told that a value is stored at a place, put into a map or sent
	// to a channel. The instruction is an *ssa.Store, *ssa.MapUpdate, *ssa.Send
	// or *ssa.Select; key is that of a map.
	Stores func(st *State, in ssa.Instruction, to, key, v *Value)
	// Writes is told that a call writes text to a writer, and reports whether
	// that leads outside.
	Writes func(st *State, c *Call, w *Value, text []Part) bool
	// Absorbs reports whether a method belongs to a writer that keeps what is
	// written to it.
	Absorbs func(c *Call) bool
}

// CallHooks decide what a call does. Those that return a truth value report
// whether they have executed the call, and continued.
type CallHooks struct {
	// Called is told of a call whose function is known.
	Called func(st *State, fn *ssa.Function)
	// Enters reports whether a call of a function of the package is followed.
	// Without it, all are.
	Enters func(st *State, fn *ssa.Function, args []*Value) bool
	// Entering is told that a function is entered for a call, and returns what
	// is to be done when it returns, or nil.
	Entering func(st *State, c *Call, fn *ssa.Function, args []*Value) func(*State)
	// Dynamic executes a call of a function value, or of a method of one.
	Dynamic func(st *State, c *Call, v *Value, k Continuation) bool
	// Adapts reports whether a method of a type of functions calls the function
	// that it belongs to.
	Adapts func(c *Call) bool
	// Implements reports whether the types of the package may be behind the
	// interface that a method is called through. Without it, they may.
	Implements func(st *State, c *Call) bool
	// Foreign executes a call of what has no body here.
	Foreign func(st *State, c *Call, k Continuation) bool
	// Returned is told that a function returned, after its frame ended.
	Returned func(st *State, f *Frame, res *Value)
}

// PathHooks follow the paths.
type PathHooks struct {
	// Settled reports whether little is left to be learnt from a path. Such
	// paths have a number of steps of their own, and take none from the others.
	Settled func(st *State) bool
	// Group tells kinds of paths apart: each has its own number of unknown
	// branches. It returns something comparable.
	Group func(st *State) any
	// Widened is told that a limit was reached. The arguments are those of a
	// call that is not followed; there are none if the path ends.
	Widened func(st *State, l *limit.Limit, args []*Value)
}
