package symexec

import (
	"fmt"
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// An Engine runs functions of one package. It is not safe for concurrent use.
type Engine struct {
	pkg      *ssa.Package
	hooks    Hooks
	tally    *limit.Tally
	entered  map[*ssa.Function]bool
	branched map[branching]int
	live     map[*ssa.BasicBlock][]*ssa.Phi // flags, by block
	total    int                            // steps of all runs
	globals  map[string]*Value
	decided  map[string]bool // by the initialisation
}

// New returns an engine for the functions of a package. Limits that are
// reached are counted in tally, which may be nil.
func New(pkg *ssa.Package, hooks Hooks, tally *limit.Tally) *Engine {
	if tally == nil {
		tally = &limit.Tally{}
	}
	return &Engine{pkg: pkg, hooks: hooks, tally: tally, entered: map[*ssa.Function]bool{}, branched: map[branching]int{}, live: map[*ssa.BasicBlock][]*ssa.Phi{}}
}

// Entered reports whether any run has called a function.
func (e *Engine) Entered(fn *ssa.Function) bool { return e.entered[fn] }

// IsOwn reports whether a function belongs to the package and has a body, so
// that its calls can be entered. Wrappers count.
func (e *Engine) IsOwn(fn *ssa.Function) bool {
	if fn.Blocks == nil {
		return false
	}
	if fn.Pkg != nil {
		return fn.Pkg == e.pkg
	}
	if o := fn.Origin(); o != nil && o.Pkg != nil {
		return o.Pkg == e.pkg
	}
	obj := fn.Object()
	return obj == nil || obj.Pkg() == nil || obj.Pkg() == e.pkg.Pkg || fn.Synthetic != ""
}

// A Run follows all paths from one start. Names and objects are its own.
type Run struct {
	*Engine
	steps budget
	names int
	ids   int
}

// A budget is the steps that were spent, on paths that are not settled and on
// those that are.
type budget [2]int

// Start returns the state in which a run of its own begins: package-level
// variables hold what [Engine.Initialize] found, and no call is under way.
func (e *Engine) Start(data Data) *State {
	st := &State{
		run: &Run{Engine: e}, Data: data, memory: map[string]*Value{},
		Choices: Choices{map[string]bool{}, map[string]*ssa.If{}},
	}
	maps.Copy(st.memory, e.globals)
	maps.Copy(st.Facts, e.decided)
	return st
}

func (r *Run) fresh(what string) string {
	r.names++
	return fmt.Sprintf("%s~%d", what, r.names)
}

func (r *Run) newObject() string {
	r.names++
	return fmt.Sprintf("o%d", r.names)
}

// Separately runs f with a budget of steps of its own, beside that of what is
// under way.
func (st *State) Separately(f func()) {
	spent := st.run.steps
	st.run.steps = budget{}
	defer func() { st.run.steps = spent }()
	f()
}

// widened notes that a limit was reached. The arguments are those of a call
// that is not followed; none if the path ends.
func (st *State) widened(l *limit.Limit, args ...*Value) {
	st.run.tally.Reached(l)
	if h := st.run.hooks.Widened; h != nil {
		h(st, l, args)
	}
}
