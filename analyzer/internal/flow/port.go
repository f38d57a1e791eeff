package flow

import (
	"encoding/gob"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Port is the [Info] of a sink of which only the program as a whole can say
// whether it is one: the call of an interface, or of a function value, whose
// implementations other packages bring. What gets into it travels as any
// payload does, up to the package that wires the two (wired.go).
type Port struct {
	Func   wire.Node // where the implementation is held
	Method string    // of an interface
	Pkg    string    // the package that calls
}

// String names the port, for tests.
func (p Port) String() string {
	if p.Method == "" {
		return string(p.Func)
	}
	return string(p.Func) + "." + p.Method
}

func init() { gob.RegisterName("ciolint.Port", Port{}) }

// A Part is a part of an argument.
type Part struct {
	Index int // the receiver of a method counted
	Path  content.Path
	Cut   bool // it has fields that are no parts of their own
}

// port is the instance of a call that runs what other packages bring; nil if
// the package decides itself what the call runs, or nothing is handed over that
// may be a datum.
func (a *Analysis) port(f *frame, call ssa.CallInstruction) *Instance {
	c := call.Common()
	if _, builtin := c.Value.(*ssa.Builtin); builtin || c.StaticCallee() != nil || !ssautil.FromSource(f.fn) {
		return nil // of wrappers, what embeds an interface knows ([Analysis.embedded])
	}
	at := a.wires.Node(c.Value)
	if !a.wires.Outside(at) {
		return nil // nothing, or nothing but what the package brings itself
	}
	info := Port{Func: at, Pkg: a.pkg.Pkg.Path()}
	if c.IsInvoke() {
		info.Method = c.Method.Name()
	}
	snk := &Sink{Arg: -1, Info: info, Parts: portParts(c)}
	if len(snk.Parts) == 0 {
		return nil
	}
	return &Instance{Sink: snk, Final: call, Call: call, Arg: -1, Content: f.handedOver(call, snk.Parts)}
}

// portParts are the parts of a call's arguments that may hold data: each
// argument as a whole, and of structs the fields, which an implementation may
// take out.
func portParts(c *ssa.CallCommon) []Part {
	var out []Part
	for k, arg := range ssautil.Args(c) {
		if c.IsInvoke() && k == 0 || !wire.IsData(arg.Type()) {
			continue
		}
		out = append(out, partsIn(k, arg.Type())...)
	}
	return out
}

// partsIn are the parts of argument k, of type t, that may hold data: all of it,
// and the fields of structs, in lists and maps too, a few levels deep. A part
// below which fields are left out is cut.
func partsIn(k int, t types.Type) []Part {
	out := []Part{{Index: k}}
	var visit func(at int, t types.Type)
	visit = func(at int, t types.Type) {
		if sel, elem := elementOfType(t); elem != nil && ssautil.HasFields(elem) {
			if len(out[at].Path) > limit.FactDepth.Max {
				out[at].Cut = true
				return
			}
			out = append(out, Part{Index: k, Path: out[at].Path.Plus(sel)})
			visit(len(out)-1, elem)
			return
		}
		s, ok := ssautil.Struct(t)
		if !ok || ssautil.IsWrapper(t) {
			return
		}
		for v := range s.Fields() {
			switch {
			case !wire.IsData(v.Type()):
			case len(out[at].Path) > limit.FactDepth.Max || len(out) > limit.FactFields.Max:
				out[at].Cut = true
			default:
				out = append(out, Part{Index: k, Path: out[at].Path.Plus(content.Sel{Kind: content.Field, Name: v.Name()})})
				visit(len(out)-1, v.Type())
			}
		}
	}
	visit(0, t)
	return out
}

// handedOver is one content for all parts, each under its number.
func (f *frame) handedOver(call ssa.CallInstruction, parts []Part) *content.Content {
	args := ssautil.Args(call.Common())
	var b content.Builder
	for n, p := range parts {
		arg := args[p.Index]
		for _, s := range f.moments(call) {
			c := f.a.closedOver(f.partContent(f.value(arg), arg.Type(), p.Path, s, arg))
			if c.Empty() {
				continue
			}
			b.AddChild(&content.Child{Key: partKey(n), Known: true, Val: c, Pos: f.a.ArgumentPos(call, p.Index)})
		}
	}
	return b.Done()
}

// partKey is the entry that stands for the n-th part.
func partKey(n int) string { return strconv.Itoa(n) }

// isPort reports whether an instance is of a port.
func isPort(inst *Instance) bool {
	_, ok := inst.Sink.Info.(Port)
	return ok
}

// split takes the instances of ports out of what was found: they wait for the
// package that wires them.
func (a *Analysis) split(found []*Instance) []*Instance {
	var out []*Instance
	for _, inst := range found {
		if isPort(inst) {
			a.pending = append(a.pending, inst)
		} else {
			out = append(out, inst)
		}
	}
	return out
}

// wireUp makes the graph of the package's wiring.
func (a *Analysis) wireUp() {
	known := map[string]bool{a.pkg.Pkg.Path(): true}
	if a.cfg.Wires != nil {
		a.below = a.cfg.Wires()
	}
	for _, f := range a.below {
		known[f.Path] = true
	}
	a.leaves = a.newLeaves(a.below)
	a.portWork = a.portBudget()
	a.wires = wire.Build(slices.Concat(a.funcs, a.generics), wire.Config{
		Path:   a.pkg.Pkg.Path(),
		Main:   a.pkg.Pkg.Name() == "main",
		Known:  func(path string) bool { return known[path] },
		Leaf:   a.isLeaf,
		Handed: func(fn *types.Func) { a.listedSender(fn) },
		Arg:    a.ArgumentPos,
	})
}

// followPort is push for an instance of a port, at its cost.
func (a *Analysis) followPort(inst *Instance, seen map[string]bool) []*Instance {
	a.portFrom = a.steps
	out := a.push(inst, seen)
	a.portWork -= a.steps - a.portFrom
	return out
}

// affords reports whether the package may follow a port to one more caller.
// Beyond what its ports may cost, what is handed over is not known.
func (a *Analysis) affords(inst *Instance) bool {
	if a.steps-a.portFrom <= a.portWork {
		return true
	}
	var b content.Builder
	for _, ch := range inst.Content.Children {
		x := *ch
		x.Val = ch.Val.Widen(limit.PortWork)
		b.AddChild(&x)
	}
	inst.Content = b.Done()
	a.cut(inst, limit.PortWork)
	a.tally.Reached(limit.PortWork)
	return false
}

// portBudget is what the ports of the package may cost.
func (a *Analysis) portBudget() int {
	n := 0
	for _, fn := range a.funcs {
		for _, b := range fn.Blocks {
			n += len(b.Instrs)
		}
	}
	return max(limit.PortWork.Max*n, leastPortWork)
}

// leastPortWork is what the ports of any package may cost: it takes no time.
const leastPortWork = 50_000
