package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// What the rules ask of the wiring that is no payload.

// PortAt returns where the implementations are held that a call runs, and which
// method of them; false if the package decides itself what the call runs, and sees it: a
// function value may be another package's.
func (a *Analysis) PortAt(call ssa.CallInstruction) (n wire.Node, method string, ok bool) {
	a.analyse()
	c := call.Common()
	if _, builtin := c.Value.(*ssa.Builtin); builtin || c.StaticCallee() != nil || !ssautil.FromSource(call.Parent()) {
		return "", "", false
	}
	if c.IsInvoke() {
		method = c.Method.Name()
	}
	n = a.wires.Node(c.Value)
	if a.wires.Outside(n) {
		return n, method, true
	}
	own := func(name string) bool { return a.functionNamed(name) != nil }
	return n, method, !c.IsInvoke() && a.wires.Holds(n, own)
}

// WireNode is where the implementations are held that v is; "" if it is none.
func (a *Analysis) WireNode(v ssa.Value) wire.Node {
	a.analyse()
	return a.wires.Node(v)
}

// An Implementation is a function that a call of a port may run.
type Implementation struct {
	Func  string
	Shift int       // which of its parameters the first argument of the call is, as [ssautil.Args] has them; -1 if it has none for it
	Given token.Pos // where the package puts it there; not valid if others do
}

// Behind returns what may run where a method, or the functions, held at n are
// called. It is known after [Analysis.Wired].
func (a *Analysis) Behind(n wire.Node, method string) []Implementation {
	if a.reached == nil {
		return nil
	}
	var out []Implementation
	for _, leaf := range a.reached.At(n) {
		name, shift, ok := a.wires.Callee(leaf, method)
		if !ok {
			continue
		}
		out = append(out, Implementation{name, shift, a.reached.Given(leaf, n)})
	}
	return out
}

// IsGiven reports whether the package hands a function on as a value.
func (a *Analysis) IsGiven(name string) bool { return a.wires.IsGiven(name) }

// GivenAway reports whether a function of the package is handed to another one
// that is analysed, as a value or as the method of an implementation.
func (a *Analysis) GivenAway(fn *ssa.Function) bool {
	return a.wires.GivenAway(fn)
}

// Below returns what the packages below say of their wiring.
func (a *Analysis) Below() []*WireFact { return a.below }

// Listed returns the functions of SDKs that the package hands on as, or in, an
// implementation.
func (a *Analysis) Listed() []*types.Func { return a.leaves.listed }

// Place is the file and the line of an instruction, and In the function that it
// stands in, for messages elsewhere.
func (a *Analysis) Place(in ssa.Instruction) (at, fn string) {
	f := in.Parent()
	for f.Parent() != nil {
		f = f.Parent()
	}
	return a.place(in), a.shortName(f)
}
