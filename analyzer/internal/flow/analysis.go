package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
	"github.com/ciolint/ciolint/internal/keyclass"
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
	Class       func(name string) pii.Class // class of a key or identifier
	Deliverable func(name string) bool      // may a transactional message carry it?
	ClassAt     func(around []keyclass.Step, key string) (class pii.Class, deliverable bool)
	Mark        func(reflect.StructTag) keyclass.Mark // what tags say of a field
	Source      func(types.Object) (pii.Class, bool)  // what the user says of a function's results, a variable, a field or a type
	Decided     func(name string) (pii.Class, bool)   // what the user says of a name
	Sanitizer   func(*types.Func) content.Sanitizer
	Setter      func(*types.Func) (Setter, bool)
	ReadOnly    func(*types.Func) bool      // a function that fills nothing it is given
	Fact        func(*types.Func) *FuncFact // what another package's function does; nil if nothing is known
	VarFact     func(*types.Var) *VarFact
	Methods     func(name string) []*types.Func     // methods with facts
	Request     func(types.Type) bool               // a parameter of this type is a payload, although its data sits in fields
	Behind      func(*ssa.CallCommon) []*types.Func // SDK methods that an interface call may stand for
	SDK         func(path string) bool              // whether a package is an SDK
	Wires       func() []*WireFact                  // what the packages below say of their wiring
	FactNamed   func(name string) *FuncFact         // Fact by the full name of the function
	Embedded    func(*types.Var) []EmbeddedFile     // the files that a variable of the package has by go:embed
}

// An Analysis is what is known of one package.
type Analysis struct {
	cfg      Config
	prog     *ssa.Program
	pkg      *ssa.Package
	files    []*ast.File
	funcs    []*ssa.Function // every function of the package with a body
	generics []*ssa.Function // generic functions, whose instances are in funcs
	graph    *ssautil.Graph
	tally    limit.Tally

	in      *interner
	objects uint32 // how many there are
	frames  map[*ssa.Function]*frame
	work    []*frame // to be analysed (again)
	active  *frame   // whose blocks are being run, nil if none is

	memory memory      // of what is shared by functions
	fields *fieldIndex // what is stored in fields of the package's types
	held   map[fieldKey]*heldFuncs
	fixed  map[any]*object
	states map[*types.Named]*stateOf

	find        Finder // set by Instances
	below       []*WireFact
	wires       *wire.Builder
	reached     *wire.Reached // after Wired
	portWork    int           // that is left
	portFrom    int           // the steps at which the port at hand began
	steps       int           // of all work so far
	leaves      *leaves
	byName      map[string]*ssa.Function // the functions of the package
	portValues  map[PortRef]*portValue
	pending     []*Instance                  // of ports
	waits       []*Instance                  // those of them that the package's fact tells of
	done        bool                         // every function is analysed, or about to be
	settled     bool                         // every function is at its fixpoint
	heldContent map[heldKey]*content.Content // what FieldContent has found
	callees     map[ssa.CallInstruction][]*ssa.Function
	edges       map[edgeKey]*edge
	makers      map[*ssa.Function]maker // of function literals
	exported    map[*ssa.Function][]SinkFact
	callers     map[*ssa.Function][]*edge
	offhand     map[*ssa.Function]bool // functions that one calls, or passes on, which was given up

	names     map[ssa.Value][]string // local names of values
	namings   map[ssa.Value]naming
	defaults  map[*types.Var]string // in the tags of fields
	seenAs    map[fieldsKey][]field
	concrete  []types.Type
	instances []types.Type
	calls     map[token.Pos]*ast.CallExpr
	literals  map[token.Pos]token.Pos // of composite literals: where they begin and end
	facts     map[*ssa.CallCommon][]*FuncFact
	imported  map[importKey]*summary
}

// New prepares the analysis of pkg, whose SSA must be built with
// ssa.GlobalDebug, so that local variables keep their names.
func New(pkg *ssa.Package, files []*ast.File, cfg Config) *Analysis {
	a := &Analysis{
		cfg: cfg, prog: pkg.Prog, pkg: pkg, files: files, graph: &ssautil.Graph{},
		frames: map[*ssa.Function]*frame{}, memory: newMemory(), fields: newFieldIndex(), fixed: map[any]*object{}, states: map[*types.Named]*stateOf{}, heldContent: map[heldKey]*content.Content{}, portValues: map[PortRef]*portValue{}, edges: map[edgeKey]*edge{}, callees: map[ssa.CallInstruction][]*ssa.Function{}, makers: map[*ssa.Function]maker{}, exported: map[*ssa.Function][]SinkFact{}, callers: map[*ssa.Function][]*edge{}, offhand: map[*ssa.Function]bool{},
		names: map[ssa.Value][]string{}, namings: map[ssa.Value]naming{}, defaults: map[*types.Var]string{}, seenAs: map[fieldsKey][]field{},
		facts: map[*ssa.CallCommon][]*FuncFact{}, imported: map[importKey]*summary{},
	}
	a.in = newInterner(&a.tally)
	a.funcs, a.generics = ssautil.Functions(pkg)
	for _, fns := range [][]*ssa.Function{a.funcs, a.generics} {
		for _, fn := range fns {
			a.index(fn)
		}
	}
	return a
}

// index notes the names of local variables, and the instances of generic types
// that are put into interfaces.
func (a *Analysis) index(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.DebugRef:
				a.enterName(in)
			case *ssa.MakeInterface:
				a.enterInstance(in.X.Type())
			}
		}
	}
}

func (a *Analysis) enterInstance(t types.Type) {
	n := ssautil.Named(t)
	if n == nil || n.TypeArgs().Len() == 0 || n.Obj().Pkg() != a.pkg.Pkg {
		return
	}
	for _, known := range a.instances {
		if types.Identical(known, n) {
			return
		}
	}
	a.instances = append(a.instances, n)
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

// newObject makes an object.
func (a *Analysis) newObject(o object) *object {
	a.objects++
	o.id = a.objects
	return &o
}

// Package is the package that is analysed.
func (a *Analysis) Package() *ssa.Package { return a.pkg }

// Functions returns every function of the package that has a body, instances
// of generic ones and function literals among them.
func (a *Analysis) Functions() []*ssa.Function { return a.funcs }

// Tally counts the widenings so far.
func (a *Analysis) Tally() *limit.Tally { return &a.tally }
