package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
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
	Class       func(name string) pii.Class          // class of a key or identifier
	Deliverable func(name string) bool               // may a transactional message carry it?
	Source      func(types.Object) (pii.Class, bool) // what the user says of a function's results, a variable, a field or a type
	Decided     func(name string) (pii.Class, bool)  // what the user says of a name
	Sanitizer   func(*types.Func) content.Sanitizer
	Setter      func(*types.Func) (Setter, bool)
	ReadOnly    func(*types.Func) bool      // a function that fills nothing it is given
	Fact        func(*types.Func) *FuncFact // what another package's function does; nil if nothing is known
	VarFact     func(*types.Var) *VarFact
	Methods     func(name string) []*types.Func     // methods with facts
	Request     func(types.Type) bool               // a parameter of this type is a payload, although its data sits in fields
	Behind      func(*ssa.CallCommon) []*types.Func // SDK methods that an interface call may stand for
}

// An Analysis answers questions about one package.
type Analysis struct {
	cfg       Config
	prog      *ssa.Program
	pkg       *ssa.Package
	files     []*ast.File
	funcs     []*ssa.Function // every function of the package with a body
	generics  []*ssa.Function // generic functions, whose instances are in funcs
	find      Finder          // set by Instances
	exported  map[*ssa.Function][]SinkFact
	callFacts map[*ssa.CallCommon][]*FuncFact

	names    map[ssa.Value][]string              // local names of values
	closures map[*ssa.Function][]ssa.Value       // *ssa.MakeClosure that make a literal
	uses     map[*ssa.Function][]ssa.Instruction // of function literals that capture nothing
	callers  map[*ssa.Function][]ssa.CallInstruction
	dynamic  map[callShape][]ssa.CallInstruction // calls whose callee is not static
	globals  map[*ssa.Global][]ssa.Instruction
	fieldUse map[fieldKey][]ssa.Value // FieldAddr and Field of a field
	taken    map[*ssa.Function]bool   // used as a value or through an interface

	ledger
	walking   map[ssa.Value]*reach
	concrete  []types.Type
	instances []types.Type // instances of generic types that are put into interfaces
	calls     map[token.Pos]*ast.CallExpr
	fields    map[*types.Struct][]jsonField
	graph     *ssautil.Graph
	tally     *limit.Tally

	only     map[*ssa.Function]ssa.CallInstruction // in a variant: the one call that counts
	variants map[string]*Analysis
	root     *Analysis // the analysis that variants belong to

	factBudget           int
	spent, budget, total int                      // units of work, see [unitsPerPackage]; counted at the root
	shared               map[ssa.Instruction]bool // what got its share of the budget
	asking               *ssa.Function            // of the instruction that got one last
	lent                 int                      // see [Analysis.handedIn]
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
		names:     map[ssa.Value][]string{},
		closures:  map[*ssa.Function][]ssa.Value{},
		callers:   map[*ssa.Function][]ssa.CallInstruction{},
		globals:   map[*ssa.Global][]ssa.Instruction{},
		fieldUse:  map[fieldKey][]ssa.Value{},
		uses:      map[*ssa.Function][]ssa.Instruction{},
		taken:     map[*ssa.Function]bool{},
		fields:    map[*types.Struct][]jsonField{},
		graph:     &ssautil.Graph{},
		tally:     &limit.Tally{},
		variants:  map[string]*Analysis{},
		dynamic:   map[callShape][]ssa.CallInstruction{},
		exported:  map[*ssa.Function][]SinkFact{},
		callFacts: map[*ssa.CallCommon][]*FuncFact{},
		shared:    map[ssa.Instruction]bool{},
	}
	a.root = a
	a.graph.Charge = func(blocks int) { a.spend(blocks / blocksPerUnit) }
	a.forget()
	a.funcs, a.generics = ssautil.Functions(pkg)
	a.total = unitsPerPackage
	for _, fn := range a.funcs {
		for _, b := range fn.Blocks {
			a.total += unitsPerInstruction * len(b.Instrs)
			for _, in := range b.Instrs {
				a.enter(in)
			}
		}
	}
	a.budget = a.total
	for _, fn := range a.generics {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				a.enterGeneric(in)
			}
		}
	}
	return a
}

// forget drops every answer; the indexes stay.
func (a *Analysis) forget() {
	a.ledger = newLedger()
	a.walking = map[ssa.Value]*reach{}
}

// enter files one instruction in the indexes.
func (a *Analysis) enter(in ssa.Instruction) {
	a.enterGeneric(in)
	switch in := in.(type) {
	case *ssa.MakeInterface:
		if n := ssautil.Named(in.X.Type()); n != nil && n.TypeArgs().Len() > 0 && n.Obj().Pkg() == a.pkg.Pkg && !slices.ContainsFunc(a.instances, func(t types.Type) bool { return types.Identical(t, n) }) {
			a.instances = append(a.instances, n)
		}
	case *ssa.FieldAddr:
		if s, ok := ssautil.Struct(in.X.Type()); ok {
			k := fieldKey{s, in.Field}
			a.fieldUse[k] = append(a.fieldUse[k], in)
		}
	case ssa.CallInstruction:
		if fn := in.Common().StaticCallee(); fn != nil {
			a.callers[fn] = append(a.callers[fn], in)
		} else if _, ok := in.Common().Value.(*ssa.Builtin); !ok {
			name := ""
			if c := in.Common(); c.IsInvoke() {
				name = c.Method.Name()
			}
			at := shapeOf(in.Common().Signature(), name)
			a.dynamic[at] = append(a.dynamic[at], in)
		}
	}
	a.enterOperands(in)
}

// enterGeneric files what a generic function says of itself. The calls that
// count are those of its instances.
func (a *Analysis) enterGeneric(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.DebugRef:
		a.enterName(in)
	case *ssa.MakeClosure:
		fn := in.Fn.(*ssa.Function)
		a.closures[fn] = append(a.closures[fn], in)
	}
}

func (a *Analysis) enterOperands(in ssa.Instruction) {
	call, isCall := in.(ssa.CallInstruction)
	for _, op := range in.Operands(nil) {
		switch v := (*op).(type) {
		case *ssa.Global:
			a.globals[v] = append(a.globals[v], in)
		case *ssa.Function:
			if v.Parent() != nil {
				a.uses[v] = append(a.uses[v], in)
			}
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

// Package is the package that questions are asked about.
func (a *Analysis) Package() *ssa.Package { return a.pkg }

// Functions returns every function of the package that has a body, instances
// of generic ones and function literals among them.
func (a *Analysis) Functions() []*ssa.Function { return a.funcs }
