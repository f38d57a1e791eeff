package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// call looks at a call that v is passed to, as an argument or the receiver.
func (w *walker) call(v ssa.Value, in ssa.CallInstruction, prefix Path, sure bool) {
	c := in.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		w.builtin(v, b, in, prefix, sure)
		return
	}
	for i, arg := range arguments(c) {
		if arg == v {
			w.argument(in, i, prefix, sure)
		}
	}
}

func (w *walker) builtin(v ssa.Value, b *ssa.Builtin, in ssa.CallInstruction, prefix Path, sure bool) {
	args := in.Common().Args
	switch b.Name() {
	case "append":
		if res, ok := in.(ssa.Value); ok && sharesMemory(res.Type()) {
			w.walk(res, prefix, false)
		}
	case "delete":
		if args[0] != v {
			return
		}
		if keys, all := w.a.eval(args[1], nil, before(in)).Keys(); all && len(keys) == 1 {
			p := prefix.plus(Sel{Key, keys[0]})
			w.put(&effect{path: p, in: in, strong: sure && p.exact()})
		} else if keys := w.a.everyElement(args[1]); sure && prefix.exact() {
			for _, k := range keys {
				w.put(&effect{path: prefix.plus(Sel{Key, k}), in: w.a.loopOf(in), strong: true})
			}
		}
	case "clear":
		w.put(&effect{path: prefix, in: in, strong: sure && prefix.exact()})
	case "copy":
		if args[0] == v {
			src := args[1]
			w.put(&effect{path: prefix.plus(Sel{Elem, ""}), in: in, pos: in.Pos(), content: func(rest Path, at point) *Content {
				return w.a.eval(src, Path{{Elem, ""}}.plus(rest...), at)
			}})
		}
	}
}

// argument looks at the i-th argument of a call that is not a builtin.
func (w *walker) argument(in ssa.CallInstruction, i int, prefix Path, sure bool) {
	c := in.Common()
	fn := calleeFunc(c)
	res, _ := in.(ssa.Value)
	if fn != nil {
		if w.a.cfg.Sanitizer(fn) != NotSanitizer {
			return
		}
		if s, ok := w.a.cfg.Setter(fn); ok && i == 0 {
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
	if len(fns) == 0 {
		w.unknown(in, fn, i, prefix)
	}
}

// set: a setter writes an entry and returns its receiver.
func (w *walker) set(in ssa.CallInstruction, s Setter, prefix Path, sure bool) {
	args := arguments(in.Common())
	val := args[s.ValueArg+1]
	if s.Key != "" {
		p := prefix.plus(Sel{Key, s.Key})
		w.put(&effect{path: p, in: in, pos: in.Pos(), strong: sure && p.exact(), content: w.a.contentOf(val)})
	} else {
		w.entries(in, args[s.KeyArg+1], prefix, sure, func(Sel) func(Path, point) *Content { return w.a.contentOf(val) })
	}
	if res, ok := in.(ssa.Value); ok {
		w.walk(res, prefix, sure)
	}
}

// callee takes over what the function f of this package does to its i-th
// parameter, and follows the parameter into the results.
func (w *walker) callee(in ssa.CallInstruction, f *ssa.Function, i int, prefix Path, sure bool) {
	p := f.Params[i]
	for _, e := range w.a.effects(p) {
		for _, x := range w.a.nested(e, in, f) {
			x.path = prefix.plus(x.path...)
			x.strong = x.strong && sure && prefix.exact()
			w.put(x)
		}
	}
	res, ok := in.(ssa.Value)
	if !ok || !sharesMemory(res.Type()) {
		return
	}
	for r := range f.Signature.Results().Len() {
		out := resultValue(res, r, f.Signature.Results().Len())
		if out == nil || !sharesMemory(out.Type()) {
			continue
		}
		for _, ref := range w.a.resultOf(f, r, nil).Refs {
			if ref.Param == p && ref.sanitizer == NotSanitizer {
				w.walk(out, prefix.plus(ref.Path...), false)
			}
		}
	}
}

// resultValue returns the value that holds result r of a call with n results.
func resultValue(call ssa.Value, r, n int) ssa.Value {
	if n == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == r {
			return x
		}
	}
	return nil
}

// nested returns e, which happens in the callee f, as seen from a call of f.
func (a *Analysis) nested(e *effect, call ssa.CallInstruction, f *ssa.Function) []*effect {
	if e.in.Parent() == f && !a.survives(nil, e.in, exitOf(f), nil) {
		return nil
	}
	n := *e
	n.in = call
	n.strong = e.strong && e.in.Parent() == f && a.always(e.in) && a.undisturbed(e, f)
	if _, deferred := call.(*ssa.Defer); deferred {
		n.late, n.strong = true, false
	}
	if _, spawned := call.(*ssa.Go); spawned {
		n.strong = false
	}
	if e.content != nil {
		n.content = func(rest Path, at point) *Content {
			return a.substitute(e.content(rest, exitOf(f)), call, f, at)
		}
	}
	if len(e.keys) == 0 {
		return []*effect{&n}
	}
	return a.nestedKeys(n, e, call, f)
}

// undisturbed: no later effect of the callee puts something else in the place.
func (a *Analysis) undisturbed(e *effect, f *ssa.Function) bool { return true }

// nestedKeys resolves a key that is a parameter of the callee.
func (a *Analysis) nestedKeys(n effect, e *effect, call ssa.CallInstruction, f *ssa.Function) []*effect {
	s := &substitution{a: a, call: call, fn: f, at: before(call)}
	var out []*effect
	for _, ch := range s.child(&Child{keyRefs: e.keys, Val: nothing, Pos: e.pos}) {
		x := n
		x.pos, x.keys = ch.Pos, ch.keyRefs
		last := Sel{AnyKey, ""}
		if ch.Known {
			last = Sel{Key, ch.Key}
		}
		x.path = e.path[:len(e.path)-1].plus(last)
		out = append(out, &x)
	}
	if len(out) == 1 && out[0].keys == nil && e.in.Parent() == f && a.always(e.in) {
		out[0].strong = out[0].path.exact()
	}
	return out
}

// unknown: a function that cannot be seen may fill what a pointer points to.
func (w *walker) unknown(in ssa.CallInstruction, fn *types.Func, i int, prefix Path) {
	if fn != nil && w.a.cfg.ReadOnly(fn) {
		return
	}
	args := arguments(in.Common())
	arg := args[i]
	if mi, ok := arg.(*ssa.MakeInterface); ok {
		arg = mi.X
	}
	ptr, ok := arg.Type().Underlying().(*types.Pointer)
	if !ok || i == 0 && in.Common().Signature().Recv() != nil {
		return
	}
	flags := Unknown
	if _, isStruct := ptr.Elem().Underlying().(*types.Struct); !isStruct {
		flags |= Opaque
	}
	w.put(&effect{path: prefix, in: in, pos: token.NoPos, merge: true, content: func(Path, point) *Content {
		return &Content{Flags: flags}
	}})
}
