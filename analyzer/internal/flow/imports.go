package flow

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// An imported function is seen through its fact: a call puts the arguments in
// for the parameters.
type imported struct {
	a    *Analysis
	call ssa.CallInstruction
	at   point
	mark bool // it is a sink: what it adds itself was judged in its own package
}

// factsFor returns the facts of the functions outside of the package that a
// call may execute.
func (a *Analysis) factsFor(c *ssa.CallCommon) []*FuncFact {
	if fs, ok := a.callFacts[c]; ok {
		return fs
	}
	fs := a.lookFacts(c)
	a.callFacts[c] = fs
	return fs
}

func (a *Analysis) lookFacts(c *ssa.CallCommon) []*FuncFact {
	var out []*FuncFact
	for _, fn := range a.Imported(c) {
		if f := a.cfg.Fact(fn); f != nil {
			out = append(out, f)
		}
	}
	return out
}

// factResult answers for part q of result i of a function with a fact; false
// if the fact does not say all.
func (a *Analysis) factResult(f *FuncFact, call ssa.CallInstruction, i int, q content.Path, at point) (*content.Content, bool) {
	return a.factParts(f.Results, &imported{a: a, call: call, at: at}, i, q)
}

func (a *Analysis) factParts(parts []ResultFact, x *imported, i int, q content.Path) (*content.Content, bool) {
	var b content.Builder
	found := false
	for _, r := range parts {
		n, ok := content.Common(r.Path, q)
		if r.Index != i || !ok || r.Part && n < len(r.Path) {
			continue
		}
		found = found || !r.Part
		c := x.content(r.Content)
		if n == len(r.Path) {
			b.Add(c.Select(q[n:]))
			continue
		}
		e := &effect{content: func(content.Path, point) *content.Content { return c }, pos: x.pos()}
		b.AddChild((&objectQuery{a: a}).child(e, r.Path[n:]))
	}
	return b.Done(), found
}

// pos is where the imported function is called: nothing nearer is in view.
func (x *imported) pos() token.Pos {
	if x.call == nil {
		return token.NoPos
	}
	if e := x.a.CallExpr(x.call); e != nil {
		return e.Pos()
	}
	return x.call.Pos()
}

func (x *imported) content(f ContentFact) *content.Content {
	var b content.Builder
	if !x.mark {
		b.Mark(f.Flags)
	}
	for _, k := range f.Consts {
		b.AddConst(content.Const{Val: k, Outer: x.mark})
	}
	for _, k := range f.Derived {
		b.AddConst(content.Const{Val: k, Derived: true, Outer: x.mark})
	}
	for _, o := range f.Origins {
		b.AddOrigin(content.Origin{Name: o.Name, Kind: o.Kind, Class: o.Class, Outer: x.mark})
	}
	for _, ch := range f.Children {
		for _, c := range x.child(ch) {
			b.AddChild(c)
		}
	}
	for _, r := range f.Refs {
		b.Add(x.ref(r))
	}
	return b.Done()
}

func (x *imported) child(f ChildFact) []*content.Child {
	n := &content.Child{Key: f.Key, Known: f.Known, Elem: f.Elem, Allowed: f.Allowed, Sanitizer: f.Sanitizer, Val: x.content(f.Val), Pos: x.pos(), Outer: x.mark}
	if len(f.Keys) == 0 {
		return []*content.Child{n}
	}
	var keys content.Builder
	for _, r := range f.Keys {
		keys.Add(x.ref(r))
	}
	k := keys.Done()
	names, all := k.Keys()
	var out []*content.Child
	for _, name := range names {
		if f.Sanitizer != content.NotSanitizer && x.a.strips(name, f.Sanitizer) {
			continue
		}
		c := *n
		c.Key, c.Known, c.Outer = name, true, false
		if pos := x.a.ArgumentPos(x.call, f.Keys[0].Param); pos.IsValid() {
			c.Pos = pos
		}
		out = append(out, &c)
	}
	if !all {
		n.KeyRefs = k.Refs
		out = append(out, n)
	}
	return out
}

// ref is what the call passes for the parameter of r.
func (x *imported) ref(r RefFact) *content.Content {
	args := ssautil.Args(x.call.Common())
	if r.Param >= len(args) {
		return content.Anything()
	}
	c := x.a.evalLoaded(args[r.Param], r.Path, before(x.call), x.at)
	if len(r.Except) > 0 {
		c = c.Without(setOf(r.Except))
	}
	if r.Fragment != "" {
		c = x.a.fragmented(c, r.Fragment)
	}
	if r.Sanitizer != content.NotSanitizer {
		c = x.a.sanitized(c, r.Sanitizer, r.Key)
	}
	return content.PassedAt(c, x.a.ArgumentPos(x.call, r.Param))
}

// writes adds what an imported function does to its i-th parameter.
func (w *walker) writes(in ssa.CallInstruction, f *FuncFact, i int, prefix content.Path, sure bool) {
	for _, wf := range f.Writes {
		if wf.Param != i {
			continue
		}
		x := &imported{a: w.a, call: in, at: before(in)}
		e := effect{path: prefix.Plus(wf.Path...), in: in, pos: x.pos(), deep: 1, strong: wf.Strong && sure && prefix.Exact() && wf.Path.Exact()}
		if !wf.Removes {
			e.content = func(rest content.Path, at point) *content.Content {
				y := &imported{a: w.a, call: in, at: at}
				return y.content(wf.Content).Select(rest)
			}
		} else if len(wf.Keys) == 0 && !e.strong {
			continue
		}
		if len(wf.Keys) == 0 {
			w.put(&e)
			continue
		}
		for _, ch := range x.child(ChildFact{Keys: wf.Keys}) {
			n := e.under(ch, &e)
			n.strong = wf.Strong && sure && ch.Known && n.path.Exact()
			if n.content != nil || n.strong {
				w.put(n)
			}
		}
	}
}

// imports answers for the sinks that imported functions pass data on to.
func (a *Analysis) imports(call ssa.CallInstruction) []*Instance {
	var out []*Instance
	for _, f := range a.factsFor(call.Common()) {
		for i := range f.Sinks {
			s := &f.Sinks[i]
			if slices.ContainsFunc(a.sinkFuncs(call), func(fn *types.Func) bool { return a.listed(fn, s.Arg) }) {
				continue
			}
			var b content.Builder
			for _, at := range moments(call) {
				b.Add((&imported{a: a, call: call, at: at, mark: true}).content(s.Payload))
			}
			inst := &Instance{
				Sink: &Sink{Arg: s.Arg, Info: s.Info}, Final: call, Call: call, Arg: s.Arg, Path: s.way(), Depth: 1, Content: b.Done(), Through: ssautil.Callee(call.Common()).FullName(),
				Stored: a.takenOutOf(call, s.Payload.Refs),
			}
			for _, text := range s.Via {
				inst.Via = &content.Step{Pos: call.Pos(), Text: text, Prev: inst.Via}
			}
			out = append(out, inst)
		}
	}
	return out
}

// way is the path to the payload in the argument that it is.
func (s *SinkFact) way() content.Path {
	if rs := s.Payload.Refs; len(rs) == 1 && rs[0].Param == s.Arg {
		if p, formatted := rs[0].Path.Formatted(); !formatted {
			return p
		}
	}
	return nil
}

// takenOutOf is takenOut for the arguments of a call.
func (a *Analysis) takenOutOf(call ssa.CallInstruction, rs []RefFact) bool {
	args := ssautil.Args(call.Common())
	for _, r := range rs {
		if len(r.Path) == 0 || r.Param < len(args) && a.cfg.Request(args[r.Param].Type()) {
			return false
		}
	}
	return len(rs) > 0
}
