package symexec

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A State is one path: its memory, the calls under way, and what has been
// decided. A path that splits forks its state; states share nothing that
// changes.
type State struct {
	Choices
	Data   Data // what the user of the engine keeps of the path
	run    *Run
	memory map[string]*Value
	frames []*Frame
	steps  int
	writes int // to buffers and writers
}

// Data is what a user of the engine keeps of a path.
type Data interface {
	// Fork returns a copy for another path.
	Fork() Data
}

// Choices are the tests that a path has decided.
type Choices struct {
	Facts map[string]bool    // what each test said, by key
	Sites map[string]*ssa.If // where in the source it was decided first
}

// Clone returns a copy of the choices.
func (c Choices) Clone() Choices { return Choices{maps.Clone(c.Facts), maps.Clone(c.Sites)} }

// A Frame is one call under way.
type Frame struct {
	ID       int // tells calls of one run apart
	Fn       *ssa.Function
	At       ssa.Instruction // the call that is under way in this frame
	Branches []Branch        // that were taken
	regs     map[ssa.Value]*Value
	block    *ssa.BasicBlock
	prev     *ssa.BasicBlock
	next     int // index of the next instruction
	loops    map[*ssa.BasicBlock]loop
	defers   []ssa.CallInstruction
}

// A Branch is an if that a path went through.
type Branch struct {
	At   *ssa.If
	Step int  // when
	Open bool // something unknown decided
}

// Fork returns a copy of the state for another path.
func (st *State) Fork() *State {
	c := *st
	c.memory = maps.Clone(st.memory)
	c.Choices = st.Choices.Clone()
	if st.Data != nil {
		c.Data = st.Data.Fork()
	}
	c.frames = make([]*Frame, len(st.frames))
	for i, f := range st.frames {
		g := *f
		g.regs = maps.Clone(f.regs)
		g.loops = maps.Clone(f.loops)
		g.defers = slices.Clone(f.defers)
		g.Branches = slices.Clip(f.Branches)
		c.frames[i] = &g
	}
	return &c
}

// Frames are the calls under way, the outermost first. They are not to be
// changed.
func (st *State) Frames() []*Frame { return st.frames }

// Top is the innermost call under way.
func (st *State) Top() *Frame { return st.frames[len(st.frames)-1] }

// Steps is how many instructions the path has executed.
func (st *State) Steps() int { return st.steps }

// Writes is how often the path has written to buffers and writers.
func (st *State) Writes() int { return st.writes }

// Decided is what the path has found on a test.
func (st *State) Decided(key string) (holds, decided bool) {
	holds, decided = st.Facts[key]
	return holds, decided
}

// Fresh is a name that no other value of the run has. Names are given in the
// order of the run, so that a run is repeatable.
func (st *State) Fresh(what string) string { return st.run.fresh(what) }

// NewObject is a place of its own.
func (st *State) NewObject() string { return st.run.newObject() }
