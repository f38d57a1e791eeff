package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/ciolint/ciolint/runtime/pii"
)

// A Sanitizer says what a sanitizing function keeps.
type Sanitizer uint8

const (
	NotSanitizer  Sanitizer = iota
	SanitizesAll            // strips never-send keys, hashes hash keys
	SanitizesMost           // the same, but keeps codes and links that a message delivers
	SanitizesText           // makes one value harmless (a mask, a keyed hash)
)

// A Setter is a method that writes one entry of its receiver.
type Setter struct {
	Key      string // the key, or "" if argument KeyArg is the key
	KeyArg   int    // receiver not counted
	ValueArg int
}

// Config is what the engine is told about the world: it knows SSA, and
// nothing of Customer.io.
type Config struct {
	Class       func(name string) pii.Class // class of a key or identifier
	Deliverable func(name string) bool      // may a transactional message carry it?
	Sanitizer   func(*types.Func) Sanitizer
	Setter      func(*types.Func) (Setter, bool)
	ReadOnly    func(*types.Func) bool              // a function that fills nothing it is given
	Behind      func(*ssa.CallCommon) []*types.Func // SDK methods that an interface call may stand for
}

// An Analysis answers questions about one package.
type Analysis struct {
	cfg   Config
	prog  *ssa.Program
	pkg   *ssa.Package
	files []*ast.File
	funcs []*ssa.Function // every function of the package with a body

	names    map[ssa.Value][]string        // local names of values
	closures map[*ssa.Function][]ssa.Value // *ssa.MakeClosure that make a literal
	callers  map[*ssa.Function][]ssa.CallInstruction
	dynamic  []ssa.CallInstruction // calls whose callee is not static
	globals  map[*ssa.Global][]ssa.Instruction
	fieldUse map[fieldKey][]ssa.Value // FieldAddr and Field of a field
	taken    map[*ssa.Function]bool   // used as a value or through an interface

	memo     map[evalKey]*Content
	active   map[evalKey]int
	depth    int
	lowest   int // shallowest active evaluation that the current one was cut by
	pending  []evalKey
	effs     map[ssa.Value][]*effect
	effsBusy map[ssa.Value]bool
	direct   map[ssa.Value]*reach
	located  map[ssa.Value][]loc
	locBusy  map[ssa.Value]bool
	called   map[ssa.CallInstruction][]*ssa.Function
	calling  map[ssa.CallInstruction]bool
	indirect map[*ssa.Function][]ssa.CallInstruction // calls through a function value or an interface
	concrete []types.Type
	calls    map[token.Pos]*ast.CallExpr
	fields   map[*types.Struct][]jsonField
	indexed  map[*ssa.BasicBlock]map[ssa.Instruction]int
	follows  map[*ssa.BasicBlock]map[*ssa.BasicBlock]bool

	steps int // evaluations so far, for the budget
}

type fieldKey struct {
	t     *types.Struct
	field int
}

// New builds the indexes of pkg, whose SSA must be built with
// ssa.GlobalDebug, so that local variables keep their names.
func New(pkg *ssa.Package, files []*ast.File, cfg Config) *Analysis {
	a := &Analysis{
		cfg: cfg, prog: pkg.Prog, pkg: pkg, files: files,
		names:    map[ssa.Value][]string{},
		closures: map[*ssa.Function][]ssa.Value{},
		callers:  map[*ssa.Function][]ssa.CallInstruction{},
		globals:  map[*ssa.Global][]ssa.Instruction{},
		fieldUse: map[fieldKey][]ssa.Value{},
		taken:    map[*ssa.Function]bool{},
		memo:     map[evalKey]*Content{},
		active:   map[evalKey]int{},
		lowest:   noCut,
		effs:     map[ssa.Value][]*effect{},
		effsBusy: map[ssa.Value]bool{},
		direct:   map[ssa.Value]*reach{},
		located:  map[ssa.Value][]loc{},
		locBusy:  map[ssa.Value]bool{},
		called:   map[ssa.CallInstruction][]*ssa.Function{},
		calling:  map[ssa.CallInstruction]bool{},
		fields:   map[*types.Struct][]jsonField{},
		indexed:  map[*ssa.BasicBlock]map[ssa.Instruction]int{},
		follows:  map[*ssa.BasicBlock]map[*ssa.BasicBlock]bool{},
	}
	a.funcs = functionsOf(pkg)
	for _, fn := range a.funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				a.enter(in)
			}
		}
	}
	return a
}

// functionsOf returns the functions of pkg with a body, instances of generic
// functions and synthetic wrappers included, in source order.
func functionsOf(pkg *ssa.Package) []*ssa.Function {
	var fns []*ssa.Function
	for fn := range ssautil.AllFunctions(pkg.Prog) {
		if len(fn.Blocks) > 0 && belongsTo(fn, pkg) && !generic(fn) {
			fns = append(fns, fn)
		}
	}
	sortFunctions(fns)
	return fns
}

func belongsTo(fn *ssa.Function, pkg *ssa.Package) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	return fn.Pkg == nil || fn.Pkg == pkg
}

// generic reports whether fn is a generic function itself; its instances are
// analysed in its place.
func generic(fn *ssa.Function) bool {
	for f := fn; f != nil; f = f.Parent() {
		if f.TypeParams().Len() > 0 && len(f.TypeArgs()) == 0 {
			return true
		}
	}
	return false
}

// enter files one instruction in the indexes.
func (a *Analysis) enter(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.DebugRef:
		a.enterName(in)
	case *ssa.MakeClosure:
		fn := in.Fn.(*ssa.Function)
		a.closures[fn] = append(a.closures[fn], in)
	case *ssa.FieldAddr:
		if s, ok := structOf(in.X.Type()); ok {
			k := fieldKey{s, in.Field}
			a.fieldUse[k] = append(a.fieldUse[k], in)
		}
	case ssa.CallInstruction:
		if fn := in.Common().StaticCallee(); fn != nil {
			a.callers[fn] = append(a.callers[fn], in)
		} else if _, ok := in.Common().Value.(*ssa.Builtin); !ok {
			a.dynamic = append(a.dynamic, in)
		}
	}
	a.enterOperands(in)
}

func (a *Analysis) enterOperands(in ssa.Instruction) {
	call, isCall := in.(ssa.CallInstruction)
	for _, op := range in.Operands(nil) {
		switch v := (*op).(type) {
		case *ssa.Global:
			a.globals[v] = append(a.globals[v], in)
		case *ssa.Function:
			if !isCall || call.Common().Value != v {
				a.taken[v] = true
			}
		}
	}
}

// enterName remembers the name of a local variable or parameter for the
// value that it holds.
func (a *Analysis) enterName(ref *ssa.DebugRef) {
	v, ok := ref.Object().(*types.Var)
	if !ok || v.IsField() || ref.IsAddr {
		return
	}
	switch ref.X.(type) {
	case *ssa.Const, *ssa.Function, *ssa.MakeClosure:
		return
	}
	for _, n := range a.names[ref.X] {
		if n == v.Name() {
			return
		}
	}
	a.names[ref.X] = append(a.names[ref.X], v.Name())
}

func sortFunctions(fns []*ssa.Function) {
	slices.SortFunc(fns, func(f, g *ssa.Function) int {
		return cmp.Or(cmp.Compare(f.Pos(), g.Pos()), cmp.Compare(f.String(), g.String()))
	})
}

// Functions returns the functions of the package that have a body, in source order.
func (a *Analysis) Functions() []*ssa.Function { return a.funcs }
