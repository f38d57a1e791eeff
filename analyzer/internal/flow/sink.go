package flow

import (
	"cmp"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// A Sink is one part of one call that must not carry sensitive data. It is
// made by the rules; the engine only finds out what gets there.
type Sink struct {
	Arg  int          // argument, receiver counted
	Path content.Path // way from the argument to the part
	Type string       // concrete type that an argument of interface type must have; "" for any
	Info Info
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
	Through string // the function of another package that Final calls, and that passes data on
	Stored  bool   // the payload was taken out of a parameter's field, and judged where that is done
	Here    bool   // what a parameter brings is to be judged here: nobody else can
}

// maxDepth bounds the chain of wrappers around a sink. Recursion is cut
// before; deeper chains than six were not met.
const maxDepth = 64

// unitsPerHop is what it costs to look at a payload from one more call.
const unitsPerHop = 8

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
	var out []*Instance
	for _, fn := range slices.Concat(a.funcs, a.generics) {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case ssa.CallInstruction:
					a.share(in)
					out = append(out, a.judged(in, find)...)
					out = append(out, a.queried(in, find)...)
					for _, inst := range a.imports(in) {
						out = append(out, inst)
						out = append(out, a.push(inst, map[string]bool{})...)
					}
				case *ssa.Store:
					a.share(in)
					out = append(out, a.assigned(in, find)...)
				}
			}
		}
	}
	a.budget = max(a.total, a.spent+unitsPerSink)
	slices.SortStableFunc(out, func(x, y *Instance) int {
		return cmp.Or(cmp.Compare(x.Call.Pos(), y.Call.Pos()), cmp.Compare(x.Depth, y.Depth))
	})
	return out
}

// queried answers what find asks of one call, as seen from it and from each of
// the calls that make it a sink, and follows it to the callers.
func (a *Analysis) queried(call ssa.CallInstruction, find Finder) []*Instance {
	type id struct {
		call    ssa.Instruction
		info    Info
		content string
	}
	var out []*Instance
	seen := map[id]bool{}
	for _, q := range find.Queries(call) {
		inst := &Instance{Sink: q.Sink, Final: call, Call: call, Arg: q.Sink.Arg, Path: q.Sink.Path, Content: a.answer(q, call)}
		for e := q.Env; ; e = e.Up {
			if k := (id{inst.Call, q.Sink.Info, inst.Content.String()}); !seen[k] {
				seen[k] = true
				out = append(out, inst)
			}
			if e == nil {
				break
			}
			inst = a.seenFrom(inst, e.Call, e.Fn)
		}
		out = append(out, a.push(inst, map[string]bool{})...)
	}
	return out
}

func (a *Analysis) answer(q Query, call ssa.CallInstruction) *content.Content {
	switch {
	case q.Content != nil:
		return q.Content
	case q.Value != nil:
		return a.eval(q.Value, nil, a.pointOf(q.Value))
	}
	return a.eval(ssautil.Args(call.Common())[q.Sink.Arg], q.Sink.Path, before(call))
}

// judged answers for one call, and follows it to the callers.
func (a *Analysis) judged(call ssa.CallInstruction, find Finder) []*Instance {
	var out []*Instance
	seen := map[string]bool{}
	for _, fn := range a.sinkFuncs(call) {
		for _, s := range find.Call(fn) {
			args := ssautil.Args(call.Common())
			if s.Arg >= len(args) {
				continue
			}
			inst := &Instance{Sink: s, Final: call, Call: call, Arg: s.Arg, Path: s.Path, Content: a.part(args[s.Arg], s, call)}
			out = append(out, inst)
			out = append(out, a.push(inst, seen)...)
		}
		if s := find.Option(fn); s != nil {
			out = append(out, a.options(call, s)...)
		}
	}
	return out
}

// options answers for the functions that are passed to a call and write to
// the payload themselves.
func (a *Analysis) options(call ssa.CallInstruction, s *Sink) []*Instance {
	var out []*Instance
	for i, arg := range ssautil.Args(call.Common()) {
		for _, fn := range a.functionsIn(arg, before(call)) {
			if len(fn.Params) == 0 || len(fn.Blocks) == 0 || !ssautil.IsMap(fn.Params[0].Type()) {
				continue
			}
			c := a.object(fn.Params[0], nil, whole, exitOf(fn), exitOf(fn))
			own := &content.Content{Children: c.Children, Flags: c.Flags}
			out = append(out, &Instance{Sink: s, Final: call, Call: call, Arg: i, Content: a.closed(own, fn)})
		}
	}
	return out
}

// functionsIn returns the functions that v is or lists.
func (a *Analysis) functionsIn(v ssa.Value, at point) []*ssa.Function {
	switch t := v.Type().Underlying().(type) {
	case *types.Signature:
		return a.functionValues(v, at, map[*ssa.Parameter]bool{})
	case *types.Slice:
		if _, ok := t.Elem().Underlying().(*types.Signature); ok {
			return functions(a.eval(v, content.Path{{Kind: content.Elem}}, at))
		}
	}
	return nil
}

// assigned answers for one assignment to a struct field.
func (a *Analysis) assigned(st *ssa.Store, find Finder) []*Instance {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	n := ssautil.Named(addr.X.Type())
	if n == nil {
		return nil
	}
	s := find.Field(n, ssautil.FieldSel(addr.X.Type(), addr.Field).Name)
	if s == nil {
		return nil
	}
	inst := &Instance{Sink: s, Final: st, Call: st, Arg: -1, Content: a.eval(st.Val, nil, before(st))}
	return append([]*Instance{inst}, a.push(inst, map[string]bool{})...)
}

// moments are the points at which a call may see what its arguments refer to.
func moments(call ssa.CallInstruction) []point {
	switch call := call.(type) {
	case *ssa.Defer:
		return []point{{fn: call.Parent(), by: call}}
	case *ssa.Go:
		return []point{before(call), exitOf(call.Parent())}
	}
	return []point{before(call)}
}

// sinkFuncs returns the functions outside of the package that a call may
// execute: a static callee, or an interface's method, which may stand for
// the method of an SDK type.
func (a *Analysis) sinkFuncs(call ssa.CallInstruction) []*types.Func {
	c := call.Common()
	if fn := ssautil.Callee(c); fn != nil {
		if !c.IsInvoke() {
			return []*types.Func{fn}
		}
		return append([]*types.Func{fn}, a.cfg.Behind(c)...)
	}
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return nil
	}
	if !carriesPayload(c.Signature()) {
		return nil
	}
	var out []*types.Func
	for _, fn := range a.functionValues(c.Value, before(call), map[*ssa.Parameter]bool{}) {
		if obj, ok := fn.Object().(*types.Func); ok && len(fn.Blocks) == 0 && len(fn.Params) == len(c.Args) {
			out = append(out, obj)
		}
	}
	return out
}

// carriesPayload reports whether a function value of the given signature can
// be one that sends a payload.
func carriesPayload(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if ssautil.HoldsPayload(p.Type()) {
			return true
		}
	}
	return false
}

// part evaluates the sink's part of an argument.
func (a *Analysis) part(arg ssa.Value, s *Sink, call ssa.CallInstruction) *content.Content {
	if s.Type != "" && !a.mayBe(arg, s.Type) {
		return content.Nothing
	}
	var b content.Builder
	for _, at := range moments(call) {
		b.Add(a.eval(arg, s.Path, at))
	}
	return b.Done()
}

// mayBe reports whether the interface value v can hold the named type.
func (a *Analysis) mayBe(v ssa.Value, name string) bool {
	mi, ok := v.(*ssa.MakeInterface)
	if !ok {
		return true
	}
	n := ssautil.Named(mi.X.Type())
	return n == nil || n.Obj().Name() == name
}

// push follows the parameters that an instance depends on to the callers.
func (a *Analysis) push(inst *Instance, seen map[string]bool) []*Instance {
	if inst.Depth >= maxDepth {
		inst.Here = true
		return nil
	}
	var out []*Instance
	for _, fn := range paramFuncs(inst.Content) {
		a.export(inst, fn)
		if obj, ok := fn.Object().(*types.Func); ok && ssautil.FromSource(fn) && a.listed(obj, passedBy(inst.Content, fn)) {
			continue
		}
		calls := a.callersOf(fn)
		if y := a.yields(fn); y != nil {
			s := &substitution{a: a, fn: fn, iter: y, at: anytime, mark: true}
			next := *inst
			next.Content, next.Depth, next.Arg = s.content(inst.Content), inst.Depth+1, -1
			out = append(out, &next)
			out = append(out, a.push(&next, seen)...)
			continue
		}
		if len(calls) == 0 {
			inst.Here = inst.Here || !a.visible(fn)
			s := &substitution{a: a, fn: fn, stored: true, at: anytime, mark: true}
			next := *inst
			next.Content, next.Depth, next.Here, next.Stored = s.content(inst.Content), inst.Depth+1, false, true
			out = append(out, &next)
			continue
		}
		for _, call := range calls {
			key := strconv.Itoa(int(call.Pos())) + call.Parent().String() + fn.String() + refKey(inst.Content, fn) + inst.Sink.Path.ID() + strconv.Itoa(inst.Sink.Arg)
			if seen[key] {
				continue
			}
			seen[key] = true
			a.share(call)
			if a.root.spend(unitsPerHop) {
				inst.Here = true
				continue
			}
			next := a.seenFrom(inst, call, fn)
			out = append(out, next)
			out = append(out, a.push(next, seen)...)
		}
	}
	return out
}

// listed reports whether a parameter of fn is a sink itself: then its callers
// are judged by that, and not again by what fn does.
func (a *Analysis) listed(fn *types.Func, param int) bool {
	return slices.ContainsFunc(a.find.Call(fn), func(s *Sink) bool { return s.Arg == param })
}

func (a *Analysis) seenFrom(inst *Instance, call ssa.CallInstruction, fn *ssa.Function) *Instance {
	return &Instance{
		Sink: inst.Sink, Final: inst.Final, Call: call, Depth: inst.Depth + 1,
		Arg: passedBy(inst.Content, fn), Path: wayTo(inst.Content, fn), Content: a.SeenFrom(inst.Content, call, fn), Stored: inst.Stored || a.takenOut(inst),
		Via: &content.Step{Pos: inst.Call.Pos(), Text: "passed on by " + fn.Name(), Prev: inst.Via},
	}
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
	return len(r.Path) > len(inst.Sink.Path) && !a.cfg.Request(r.Param.Type())
}

// refKey tells apart the ways in which a content depends on fn.
func refKey(c *content.Content, fn *ssa.Function) string {
	var ids []string
	walkRefs(c, func(r content.Ref) {
		if paramOf(r).Parent() == fn {
			ids = append(ids, r.String())
		}
	})
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), "|")
}

// walkRefs calls f for each reference in c.
func walkRefs(c *content.Content, f func(content.Ref)) {
	for _, r := range c.Refs {
		f(r)
	}
	for _, ch := range c.Children {
		for _, r := range ch.KeyRefs {
			f(r)
		}
		walkRefs(ch.Val, f)
	}
}

// paramFuncs returns the functions whose parameters c depends on.
func paramFuncs(c *content.Content) []*ssa.Function {
	var fns []*ssa.Function
	walkRefs(c, func(r content.Ref) {
		if fn := paramOf(r).Parent(); !slices.Contains(fns, fn) {
			fns = append(fns, fn)
		}
	})
	ssautil.SortFunctions(fns)
	return fns
}

// passedBy returns the index of the parameter of fn that c depends on, or -1
// if there are several.
func passedBy(c *content.Content, fn *ssa.Function) int {
	at := -1
	many := false
	walkRefs(c, func(r content.Ref) {
		i := slices.Index(fn.Params, paramOf(r))
		if i >= 0 && at >= 0 && at != i {
			many = true
		}
		at = max(at, i)
	})
	// The payload itself decides, if it is one parameter.
	for _, r := range c.Refs {
		if i := slices.Index(fn.Params, paramOf(r)); i >= 0 && len(c.Refs) == 1 {
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
	if len(c.Refs) != 1 || paramOf(c.Refs[0]).Parent() != fn {
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

// fieldContentAnywhere is what any code of the package stores in the field
// that r starts with. It answers for objects that come from elsewhere.
func (a *Analysis) fieldContentAnywhere(r content.Ref) *content.Content {
	if len(r.Path) == 0 || r.Path[0].Kind != content.Field {
		return content.Nothing
	}
	s, ok := ssautil.Struct(r.Param.Type())
	if !ok || !isState(s, r) {
		return content.Nothing
	}
	var b content.Builder
	for i := range s.NumFields() {
		if s.Field(i).Name() != r.Path[0].Name {
			continue
		}
		for _, addr := range a.fieldUse[fieldKey{s, i}] {
			for _, e := range a.reach(addr).effects {
				if n, ok := content.Common(e.path, r.Path[1:]); ok && e.content != nil {
					b.Add(a.anywhere(e, r.Path[1:], n))
				}
			}
		}
	}
	return b.Done()
}

// isState: a collection in a field, or any field of a method's receiver, is
// state that other code fills. The plain fields of a record that is passed
// around say nothing about those of another record of its type.
func isState(s *types.Struct, r content.Ref) bool {
	f := ssautil.FieldNamed(s, r.Path[0].Name)
	if f == nil {
		return false
	}
	recv := paramOf(r).Parent().Signature.Recv()
	if recv != nil && paramOf(r).Parent().Params[0] == paramOf(r) {
		return true
	}
	return !ssautil.IsText(f.Type()) && !ssautil.IsNumber(f.Type())
}

func (a *Analysis) anywhere(e *effect, q content.Path, n int) *content.Content {
	if n == len(e.path) {
		return e.content(q[n:], anytime)
	}
	j := &objectQuery{a: a, at: anytime}
	return &content.Content{Children: []*content.Child{j.child(e, e.path[n:])}}
}
