package precede

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Port is what a call runs of which the program as a whole says what it is: a
// method of an interface, or a function value.
type Port struct {
	Func   wire.Node // where the implementation is held
	Method string    // of an interface
}

// A Handed is an operation of which only those who wire the program can say what
// it is: somebody is handed to a port.
type Handed struct {
	Operation
	Port    Port
	Arg     int      // as in [ssautil.Args]
	Seen    []string // functions that the package knows to be run
	bearing bool     // it may delete, going by its type

	settled bool    // by the function of another package that is called
	unless  []Guard // so it is if one of these is what has to come before
	loops   []Place // around the port, further down

	// byCaller: the callers of the function bring what is behind the port, and
	// are asked each for itself.
	byCaller bool
}

// Handed returns whom a call hands to a port. A text that is constant is nobody.
func (p *Ports) Handed(call ssa.CallInstruction) []Handed {
	n, method, ok := p.a.core.PortAt(call)
	if !ok {
		return nil
	}
	c := call.Common()
	var out []Handed
	for i, arg := range ssautil.Args(c) {
		if c.IsInvoke() && i == 0 || !namesSomebody(arg.Type()) {
			continue
		}
		s := p.a.Subject(arg)
		if !slices.ContainsFunc(s, func(x part) bool { return x.root != nil }) {
			continue
		}
		h := Handed{Operation: Operation{At: call, Subject: s}, Port: Port{n, method}, Arg: i, Seen: p.seen(call)}
		h.bearing = !givesData(c.Signature())
		out = append(out, h)
	}
	return out
}

// HandedOn is whom a call hands to a port by a function of another package.
func (p *Ports) HandedOn(m Imported) []Handed {
	n := p.broughtBy(m.Port.Func, m.At.(ssa.CallInstruction))
	if n == "" || len(m.Operation.Subject) == 0 {
		return nil
	}
	h := Handed{Operation: m.Operation, Port: Port{n, m.Port.Method}, Arg: m.Arg, bearing: true, settled: m.Settled, unless: p.guardsFor(m.Unless, m.At.(ssa.CallInstruction)), loops: m.Loops}
	return []Handed{h}
}

// namesSomebody reports whether a value of type t may: a text, a struct, or a
// list of these.
func namesSomebody(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok && !ssautil.IsBytesType(t) {
		t = s.Elem()
	}
	_, generic := types.Unalias(t).(*types.TypeParam)
	return generic || !types.IsInterface(t) && wire.IsData(t)
}

// givesData: what returns data is a question, and deletes nobody.
func givesData(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		t := v.Type()
		if _, basic := t.Underlying().(*types.Basic); !basic && !ssautil.IsErrorType(t) && ssautil.QualifiedTypeName(t) != "net/http.Response" {
			return true
		}
	}
	return false
}

// seen are the functions that the package knows a call to run.
func (p *Ports) seen(call ssa.CallInstruction) []string {
	var out []string
	for _, fn := range p.a.core.Imported(call.Common()) {
		out = append(out, fn.FullName())
	}
	for _, fn := range p.a.core.Callees(call) {
		if ssautil.FromSource(fn) {
			out = append(out, wire.FuncName(fn))
		}
	}
	slices.Sort(out)
	return out
}

// Raised are hs where it is known what is behind their ports, as far as the package
// tells: if a parameter is, at the callers.
func (p *Ports) Raised(hs []Handed) []Handed {
	var out []Handed
	for _, h := range hs {
		out = append(out, p.raised(h, nil, map[ssa.Instruction]bool{})...)
	}
	return out
}

// raised is h, and h as callers see it who bring what is behind the port. The
// level says, if it is not nil, what comes before in the function.
func (p *Ports) raised(h Handed, level func(Handed, Operation) Site, seen map[ssa.Instruction]bool) []Handed {
	fn := h.fn()
	owner, _, isParam := h.Port.Func.AsParam()
	if seen[h.At] || !isParam || owner != wire.FuncName(fn) || h.Subject.isLocal(fn) {
		return []Handed{h}
	}
	seen[h.At] = true
	h.loops = slices.Clone(h.loops)
	for _, in := range p.a.Order(nil).StopsAtError(h.Operation) {
		if at := p.place(in); in.Parent() == fn && !slices.Contains(h.loops, at) {
			h.loops = append(h.loops, at)
		}
	}
	var before []Guard
	if level != nil {
		before = level(h, h.Operation).Before
	}
	var out []Handed
	for _, x := range p.a.seenByCallers(h.Operation) {
		call, ok := x.At.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if n := p.broughtBy(h.Port.Func, call); n != "" {
			up := h
			up.Operation, up.Port.Func, up.unless = x, n, p.guardsFor(before, call)
			out = append(out, p.raised(up, level, seen)...)
		}
	}
	h.byCaller = true
	return append(out, h)
}

// broughtBy is a node as a call sees it: of a parameter of what is called, the
// argument.
func (p *Ports) broughtBy(n wire.Node, call ssa.CallInstruction) wire.Node {
	fn, i, ok := n.AsParam()
	args := ssautil.Args(call.Common())
	if !ok || i >= len(args) || fn != calledName(call) {
		return n
	}
	return p.a.core.WireNode(args[i])
}

// guardsFor are guards as a call sees them.
func (p *Ports) guardsFor(gs []Guard, call ssa.CallInstruction) []Guard {
	var out []Guard
	for _, g := range gs {
		if g.Port.Func = p.broughtBy(g.Port.Func, call); g.Port.Func != "" {
			out = append(out, g)
		}
	}
	return out
}

func calledName(call ssa.CallInstruction) string {
	if fn := call.Common().StaticCallee(); fn != nil {
		return wire.FuncName(fn)
	}
	return ""
}

// Export tells importers, and those who wire the package, whom its functions hand
// to ports, and whether that is judged here.
func (p *Ports) Export() {
	for _, h := range p.handed {
		o := p.a.Order([]Operation{h.Operation})
		p.climb(h, h.Operation, o, OpFact{Kind: Hands, Port: h.Port, Arg: h.Arg, Loops: h.loops}, map[ssa.Instruction]bool{})
	}
}

// climb exports f for the function of op, and for those above.
func (p *Ports) climb(h Handed, op Operation, o *Order, f OpFact, seen map[ssa.Instruction]bool) {
	if seen[op.At] {
		return
	}
	seen[op.At] = true
	s := p.level(h, op)
	f.Settled = f.Settled || s.Known > No || s.Acted && !h.byCaller || calledElsewhere(p.a.core, op.fn()) && !op.Subject.isPassed(op.fn())
	f.Unless = slices.Clone(f.Unless)
	for _, g := range s.Before {
		g.Judged = g.Judged || !h.byCaller
		f.Unless = addGuard(f.Unless, g)
	}
	for _, g := range s.Acts {
		if g.Judged, g.Anybody = true, true; !h.byCaller { // else importers are the first to judge it
			f.Unless = addGuard(f.Unless, g)
		}
	}
	subject, ok := subjectFacts(op)
	owner, _, isParam := h.Port.Func.AsParam()
	foreign := h.byCaller && isParam && owner != wire.FuncName(op.fn()) // what is behind is another caller's
	if ok && !foreign && slices.ContainsFunc(subject, func(s SubjectFact) bool { return s.Param >= 0 }) {
		f.Subject, f.Perhaps, f.Silent = subject, o.skips(op.fn(), op.Subject), p.a.hidesFailure(op)
		p.a.export(op.fn(), f)
	}
	for _, x := range p.a.seenByCallers(op) {
		p.climb(h, x, o, f, seen)
	}
}

func (p Port) compare(q Port) int {
	return cmp.Or(cmp.Compare(p.Func, q.Func), cmp.Compare(p.Method, q.Method))
}
