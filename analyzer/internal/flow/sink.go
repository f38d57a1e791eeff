package flow

import (
	"cmp"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
)

// A Sink is one part of one call that must not carry sensitive data. It is
// made by the rules; the engine only finds out what gets there.
type Sink struct {
	Arg   int          // argument, receiver counted
	Path  content.Path // way from the argument to the part
	Type  string       // concrete type that an argument of interface type must have; "" for any
	Info  Info
	Parts []Part // of a port: what the entries of its content are
}

// Info is what the rules know of a sink. It must be comparable, and known to
// encoding/gob; the engine only hands it on, within facts too.
type Info interface {
	String() string // the name of the sink
}

// An Instance is a question answered: what may get into a sink, seen from
// one call. The call is the sink itself, or a call of a function whose
// parameter ends in the sink.
type Instance struct {
	Sink    *Sink
	Final   ssa.Instruction  // the call of the SDK, or the assignment to a field of its types
	Call    ssa.Instruction  // the call or assignment that this instance is seen from
	Arg     int              // the argument of Call that leads to the sink; -1 if several do
	Path    content.Path     // way from that argument to the payload; nil too if there are several
	Depth   int              // calls between Call and Final
	Content *content.Content // what is Outer in it was judged at a smaller depth
	Via     *content.Step
	Through string  // the function of another package that Final calls, and that passes data on
	Stored  bool    // the payload was taken out of a parameter's field, and judged where that is done
	Here    bool    // what a parameter brings is to be judged here: nobody else can
	queues  int     // that it was followed through
	Wiring  *Wiring // of data that gets from one package to another by the wiring of this one; nil else
}

// A Finder says which sinks there are.
type Finder interface {
	Call(*types.Func) []*Sink                 // the parts of a call
	Field(t *types.Named, field string) *Sink // a struct field that is a sink when it is assigned
	Option(*types.Func) *Sink                 // what functions that are passed to the call may add to
	Queries(ssa.CallInstruction) []Query      // what a call is asked because of what it passes
}

// A Query is a sink that a call is because of what it passes, as an HTTP
// request is by its URL: the function alone would not tell.
type Query struct {
	Sink    *Sink
	Value   ssa.Value        // what gets into the sink; nil for the sink's part of its argument
	Content *content.Content // what gets there, if that is known without asking; or nil
	Env     *text.Env        // the calls that make it one
}

// Instances answers for every sink that find names, at the call of the SDK
// and at every call in the package that passes data on to it.
func (a *Analysis) Instances(find Finder) []*Instance {
	a.find = find
	a.wireUp()
	a.analyse()
	var out []*Instance
	for _, fn := range slices.Concat(a.funcs, a.uninstantiated()) {
		f := a.frameOf(fn)
		for _, b := range fn.Blocks {
			for k, in := range b.Instrs {
				s := f.before(b, k)
				switch {
				case s == nil && f.spent:
					s = f.lastState() // how control gets here is not known
				case s == nil:
					continue // nothing leads here
				}
				switch in := in.(type) {
				case ssa.CallInstruction:
					out = append(out, a.split(a.judged(f, in, s))...)
					out = append(out, a.queried(f, in)...)
				case *ssa.Store:
					out = append(out, a.assigned(f, in, s)...)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y *Instance) int {
		return cmp.Or(cmp.Compare(x.Call.Pos(), y.Call.Pos()), cmp.Compare(x.Depth, y.Depth))
	})
	for _, inst := range out {
		a.tally.Add(inst.Content.Limits())
	}
	return out
}

// uninstantiated returns the generic functions that code elsewhere may
// instantiate, or nobody does, or a generic function does for types that it does
// not know: the others are judged by their instances.
func (a *Analysis) uninstantiated() []*ssa.Function {
	of := map[*ssa.Function]bool{}
	for _, fn := range a.funcs {
		for fn.Parent() != nil {
			fn = fn.Parent()
		}
		if !ssautil.WrapsGeneric(fn) {
			of[fn.Origin()] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(a.generics), func(fn *ssa.Function) bool {
		for fn.Parent() != nil {
			fn = fn.Parent()
		}
		return of[fn] && !a.visible(fn)
	})
}

// queried answers what the rules ask of one call, as seen from it and from
// each of the calls that make it a sink, and follows it to the callers.
func (a *Analysis) queried(f *frame, call ssa.CallInstruction) []*Instance {
	type id struct {
		call    ssa.Instruction
		info    Info
		content string
	}
	var out []*Instance
	seen := map[id]bool{}
	for _, q := range a.find.Queries(call) {
		inst := &Instance{Sink: q.Sink, Final: call, Call: call, Arg: q.Sink.Arg, Path: q.Sink.Path, Content: a.answer(f, q, call)}
		for e := q.Env; ; e = e.Up {
			if k := (id{inst.Call, q.Sink.Info, inst.Content.String()}); !seen[k] {
				seen[k] = true
				out = append(out, inst)
			}
			if e == nil {
				break
			}
			inst = a.passedOn(inst, e.Call, e.Fn, a.SeenFrom(inst.Content, e.Call, e.Fn))
		}
		out = append(out, a.push(inst, map[string]bool{})...)
	}
	return out
}

func (a *Analysis) answer(f *frame, q Query, call ssa.CallInstruction) *content.Content {
	switch {
	case q.Content != nil:
		return q.Content
	case q.Value != nil:
		return a.Content(q.Value, nil, ssautil.Before(call))
	}
	return f.argument(call, q.Sink)
}

// analyse brings every function to its fixpoint.
func (a *Analysis) analyse() {
	if a.done {
		return
	}
	a.done = true
	for _, fn := range slices.Concat(a.funcs, a.generics) {
		a.frameOf(fn)
	}
	a.solve()
	a.settleEndless()
	a.settled = true
}

// before is the state before the k-th instruction of b, nil if control was
// not seen to get there.
func (f *frame) before(b *ssa.BasicBlock, k int) *state {
	ps := f.points[b.Index]
	if ps == nil {
		return nil
	}
	return ps[k]
}

// stateAt is the state before an instruction.
func (f *frame) stateAt(in ssa.Instruction) *state {
	if s := f.before(in.Block(), f.a.graph.Index(in)); s != nil {
		return s
	}
	return f.lastState()
}

// judged answers for one call, and follows it to the callers.
func (a *Analysis) judged(f *frame, call ssa.CallInstruction, s *state) []*Instance {
	var out []*Instance
	seen := map[string]bool{}
	for _, fn := range f.sinkFuncs(call) {
		for _, snk := range a.find.Call(fn) {
			args := ssautil.Args(call.Common())
			if snk.Arg >= len(args) {
				continue
			}
			inst := &Instance{Sink: snk, Final: call, Call: call, Arg: snk.Arg, Path: snk.Path, Content: f.argument(call, snk)}
			out = append(out, inst)
			out = append(out, a.push(inst, seen)...)
		}
		if snk := a.find.Option(fn); snk != nil {
			out = append(out, a.options(f, call, snk, s)...)
		}
	}
	if inst := a.port(f, call); inst != nil {
		out = append(out, inst)
		out = append(out, a.followPort(inst, seen)...)
	}
	for _, inst := range a.imports(f, call) {
		out = append(out, inst)
		if isPort(inst) {
			out = append(out, a.followPort(inst, map[string]bool{})...)
		} else {
			out = append(out, a.push(inst, map[string]bool{})...)
		}
	}
	return out
}

// argument is the content of the sink's part of an argument, at the moments
// at which the call may look at it.
func (f *frame) argument(call ssa.CallInstruction, snk *Sink) *content.Content {
	arg := ssautil.Args(call.Common())[snk.Arg]
	v := f.value(arg)
	if snk.Type != "" && !f.mayBe(arg, v, snk.Type) {
		return content.Nothing
	}
	var b content.Builder
	for _, s := range f.moments(call) {
		b.Add(f.partContent(v, arg.Type(), snk.Path, s, arg))
	}
	return f.a.closedOver(b.Done())
}

// partContent is the content of a part of v.
func (f *frame) partContent(v *value, t types.Type, p content.Path, s *state, of ssa.Value) *content.Content {
	return f.partRead(f.reader(s), v, t, p, of)
}

// partRead is partContent for a reader.
func (f *frame) partRead(r *reader, v *value, t types.Type, p content.Path, of ssa.Value) *content.Content {
	p, format := p.Formatted()
	v, t = f.follow(r.s, v, t, p)
	r.pos, r.format = of.Pos(), format
	c := f.whole(r.value(v, t))
	if format {
		return f.a.flatten(c)
	}
	return c
}

// moments are the states in which a call may see what its arguments refer to.
func (f *frame) moments(call ssa.Instruction) []*state {
	switch call := call.(type) {
	case *ssa.Defer:
		if s := f.due[call]; s != nil {
			return []*state{s}
		}
		return []*state{f.lastState()}
	case *ssa.Go, *ssa.MakeClosure:
		return []*state{f.stateAt(call), f.lastState()}
	}
	return []*state{f.stateAt(call)}
}

// mayBe reports whether the interface value v can hold the named type.
func (f *frame) mayBe(arg ssa.Value, v *value, name string) bool {
	if mi, ok := arg.(*ssa.MakeInterface); ok {
		n := ssautil.Named(mi.X.Type())
		return n == nil || n.Obj().Name() == name
	}
	ts, all := f.dynamicTypes(v)
	return !all || slices.ContainsFunc(ts, func(t types.Type) bool { return ssautil.Named(t).Obj().Name() == name })
}

// sinkFuncs returns the functions outside of the package that a call may
// execute: a static callee, or an interface's method, which may stand for
// the method of an SDK type.
func (f *frame) sinkFuncs(call ssa.CallInstruction) []*types.Func {
	c := call.Common()
	if fn := ssautil.Callee(c); fn != nil {
		if !c.IsInvoke() {
			return []*types.Func{fn}
		}
		if _, all := f.dynamicTypes(f.value(c.Value)); all {
			return []*types.Func{fn}
		}
		return append([]*types.Func{fn}, f.a.cfg.Behind(c)...)
	}
	var out []*types.Func
	for _, p := range f.value(c.Value).refs {
		if p.obj.lib != nil && p.path == nil {
			out = append(out, p.obj.lib)
		}
	}
	return out
}

// options answers for the functions that are passed to a call and write to
// the payload themselves.
func (a *Analysis) options(f *frame, call ssa.CallInstruction, snk *Sink, s *state) []*Instance {
	var out []*Instance
	for k, arg := range ssautil.Args(call.Common()) {
		for _, p := range f.functionsIn(arg, s) {
			fn := p.obj.fn
			if fn == nil || len(fn.Params) == 0 || !ssautil.IsMap(fn.Params[0].Type()) {
				continue
			}
			callee := a.frameOf(fn)
			if callee.sum == nil {
				continue
			}
			empty := f.object(objectKey{call, "option"}, object{kind: allocated, typ: fn.Params[0].Type()})
			i := &invocation{f: f, in: call, com: call.Common(), s: s.with(empty, nothing), args: []*value{refTo(place{obj: empty})}}
			for len(i.args) < len(fn.Params) {
				i.args = append(i.args, unknownValue())
			}
			_, after := f.instantiate(callee.sum, i, refTo(p))
			c := f.content(i.args[0], fn.Params[0].Type(), after)
			out = append(out, &Instance{Sink: snk, Final: call, Call: call, Arg: k, Content: c})
		}
	}
	return out
}

// functionsIn returns the functions that v is or lists.
func (f *frame) functionsIn(v ssa.Value, s *state) []place {
	val := f.value(v)
	switch t := v.Type().Underlying().(type) {
	case *types.Signature:
		return val.refs
	case *types.Slice:
		if _, ok := t.Elem().Underlying().(*types.Signature); ok {
			return f.loadAll(&value{c: content.Nothing, refs: f.places(val, anyElem)}, t.Elem(), s).refs
		}
	}
	return nil
}

// assigned answers for one assignment to a struct field.
func (a *Analysis) assigned(f *frame, st *ssa.Store, s *state) []*Instance {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	n := ssautil.Named(addr.X.Type())
	if n == nil {
		return nil
	}
	snk := a.find.Field(n, ssautil.Selected(addr.X.Type()).Field(addr.Field).Name())
	if snk == nil {
		return nil
	}
	c := a.closedOver(f.partContent(f.value(st.Val), st.Val.Type(), nil, s, st.Val))
	inst := &Instance{Sink: snk, Final: st, Call: st, Arg: -1, Content: c}
	return append([]*Instance{inst}, a.push(inst, map[string]bool{})...)
}

// push follows the parameters that an instance depends on to the callers.
func (a *Analysis) push(inst *Instance, seen map[string]bool) []*Instance {
	end := limit.Depth
	if isPort(inst) {
		end = limit.PortDepth
		if !a.affords(inst) {
			return nil
		}
	}
	if inst.Depth >= end.Max {
		a.cut(inst, end)
		return nil
	}
	out := a.pushState(inst, seen)
	for _, fn := range paramFuncs(inst.Content) {
		a.export(inst, fn)
		if obj := ssautil.Declared(fn); obj != nil && ssautil.FromSource(fn) && a.listed(obj, passedBy(inst.Content, fn)) {
			continue
		}
		edges := a.callers[fn]
		inst.Here = inst.Here || a.offhand[fn]
		if (a.visible(fn) || len(edges) == 0) && dependsOnResults(inst.Content) {
			inst.Here = true // what a function returns that somebody else brings
		}
		if len(edges) == 0 || a.visible(fn) {
			inst.Here = inst.Here || !a.visible(fn) && !a.wires.GivenAway(fn)
			out = append(out, a.fromFields(inst, fn, seen)...)
			if len(edges) == 0 {
				continue
			}
		}
		for _, e := range edges {
			if e.late && a.wires.GivenAway(fn) {
				continue // by those who are known to call it
			}
			key := strconv.Itoa(int(e.in.Pos())) + strconv.Itoa(int(e.at.Pos())) + e.from.fn.String() + fn.String() + refKey(inst.Content, fn) + inst.Sink.Path.ID() + strconv.Itoa(inst.Sink.Arg)
			if seen[key] {
				continue
			}
			seen[key] = true
			next := a.seenFrom(inst, e)
			out = append(out, next)
			out = append(out, a.push(next, seen)...)
		}
	}
	return out
}

// cut ends the way of an instance to the callers: what they bring is judged
// here, but for those who are told by a fact.
func (a *Analysis) cut(inst *Instance, at *limit.Limit) {
	for _, fn := range paramFuncs(inst.Content) {
		a.export(inst, fn)
		if !a.visible(fn) && !a.wires.GivenAway(fn) {
			inst.Here = true
			a.tally.Reached(at)
		}
	}
}

// fromFields is inst with what the package stores in fields, where nobody
// visible calls the function.
func (a *Analysis) fromFields(inst *Instance, fn *ssa.Function, seen map[string]bool) []*Instance {
	f := a.frameOf(fn)
	return a.stored(inst, f.instance(f.paramsOnly(), &invocation{f: f, in: callOf(inst.Call)}, nil, f.lastState()), seen)
}

// paramsOnly is a summary that says which parameters there are.
func (f *frame) paramsOnly() *summary {
	s := &summary{of: f}
	for _, p := range f.fn.Params {
		s.params = append(s.params, p)
	}
	for _, v := range f.fn.FreeVars {
		s.params = append(s.params, v)
	}
	return s
}

// seenFrom is inst as the call of e sees it.
func (a *Analysis) seenFrom(inst *Instance, e *edge) *Instance {
	return a.passedOn(inst, e.in, e.fn, a.contentFrom(inst.Content, e))
}

// passedOn is inst as a call of fn sees it, with what gets there.
func (a *Analysis) passedOn(inst *Instance, call ssa.CallInstruction, fn *ssa.Function, c *content.Content) *Instance {
	return &Instance{
		Sink: inst.Sink, Final: inst.Final, Call: call, Depth: inst.Depth + 1,
		Arg: passedBy(inst.Content, fn), Path: wayTo(inst.Content, fn), Content: c, Stored: inst.Stored || a.takenOut(inst), queues: inst.queues,
		Via: &content.Step{Pos: inst.Call.Pos(), Text: "passed on by " + fn.Name(), Prev: inst.Via},
	}
}

// contentFrom is a content that depends on parameters of a function, as the
// call of e makes it.
func (a *Analysis) contentFrom(c *content.Content, e *edge) *content.Content {
	var b content.Builder
	callee := a.frameOf(e.fn)
	moments := e.from.moments(e.at)
	if e.s != nil {
		moments = []*state{e.s}
	}
	for _, s := range moments {
		i := e.from.instance(callee.paramsOnly(), &invocation{f: e.from, in: callOf(e.at), args: e.args, s: s}, e.closure, s)
		if dependsOnResults(c) && callee.sum != nil {
			i.sum = callee.sum
			i.carryOut()
			i.s, i.vals = s, map[*value]*value{}
		}
		i.call.in = e.in
		b.Add((&substitution{i: i, mark: true}).content(c))
	}
	return a.closedOver(b.Done())
}

func callOf(in ssa.Instruction) ssa.CallInstruction {
	call, _ := in.(ssa.CallInstruction)
	return call
}

// listed reports whether a parameter of fn is a sink itself: then its callers
// are judged by that, and not again by what fn does.
func (a *Analysis) listed(fn *types.Func, param int) bool {
	return slices.ContainsFunc(a.find.Call(fn), func(s *Sink) bool { return s.Arg == param })
}

// takenOut reports whether all of a payload comes out of fields of
// parameters, other than those of an SDK's own request types.
func (a *Analysis) takenOut(inst *Instance) bool {
	for _, r := range inst.Content.Refs {
		if !a.Taken(inst, r) {
			return false
		}
	}
	return len(inst.Content.Refs) > 0
}

// Taken reports whether r takes the payload out of a field: of something
// else than a request, whose fields are what is sent.
func (a *Analysis) Taken(inst *Instance, r content.Ref) bool {
	if a.isWayIn(r, inst.Sink.Path) || a.cfg.Request(r.Param.Type()) {
		return false
	}
	p, ok := r.Param.(*ssa.Parameter)
	if !ok {
		return true
	}
	if isMessage(p.Type(), p.Parent().Signature, a.pkg.Pkg) {
		return false
	}
	return below(r.Path) || !a.callersInView(p.Parent()) // of a list, each element is sent here
}

// isWayIn reports whether r takes the last steps of the way to the payload in a
// request: then its parameter is the request, or a part of it. A struct of the
// program's own goes by its JSON names.
func (a *Analysis) isWayIn(r content.Ref, way content.Path) bool {
	if len(r.Path) > len(way) {
		return false
	}
	t := r.Param.Type()
	for k, want := range way[len(way)-len(r.Path):] {
		sel := r.Path[k]
		if sel != want && !(sel.Kind == content.Elem && want.Kind == content.Elem) && a.jsonName(t, sel) != want.Name {
			return false
		}
		t = partType(t, sel)
	}
	return true
}

// jsonName is what JSON calls a part of a value of type t.
func (a *Analysis) jsonName(t types.Type, sel content.Sel) string {
	if u, ok := structOrNil(t); ok && sel.Kind == content.Field {
		for _, jf := range a.fieldsOf(u, false) {
			if jf.v.Name() == sel.Name {
				return jf.name
			}
		}
	}
	return sel.Name
}

// callersInView reports whether all who call fn are in the package: then what
// they bring is judged where they bring it.
func (a *Analysis) callersInView(fn *ssa.Function) bool {
	return ssautil.FromSource(fn) && len(a.callers[fn]) > 0 && !a.visible(fn) && !a.wires.GivenAway(fn)
}

// IsPassedOn reports whether callers of functions of the package pass r on as it is,
// and answer for it.
func (a *Analysis) IsPassedOn(inst *Instance, r content.Ref) bool {
	fn := functionOf(r.Param)
	return fn != nil && len(r.Path) == 0 && a.visible(fn) && !isPortValue(r)
}

// functionOf is the function that p is a parameter of, or that captures it.
func functionOf(p content.Param) *ssa.Function {
	switch p := p.(type) {
	case *ssa.Parameter:
		return p.Parent()
	case *ssa.FreeVar:
		return p.Parent()
	case *callResult:
		return p.of
	case *portValue:
		return p.fn
	}
	return nil
}

// dependsOnResults reports whether c depends on what a function returns that a
// parameter brings.
func dependsOnResults(c *content.Content) bool {
	found := false
	walkRefs(c, func(r content.Ref) {
		_, ok := r.Param.(*callResult)
		found = found || ok
	})
	return found
}

// refKey tells apart the ways in which a content depends on fn.
func refKey(c *content.Content, fn *ssa.Function) string {
	var ids []string
	walkRefs(c, func(r content.Ref) {
		if functionOf(r.Param) == fn {
			ids = append(ids, r.String())
		}
	})
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), "|")
}

// paramFuncs returns the functions whose parameters c depends on.
func paramFuncs(c *content.Content) []*ssa.Function {
	var fns []*ssa.Function
	walkRefs(c, func(r content.Ref) {
		if fn := functionOf(r.Param); fn != nil && !slices.Contains(fns, fn) {
			fns = append(fns, fn)
		}
	})
	ssautil.SortFunctions(fns)
	return fns
}

func paramIndex(fn *ssa.Function, p content.Param) int {
	return slices.IndexFunc(fn.Params, func(q *ssa.Parameter) bool { return content.Param(q) == p })
}

// passedBy returns the index of the parameter of fn that c depends on, or -1
// if there are several.
func passedBy(c *content.Content, fn *ssa.Function) int {
	at := -1
	many := false
	walkRefs(c, func(r content.Ref) {
		i := paramIndex(fn, r.Param)
		if i >= 0 && at >= 0 && at != i {
			many = true
		}
		at = max(at, i)
	})
	// The payload itself decides, if it is one parameter.
	if len(c.Refs) == 1 {
		if i := paramIndex(fn, c.Refs[0].Param); i >= 0 {
			return i
		}
	}
	if many {
		return -1
	}
	return at
}

// wayTo returns the path to the payload in the parameter of fn that it is.
func wayTo(c *content.Content, fn *ssa.Function) content.Path {
	if len(c.Refs) != 1 || paramIndex(fn, c.Refs[0].Param) < 0 {
		return nil
	}
	if p, formatted := c.Refs[0].Path.Formatted(); !formatted {
		return p
	}
	return nil
}

// visible reports whether code outside of the package can call fn: then what
// its parameters bring is its callers' duty. A function literal, an
// unexported function or anything in a main package cannot.
func (a *Analysis) visible(fn *ssa.Function) bool { return ssautil.Visible(fn, a.pkg.Pkg) }

// Collection reports whether what r stands for may have entries of its own
// that its type does not show: a map, or anything at all.
func Collection(r content.Ref) bool {
	if r.Basic || formatted(r.Path) {
		return false
	}
	t := refType(r)
	return t == nil || ssautil.HoldsPayload(t) && !ssautil.IsText(t)
}
