package flow

import (
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A summary is what a call of a function does, in terms of its parameters: of
// a function of this package, of one that a fact describes, of a literal. A
// call puts its arguments in for them ([frame.instantiate]).
type summary struct {
	of      *frame          // nil for a fact
	params  []content.Param // and then the captured variables
	results []*value
	memory  []holding     // what the objects hold when the function returns
	open    bool          // the analysis gave up: the function does more than this
	fact    *FuncFact     // that it was made of; nil for a function of the package
	name    string        // of a function that a fact describes, if a call names it
	own     int           // of a function that one of another package returns: its own parameters, before those of that one
	applied []application // the functions that it was given and calls, in order
}

// A holding is what an object holds.
type holding struct {
	obj *object
	val *value
}

// An application is a call of a function that a parameter brings.
type application struct {
	fn      place         // where the function is
	args    []*value      // what it is given
	results []*callResult // stand for what it returns
	in      ssa.CallInstruction
	com     *ssa.CallCommon // of in, or of a call in a function that in calls
	must    bool            // the function is called whenever the summarised one returns
}

// A callResult stands, in a summary, for what a function returns that a
// parameter brings.
type callResult struct {
	of   *ssa.Function // that calls it
	name string
	typ  types.Type
	port *PortRef // if other packages bring the function
}

func (r *callResult) Name() string     { return r.name }
func (r *callResult) Type() types.Type { return r.typ }

// summarise sums up what is known of the function now, and lets those know
// who call it, if there is more than before.
func (f *frame) summarise() {
	if f.exit == nil {
		return
	}
	f.publishShared()
	n := &summary{of: f, open: f.spent, results: slices.Clone(f.results), applied: f.applications()}
	for _, p := range f.fn.Params {
		n.params = append(n.params, p)
	}
	for _, v := range f.fn.FreeVars {
		n.params = append(n.params, v)
	}
	for i, v := range n.results {
		if v == nil {
			n.results[i] = nothing
		}
	}
	n.memory = f.reachable(n)
	if f.sum != nil && n.same(f.sum) {
		return
	}
	if f.runs > limit.Recursion.Max {
		n = f.widenSummary(n)
		if f.sum != nil && n.same(f.sum) {
			return
		}
	}
	f.sum = n
	for _, u := range f.a.sortedUsers(f) {
		u.againAt(f)
	}
}

// publishShared tells the shared memory what the function's own objects hold
// in the end that others know of.
func (f *frame) publishShared() {
	for _, o := range f.owned() {
		if old := f.a.memory.vals[o]; old != nil {
			if v, ok := f.exit.mem.get(o.id); ok {
				if n := join(old, v); n != old {
					f.a.publish(o, n)
				}
				f.reveal(f.exit, v)
			}
		}
	}
}

// owned are the objects of the frame, in the order of their making.
func (f *frame) owned() []*object {
	out := make([]*object, 0, len(f.objects))
	for _, o := range f.objects {
		out = append(out, o)
	}
	slices.SortFunc(out, func(x, y *object) int { return int(x.id) - int(y.id) })
	return out
}

// reachable returns what the objects hold that callers can get at: those of
// the parameters, and what results and they refer to.
func (f *frame) reachable(s *summary) []holding {
	var out []holding
	seen := map[*object]bool{}
	var visit func(o *object)
	follow := func(v *value) { f.refs(v, func(p place) { visit(p.obj) }) }
	visit = func(o *object) {
		if seen[o] || o.in != f {
			return
		}
		seen[o] = true
		if o.older != nil {
			visit(o.older)
		}
		if v, ok := f.exit.mem.get(o.id); ok {
			out = append(out, holding{o, v})
			follow(v)
		}
	}
	for _, o := range f.owned() {
		if o.kind == given {
			visit(o)
		}
	}
	for _, v := range s.results {
		follow(v)
	}
	for _, ap := range s.applied {
		for _, v := range ap.args {
			follow(v)
		}
	}
	slices.SortFunc(out, func(x, y holding) int { return int(x.obj.id) - int(y.obj.id) })
	return out
}

func (s *summary) same(t *summary) bool {
	return s.open == t.open && slices.Equal(s.results, t.results) && slices.Equal(s.memory, t.memory) &&
		slices.EqualFunc(s.applied, t.applied, func(x, y application) bool {
			return x.in == y.in && x.com == y.com && x.fn == y.fn && x.must == y.must && slices.Equal(x.args, y.args)
		})
}

// widenSummary is s of a recursion that does not settle.
func (f *frame) widenSummary(s *summary) *summary {
	w := *s
	w.results = slices.Clone(s.results)
	for i, v := range w.results {
		w.results[i] = widen(v, limit.Recursion)
		if f.sum != nil {
			w.results[i] = join(f.sum.results[i], w.results[i])
		}
	}
	if f.sum != nil {
		w.memory, w.applied = f.sum.memory, f.sum.applied
	}
	f.a.tally.Reached(limit.Recursion)
	return &w
}

// againAt has the calls of callee in f analysed again.
func (f *frame) againAt(callee *frame) {
	for _, b := range f.order {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && f.runs1(call, callee) || isRunDefers(in) {
				f.mark(b)
			}
		}
	}
	if !f.any {
		f.again()
	}
	f.a.enqueue(f)
}

// runs1 reports whether a call was seen to run callee.
func (f *frame) runs1(call ssa.CallInstruction, callee *frame) bool {
	return f.called[calledKey{call, callee}]
}

type calledKey struct {
	in     ssa.CallInstruction
	callee *frame
}

func isRunDefers(in ssa.Instruction) bool {
	_, ok := in.(*ssa.RunDefers)
	return ok
}

func (a *Analysis) sortedUsers(f *frame) []*frame {
	out := make([]*frame, 0, len(f.users))
	for u := range f.users {
		out = append(out, u)
	}
	slices.SortFunc(out, func(x, y *frame) int { return x.number - y.number })
	return out
}

// leave is a return.
func (f *frame) leave(ret *ssa.Return, s *state) {
	for i, r := range ret.Results {
		v := f.value(r)
		if load := returnedVariable(r, ret); load != nil {
			v = join(v, f.loadAll(f.value(load.X), load.Type(), s))
		}
		n := v
		if f.results[i] != nil {
			n = join(f.results[i], v)
		}
		f.results[i] = n
	}
	f.exit = f.joinStates(f.exit, s)
}

// returnedVariable returns the load of a variable that stands in a return
// statement beside calls that may change it: "return m, json.Unmarshal(b, &m)".
// The language leaves the order open, SSA loads first, and the compiler last.
func returnedVariable(v ssa.Value, ret *ssa.Return) *ssa.UnOp {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || load.Block() != ret.Block() || len(ret.Results) < 2 || !ssautil.SharesMemory(v.Type()) || ssautil.HasFields(v.Type()) {
		return nil
	}
	var variable types.Object
	for _, ref := range *load.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			if variable != nil && ref.Object() != variable {
				return nil // it was assigned to another one before
			}
			variable = ref.Object()
		case *ssa.Return:
		default:
			return nil
		}
	}
	return load
}

// settleEndless gives functions that were not seen to return, for they call one
// another without end, results of which nothing is known: what stands behind a
// call of them is judged, too.
func (a *Analysis) settleEndless() {
	frames := slices.SortedFunc(maps.Values(a.frames), func(f, g *frame) int { return f.number - g.number })
	for _, f := range frames {
		if f.exit != nil || !returns(f.fn) {
			continue
		}
		f.exit = &state{}
		for i := range f.results {
			f.results[i] = widen(unknownValue(), limit.Recursion)
		}
		a.tally.Reached(limit.Recursion)
		f.summarise()
		a.solve()
	}
}

// returns reports whether fn has a return statement.
func returns(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		_, ok := ssautil.Last(b).(*ssa.Return)
		return ok
	})
}
