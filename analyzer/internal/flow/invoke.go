package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// call looks at a call that v is passed to, as an argument or the receiver.
func (w *walker) call(v ssa.Value, in ssa.CallInstruction, prefix content.Path, sure bool) {
	c := in.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		w.builtin(v, b, in, prefix, sure)
		return
	}
	for i, arg := range ssautil.Args(c) {
		if arg == v {
			w.argument(in, i, prefix, sure)
		}
	}
}

func (w *walker) builtin(v ssa.Value, b *ssa.Builtin, in ssa.CallInstruction, prefix content.Path, sure bool) {
	args := in.Common().Args
	switch b.Name() {
	case "ssa:wrapnilchk":
		w.walk(in.(ssa.Value), prefix, sure)
	case "append":
		if res, ok := in.(ssa.Value); ok && ssautil.SharesMemory(res.Type()) {
			w.walk(res, prefix, false)
		}
	case "delete":
		if args[0] == v {
			w.deleted(in, args[1], prefix, sure)
		}
	case "clear":
		w.remove(in, &effect{path: prefix, strong: sure && prefix.Exact()})
	case "copy":
		if args[0] == v {
			src := args[1]
			w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Elem}), in: in, pos: in.Pos(), content: func(rest content.Path, at point) *content.Content {
				if ssautil.IsText(src.Type()) {
					return w.a.eval(src, nil, at)
				}
				return w.a.eval(src, content.Path{{Kind: content.Elem}}.Plus(rest...), at)
			}})
		}
	}
}

// deleted: delete(m, k), for a constant key, a key that the caller chooses,
// each key of a constant list, or the keys that a loop over m picks.
func (w *walker) deleted(in ssa.CallInstruction, k ssa.Value, prefix content.Path, sure bool) {
	sure = sure && prefix.Exact()
	if loop := w.a.rangeKey(k); loop != nil && sure {
		if guard := w.a.guardOf(in, loop); guard != nil {
			picked := &content.KeyFilter{ID: "!" + guard.ID, Pass: func(key string) bool { return !guard.Pass(key) }}
			w.put(&effect{path: prefix, in: w.a.loopOf(in), drops: picked})
		}
		return
	}
	c := w.a.eval(k, nil, before(in))
	keys, all := c.Keys()
	switch {
	case all && len(keys) == 1:
		w.remove(in, &effect{path: prefix.Plus(content.Sel{Kind: content.Key, Name: keys[0]}), strong: sure})
	case len(c.Refs) > 0 && len(keys) == 0:
		w.remove(in, &effect{path: prefix.Plus(content.Sel{Kind: content.AnyKey}), keys: c.Refs})
	default:
		for _, key := range w.a.everyElement(k) {
			w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Key, Name: key}), in: w.a.loopOf(in), strong: sure})
		}
	}
}

// remove puts an effect that takes something away. If that is left
// to another goroutine, nobody can rely on it.
func (w *walker) remove(in ssa.CallInstruction, e *effect) {
	e.in = in
	switch in.(type) {
	case *ssa.Go:
		return
	case *ssa.Defer:
		e.atExit, e.removes, e.strong = true, e.strong, false
	}
	w.put(e)
}

// argument looks at the i-th argument of a call that is not a builtin.
func (w *walker) argument(in ssa.CallInstruction, i int, prefix content.Path, sure bool) {
	c := in.Common()
	fn := ssautil.Callee(c)
	res, _ := in.(ssa.Value)
	if fn != nil {
		if w.a.cfg.Sanitizer(fn) != content.NotSanitizer {
			return
		}
		if s, ok := w.a.setter(fn); ok && i == 0 {
			w.set(in, s, prefix, sure)
			return
		}
		if m := modelOf(fn); m != nil {
			m.effects(w, in, i, prefix, sure)
			if m.wraps && m.alias == i+1 && res != nil {
				w.walk(res, prefix, sure)
			}
			return
		}
	}
	fns := w.a.callees(in)
	for _, f := range fns {
		w.callee(in, f, i, prefix, sure && len(fns) == 1)
	}
	facts := w.a.factsFor(c)
	for _, f := range facts {
		w.writes(in, f, i, prefix, sure && len(fns)+len(facts) == 1)
	}
	if len(fns)+len(facts) == 0 {
		w.unknown(in, fn, i, prefix)
	}
}

// set: a setter writes an entry and returns its receiver.
func (w *walker) set(in ssa.CallInstruction, s Setter, prefix content.Path, sure bool) {
	args := ssautil.Args(in.Common())
	val := args[s.ValueArg+1]
	if s.Key != "" {
		p := prefix.Plus(content.Sel{Kind: content.Key, Name: s.Key})
		w.put(&effect{path: p, in: in, pos: in.Pos(), strong: sure && p.Exact(), content: w.a.contentOf(val)})
	} else {
		w.entries(in, args[s.KeyArg+1], prefix, sure, func(content.Sel) func(content.Path, point) *content.Content { return w.a.contentOf(val) })
	}
	if res, ok := in.(ssa.Value); ok {
		w.walk(res, prefix, sure)
	}
}

// callee takes over what the function f of this package does to its i-th
// parameter, and follows the parameter into the results.
func (w *walker) callee(in ssa.CallInstruction, f *ssa.Function, i int, prefix content.Path, sure bool) {
	p := f.Params[i]
	within := w.a.variant(f, in)
	for _, e := range within.effects(p) {
		if w.a.root.spend(1) {
			w.giveUp(in)
			return
		}
		if w.r.nested >= maxNested && len(e.keys) == 0 && !w.a.forbids(e.path) {
			continue // put would drop it
		}
		for _, x := range within.nested(e, in, f) {
			x.path = prefix.Plus(x.path...)
			x.strong = x.strong && sure && prefix.Exact()
			w.put(x)
		}
	}
	w.returned(in, f, within.holdings(p), prefix)
	res, ok := in.(ssa.Value)
	if !ok || !ssautil.SharesMemory(res.Type()) {
		return
	}
	n := f.Signature.Results().Len()
	for r := range n {
		out := ssautil.Result(res, r, n)
		if out == nil || !ssautil.SharesMemory(out.Type()) {
			continue
		}
		for _, l := range w.a.returnedLocs(f, r) {
			if l.root == ssa.Value(p) {
				w.walk(out, prefix.Plus(l.path...), sure && len(w.a.returnedLocs(f, r)) == 1)
			}
		}
	}
}

// returnedLocs returns the places that result r of f may refer to.
func (a *Analysis) returnedLocs(f *ssa.Function, r int) []loc {
	var out []loc
	for _, b := range f.Blocks {
		if ret, ok := ssautil.Last(b).(*ssa.Return); ok && r < len(ret.Results) {
			for _, l := range a.locate(ret.Results[r]) {
				if !slices.ContainsFunc(out, func(m loc) bool { return m.root == l.root && slices.Equal(m.path, l.path) }) {
					out = append(out, l)
				}
			}
		}
	}
	return out
}

// maxCalls bounds the calls between an object and what changes it. Recursion
// is cut before; a chain of that many helpers was not met.
const maxCalls = 64

// nested returns e, which happens in the callee f, as seen from a call of f.
func (a *Analysis) nested(e *effect, call ssa.CallInstruction, f *ssa.Function) []*effect {
	if e.in.Parent() == f && !a.survives(nil, e.in, exitOf(f), nil) {
		return nil
	}
	if e.inside != nil {
		return nil // the literal's calls count
	}
	if e.deep > maxCalls {
		x := anything(call)
		x.deep = e.deep
		return []*effect{x}
	}
	n := *e
	n.in, n.of, n.atExit = call, f, false
	n.deep++
	n.strong = e.strong && e.in.Parent() == f && ssautil.Always(e.in)
	switch call.(type) {
	case *ssa.Defer:
		n.atExit, n.removes, n.strong = true, n.strong, false
	case *ssa.Go:
		n.later, n.strong = true, false
	}
	if e.content != nil {
		kept := passedFor(e.copied, call)
		n.content = func(rest content.Path, at point) *content.Content {
			if kept != nil {
				at = a.keptFrom(call, kept, n.strong, at)
			}
			return a.guarded(question{of: &n, path: rest.ID(), cell: asked, at: at}, func() *content.Content {
				return a.substitute(e.content(rest, exitOf(f)), call, f, at)
			})
		}
	}
	if len(e.keys) == 0 {
		return []*effect{&n}
	}
	return a.nestedKeys(n, e, call, f)
}

// passedFor returns what call passes for the parameter p of its callee; nil
// if p is none.
func passedFor(p ssa.Value, call ssa.CallInstruction) ssa.Value {
	if p, ok := p.(*ssa.Parameter); ok {
		return ssautil.ArgFor(call.Common(), p)
	}
	return nil
}

// nestedKeys resolves a key that is a parameter of the callee.
func (a *Analysis) nestedKeys(n effect, e *effect, call ssa.CallInstruction, f *ssa.Function) []*effect {
	s := &substitution{a: a, call: call, fn: f, at: before(call)}
	var out []*effect
	for _, ch := range s.child(&content.Child{KeyRefs: e.keys, Val: content.Nothing, Pos: e.pos}) {
		out = append(out, n.under(ch, e))
	}
	if len(out) == 1 && out[0].keys == nil && e.in.Parent() == f && ssautil.Always(e.in) && !n.atExit && !n.later {
		out[0].strong = out[0].path.Exact()
	}
	return out
}

// unknown: a function that cannot be seen may fill what a pointer points to.
func (w *walker) unknown(in ssa.CallInstruction, fn *types.Func, i int, prefix content.Path) {
	if fn != nil && w.a.cfg.ReadOnly(fn) {
		return
	}
	args := ssautil.Args(in.Common())
	arg := args[i]
	if mi, ok := arg.(*ssa.MakeInterface); ok {
		arg = mi.X
	}
	if reorders(fn) && i == 0 {
		w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Elem}), in: in, merge: true, content: func(rest content.Path, at point) *content.Content {
			return w.a.eval(args[0], content.Path{{Kind: content.Elem}}.Plus(rest...), before(in))
		}})
		return
	}
	if w.fillsEach(in, i, prefix) {
		return
	}
	ptr, ok := arg.Type().Underlying().(*types.Pointer)
	if !ok || i == 0 && in.Common().Signature().Recv() != nil {
		return
	}
	flags := content.Unknown
	if _, isStruct := ptr.Elem().Underlying().(*types.Struct); !isStruct {
		flags |= content.Opaque
	}
	w.put(&effect{path: prefix, in: in, pos: token.NoPos, merge: true, content: func(content.Path, point) *content.Content {
		return &content.Content{Flags: flags}
	}})
}

// fillsEach: row.Scan(&a, &b) fills what each of its variadic arguments
// points to.
func (w *walker) fillsEach(in ssa.CallInstruction, i int, prefix content.Path) bool {
	c := in.Common()
	if !c.Signature().Variadic() || i != len(ssautil.Args(c))-1 {
		return false
	}
	w.put(&effect{path: prefix.Plus(content.Sel{Kind: content.Elem}), in: in, merge: true, through: true, content: func(content.Path, point) *content.Content {
		return &content.Content{Flags: content.Unknown}
	}})
	return true
}

// reorders reports whether fn moves the elements of its first argument around.
func reorders(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "sort":
		return true
	case "slices":
		return fn.Name() == "Reverse" || strings.HasPrefix(fn.Name(), "Sort")
	}
	return false
}
