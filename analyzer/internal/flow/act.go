package flow

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An Act is something done to somebody: by a call, or by a function literal
// that is made at an instruction and runs from there on.
type Act struct {
	At  ssa.Instruction
	Who Subject

	unsure bool // the function that was called says nothing if it failed
}

// Same reports whether two acts are done to the same one.
func (x Act) Same(y Act) bool { return x.Who.same(y.Who) }

// Calls returns the calls of the package, function by function.
func (a *Analysis) Calls() iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range slices.Concat(a.funcs, a.generics) {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(ssa.CallInstruction); ok && !yield(call) {
						return
					}
				}
			}
		}
	}
}

// Named returns the functions that a call names or, through an interface,
// stands for.
func (a *Analysis) Named(call ssa.CallInstruction) []*types.Func { return a.sinkFuncs(call) }

// Arguments returns what a call passes, the receiver first.
func Arguments(call ssa.CallInstruction) []ssa.Value { return arguments(call.Common()) }

// Source is the call as it stands in the source, nil if it does not.
func (a *Analysis) Source(in ssa.Instruction) *ast.CallExpr {
	if call, ok := in.(ssa.CallInstruction); ok {
		return a.CallExpr(call)
	}
	return nil
}

// CalledName is the name by which the source calls something: of a function,
// a method, a variable or a field.
func (a *Analysis) CalledName(call ssa.CallInstruction) string {
	src := a.CallExpr(call)
	if src == nil {
		return ""
	}
	switch f := ast.Unparen(src.Fun).(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.IndexExpr: // with a type argument
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name
		}
	}
	return ""
}

// IfText returns the acts that a call does to who when the part of its
// argument at p is the given text: at the call, or at callers that pass it.
func (a *Analysis) IfText(call ssa.CallInstruction, arg int, p Path, text string, who Subject) []Act {
	c := a.eval(Arguments(call)[arg], p, before(call))
	return a.ifText(&Instance{Sink: &Sink{Path: p}, Final: call, Call: call, Content: c}, text, who, 0)
}

func (a *Analysis) ifText(inst *Instance, text string, who Subject, deep int) []Act {
	if keys, _ := inst.Content.Keys(); slices.Contains(keys, text) {
		return []Act{{At: inst.Call, Who: who}}
	}
	var out []Act
	for _, fn := range paramFuncs(inst.Content) {
		for _, call := range a.callersOf(fn) {
			if deep < maxCallers {
				out = append(out, a.ifText(a.seenFrom(inst, call, fn), text, who.seenFrom(a, call, fn), deep+1)...)
			}
		}
	}
	return out
}

// A Request is an HTTP request as one chain of calls makes it.
type Request struct {
	Method, URL string // {} stands in the URL for what is not constant
	Act                // Who is what names somebody in the URL
	a           *Analysis
	q           *requestQuery
	env         *env
}

// Requests returns the requests that a call makes and known recognises: it
// tells which parts of the URL that are not constant name somebody.
func (a *Analysis) Requests(call ssa.CallInstruction, known func(method, url string) (names map[int]string, ok bool)) []*Request {
	fn := calleeFunc(call.Common())
	if fn == nil {
		return nil
	}
	at, ok := requestFuncs[fn.FullName()]
	if !ok {
		return nil
	}
	var out []*Request
	q := &requestQuery{a: a, call: call, at: at}
	q.accept = func(method string, pieces []piece, e *env) bool {
		names, ok := known(method, shape(pieces))
		if !ok {
			return false
		}
		out = append(out, &Request{Method: method, URL: shape(pieces), Act: q.act(naming(pieces, names), e), a: a, q: q, env: e})
		return true
	}
	q.try(nil)
	return out
}

// naming returns the pieces of a URL that name somebody; if all that names is
// constant, the constants.
func naming(ps []piece, names map[int]string) []piece {
	var out []piece
	hole := 0
	for _, p := range ps {
		_, isName := names[hole]
		if p.val != nil {
			hole++
		}
		if p.val != nil && isName || p.val == nil && len(names) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// act places a request in the function that knows whom it is about.
func (r *requestQuery) act(pieces []piece, e *env) Act {
	act := Act{At: r.call, Who: r.a.subjectOf(pieces)}
	for ; e != nil && !act.Who.local(act.At.Parent()); e = e.up {
		act = Act{At: e.call, Who: act.Who.seenFrom(r.a, e.call, e.fn)}
	}
	return act
}

// seenAbove returns an act as the callers of its function see it, or, if
// that is a function literal, the function around it.
func (a *Analysis) seenAbove(act Act) []Act {
	fn := act.At.Parent()
	var out []Act
	switch {
	case act.Who.local(fn):
	case fn.Parent() != nil && !act.Who.params(fn):
		for _, mk := range a.closures[fn] {
			out = append(out, a.runsAt(mk.(ssa.Instruction), mk, act.Who)...)
		}
		for _, in := range a.uses[fn] {
			out = append(out, Act{At: in, Who: act.Who})
		}
	default:
		for _, call := range a.callersOf(fn) {
			out = append(out, Act{At: call, Who: act.Who.seenFrom(a, call, fn)})
		}
	}
	return out
}

// runsAt: a literal runs at the calls that it is passed to; if there are
// none, from its creation on.
func (a *Analysis) runsAt(mk ssa.Instruction, v ssa.Value, who Subject) []Act {
	var out []Act
	for _, ref := range *v.Referrers() {
		if call, ok := ref.(ssa.CallInstruction); ok {
			out = append(out, Act{At: call, Who: who})
		}
	}
	if len(out) == 0 {
		out = []Act{{At: mk, Who: who}}
	}
	return out
}

// An Order tells what has been done before.
type Order struct {
	a      *Analysis
	acts   map[*ssa.Function][]Act
	strict bool // acts that may have failed do not count

	// Leave says whether importers have the duty to act before, for a function
	// that they can call. Nil leaves nothing to them.
	Leave func(fn *ssa.Function) bool
	left  map[*ssa.Function][]Act
}

// maxActs bounds the acts of one kind in a package, and maxActsHere those in
// one function: a recursion over a tree names ever more people.
const (
	maxActs     = 10000
	maxActsHere = 200
)

// NewOrder prepares for questions about acts of one kind. A call of a
// function that does not return without an error unless it acted is an act.
func (a *Analysis) NewOrder(acts []Act) *Order {
	o := &Order{a: a, acts: map[*ssa.Function][]Act{}, left: map[*ssa.Function][]Act{}}
	for i := 0; i < len(acts) && i < maxActs; i++ {
		act := acts[i]
		fn := act.At.Parent()
		if len(o.acts[fn]) >= maxActsHere || o.has(act) {
			continue
		}
		o.acts[fn] = append(o.acts[fn], act)
		if !o.skips(fn, act.Who) {
			unsure := a.swallows(act)
			for _, x := range a.seenAbove(act) {
				x.unsure = unsure
				acts = append(acts, x)
			}
		}
	}
	return o
}

func (o *Order) has(act Act) bool {
	return slices.ContainsFunc(o.acts[act.At.Parent()], func(x Act) bool {
		return x.At == act.At && x.unsure == act.unsure && x.Who.within(act.Who) && act.Who.within(x.Who)
	})
}

// barriers are the instructions of fn after which who was acted upon, seen
// from p.
func (o *Order) barriers(fn *ssa.Function, who Subject, p point) []ssa.Instruction {
	var acts []Act
	for _, act := range o.acts[fn] {
		if act.Who.same(who) && !isLater(act.At) {
			acts = append(acts, act)
		}
	}
	if o.strict {
		acts = o.reliable(acts, p)
	}
	var out []ssa.Instruction
	for _, act := range acts {
		out = append(out, act.At)
		if h := o.wholeLoop(act); h != nil && (p.in == nil || !o.a.together(h.Block(), p.in.Block())) {
			out = append(out, h)
		}
	}
	return out
}

// isLater: nobody waits for a goroutine, and a deferred call is the last.
func isLater(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Go, *ssa.Defer:
		return true
	}
	return false
}

// wholeLoop returns the start of the loop around an act that is done to every
// element: who comes out of the loop has it behind.
func (o *Order) wholeLoop(act Act) ssa.Instruction {
	b := act.At.Block()
	if !o.a.together(b, b) || !o.a.element(act.Who, act.At) {
		return nil
	}
	head := b
	for d := b.Idom(); d != nil; d = d.Idom() {
		if o.a.together(d, b) {
			head = d
		}
	}
	first := head.Instrs[0]
	if first == act.At || o.a.reaches(first, before(first), []ssa.Instruction{act.At}) {
		return nil
	}
	return first
}

// skips reports whether fn can return without an error and without having
// acted upon who.
func (o *Order) skips(fn *ssa.Function, who Subject) bool {
	for _, b := range fn.Blocks {
		ret, ok := last(b).(*ssa.Return)
		if ok && !returnsError(ret) && o.a.reaches(nil, before(ret), o.barriers(fn, who, before(ret))) {
			return true
		}
	}
	return false
}

// returnsError: the function may fail here.
func returnsError(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	v := ret.Results[len(ret.Results)-1]
	k, isConst := v.(*ssa.Const)
	return types.Identical(v.Type(), errorType) && !(isConst && k.IsNil())
}

// Before reports whether, whenever act is done, the same one was acted upon
// before: in its function or, where that is not called from elsewhere, in
// each of its callers.
func (o *Order) Before(act Act) bool { return o.before(act, map[ssa.Instruction]progress{}) }

// Left returns the acts that are left to importers to prepare, in the
// functions that they call, as found by [Order.Before].
func (o *Order) Left() []Act {
	var out []Act
	for _, fn := range o.a.funcs {
		out = append(out, o.left[fn]...)
	}
	return out
}

// progress is how far the answer for an instruction is.
type progress uint8

const (
	inView   progress = iota + 1
	affirmed          // a single no ends everything
)

func (o *Order) before(act Act, seen map[ssa.Instruction]progress) bool {
	seen[act.At] = inView
	fn, p := act.At.Parent(), before(act.At)
	if d, ok := act.At.(*ssa.Defer); ok {
		p = point{fn: fn, by: d}
	}
	if o.free(act.Who, p) && o.freeBefore(act.Who.listed(fn), act.Who) && !o.above(act, seen) {
		return false
	}
	seen[act.At] = affirmed
	return true
}

// above answers for those around the function, which does not prepare the act
// itself.
func (o *Order) above(act Act, seen map[ssa.Instruction]progress) bool {
	fn := act.At.Parent()
	if !o.a.visible(fn) {
		return o.beforeCalls(act, seen)
	}
	if o.Leave == nil || !o.Leave(fn) || !act.Who.params(fn) || act.Who.local(fn) || o.actsLater(act) {
		return false
	}
	o.left[fn] = append(o.left[fn], act)
	return len(o.a.callersOf(fn)) == 0 || o.beforeCalls(act, seen)
}

// actsLater: the function prepares the act too late.
func (o *Order) actsLater(act Act) bool {
	return slices.ContainsFunc(o.acts[act.At.Parent()], func(x Act) bool { return x.Who.same(act.Who) })
}

// free reports whether control can come to p without an act upon who.
func (o *Order) free(who Subject, p point) bool {
	return o.a.reaches(nil, p, o.barriers(p.fn, who, p))
}

// freeBefore is free for one of the instructions that put who on a list; also
// if there are none.
func (o *Order) freeBefore(ins []ssa.Instruction, who Subject) bool {
	for _, in := range ins {
		if o.free(who, before(in)) {
			return true
		}
	}
	return len(ins) == 0
}

// beforeCalls answers for the callers. Of a recursion, the first call decides.
func (o *Order) beforeCalls(act Act, seen map[ssa.Instruction]progress) bool {
	first := false
	for _, x := range o.a.seenAbove(act) {
		if seen[x.At] == inView {
			continue
		}
		if seen[x.At] != affirmed && !o.before(x, seen) {
			return false
		}
		first = true
	}
	return first
}
