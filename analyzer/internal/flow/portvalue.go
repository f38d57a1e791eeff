package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A portValue stands for what a call of a port gives back: a result, or what it
// puts into an argument. A reference to it is put in where the port is wired
// ([joiner.resolve]).
type portValue struct {
	of  PortRef
	typ types.Type
	fn  *ssa.Function // of the package: whose parameter brings the function that is called; nil else
}

// A PortRef is a result of a port's call, or a part of an argument that it may
// fill.
type PortRef struct {
	Port   Port
	Result int    // -1 if it is an argument
	Arg    int    // the receiver of a method counted
	Part   string // the fields that lead to it, with dots between them; "" if it is all of the argument
}

// path selects the part of the argument.
func (r PortRef) path() content.Path {
	if r.Part == "" {
		return nil
	}
	var out content.Path
	for name := range strings.SplitSeq(r.Part, ".") {
		out = append(out, content.Sel{Kind: content.Field, Name: name})
	}
	return out
}

func (p *portValue) Name() string     { return p.of.Port.String() }
func (p *portValue) Type() types.Type { return p.typ }

// portParam is the portValue of a PortRef.
func (a *Analysis) portParam(r PortRef, t types.Type) *portValue {
	p := a.portValues[r]
	if p == nil {
		p = &portValue{of: r, typ: t}
		if name, _, ok := r.Port.Func.AsParam(); ok && r.Port.Method == "" {
			p.fn = a.functionNamed(name)
		}
		a.portValues[r] = p
	}
	return p
}

// IsResult reports whether r is what a port's call has returned: here, that is
// not known.
func IsResult(r content.Ref) bool {
	p, ok := r.Param.(*portValue)
	return ok && p.of.Result >= 0
}

// IsFilled reports whether r is what a port's call may have put into an
// argument.
func IsFilled(r content.Ref) bool {
	p, ok := r.Param.(*portValue)
	return ok && p.of.Result < 0
}

func isPortValue(r content.Ref) bool {
	_, ok := r.Param.(*portValue)
	return ok
}

// fromPort is r by what stands for it in every function and package, if it is
// what a port gives back.
func (a *Analysis) fromPort(r content.Ref) (content.Ref, bool) {
	if p, ok := r.Param.(*callResult); ok && p.port != nil {
		r.Param = a.portParam(*p.port, p.typ)
	}
	return r, isPortValue(r)
}

// broughtBy is what a function returns that is not known here.
func (a *Analysis) broughtBy(r *callResult) *value {
	if r.port == nil {
		return unknownValue()
	}
	return of(&content.Content{Refs: []content.Ref{{Param: a.portParam(*r.port, r.typ)}}})
}

// portAt is the port that the call is one of: of a function that a parameter
// brings, wherever in the package it is called, the parameter.
func (i *invocation) portAt() (Port, bool) {
	a := i.f.a
	if a.wires == nil || i.com.StaticCallee() != nil {
		return Port{}, false
	}
	p := Port{Func: a.wires.Node(i.com.Value), Pkg: a.pkg.Pkg.Path()}
	if brought := i.f.paramThatBrings(i.brought); brought != nil {
		p.Func = a.wires.Node(brought)
		return p, p.Func != ""
	}
	if i.com.IsInvoke() {
		p.Method = i.com.Method.Name()
	}
	return p, a.wires.Outside(p.Func)
}

// paramThatBrings is the parameter that a function is at, itself or in a list: of
// the function, or, if it is a literal, of the one that makes it. It is nil if the
// function is elsewhere.
func (f *frame) paramThatBrings(fn place) *ssa.Parameter {
	if fn.obj == nil || fn.obj.kind != given {
		return nil
	}
	for _, sel := range fn.path.list() {
		if k := f.a.in.sel(sel).Kind; k != content.Elem && k != content.AnyKey {
			return nil
		}
	}
	switch p := fn.obj.param.(type) {
	case *ssa.Parameter:
		if fn.obj.level == 0 {
			return p
		}
	case *ssa.FreeVar:
		return f.a.capturedParam(p)
	}
	return nil
}

// capturedParam is the parameter that a literal has captured as v, if it is one.
func (a *Analysis) capturedParam(v *ssa.FreeVar) *ssa.Parameter {
	mk, ok := a.makers[v.Parent()]
	k := slices.Index(v.Parent().FreeVars, v)
	if !ok || k < 0 {
		return nil
	}
	switch b := mk.in.Bindings[k].(type) {
	case *ssa.Parameter:
		return b
	case *ssa.FreeVar:
		return a.capturedParam(b)
	case *ssa.Alloc:
		return onlyStored(b)
	}
	return nil
}

// onlyStored is the parameter that a variable holds, if nothing else is stored
// there.
func onlyStored(v *ssa.Alloc) *ssa.Parameter {
	var p *ssa.Parameter
	for _, ref := range *v.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == v {
			q, ok := st.Val.(*ssa.Parameter)
			if !ok || p != nil {
				return nil
			}
			p = q
		}
	}
	return p
}

// behindPort replaces what is not known of a port's call by what stands for it,
// as far as maps go, and what functions put into structs.
func (i *invocation) behindPort(vals []*value, s *state) *state {
	port, ok := i.portAt()
	if !ok || s == nil {
		return s
	}
	f := i.f
	for k, v := range vals {
		t := i.com.Signature().Results().At(k).Type()
		if !ssautil.IsMap(t) {
			continue
		}
		r := content.Ref{Param: f.a.portParam(PortRef{Port: port, Result: k}, t)}
		for _, p := range v.refs {
			s = f.store(s, p, write{val: of(&content.Content{Refs: []content.Ref{r}}), strong: true})
		}
	}
	return i.filledBy(port, s)
}

// waitsForPort reports whether something in c is what a port gives back.
func waitsForPort(c *content.Content) bool {
	found := false
	walkRefs(c, func(r content.Ref) { found = found || isPortValue(r) })
	return found
}

// resolve puts in what the implementations that are wired to ports give back.
func (j *joiner) resolve(c *content.Content) *content.Content {
	done := map[content.Param]bool{}
	for { // what one gives back may come from another; one that comes from itself stays
		sum := &summary{}
		walkRefs(c, func(r content.Ref) {
			if isPortValue(r) && !done[r.Param] {
				done[r.Param] = true
				sum.params = append(sum.params, r.Param)
			}
		})
		if len(sum.params) == 0 {
			return c
		}
		f := j.a.frameOf(j.a.pkg.Func("init"))
		sub := &substitution{i: f.instance(sum, &invocation{f: f}, nil, f.lastState()), given: j.given}
		c = sub.content(c)
	}
}

// given is what r stands for, of what a port gives back.
func (j *joiner) given(r content.Ref) *content.Content {
	p := r.Param.(*portValue).of
	var b content.Builder
	known := false
	for _, leaf := range j.reached.At(p.Port.Func) {
		name, shift, ok := j.graph.Callee(leaf, p.Port.Method)
		if !ok {
			continue
		}
		known = true
		b.Add(j.gives(name, p, shift))
	}
	c := b.Done()
	if c == content.Nothing && p.Result >= 0 && !known {
		c = content.Anything()
	}
	q, format := r.Path.Formatted()
	c = c.Select(q)
	if format {
		return j.a.flatten(c)
	}
	return c
}

// gives is what a function gives back: what it is given is not known here.
func (j *joiner) gives(name string, p PortRef, shift int) *content.Content {
	if j.senders[name].Sanitizer != content.NotSanitizer {
		return &content.Content{Flags: content.Sanitized}
	}
	fact := j.a.factOf(name)
	if fact == nil {
		if p.Result >= 0 || wire.IsLiteral(name) {
			return content.Anything()
		}
		return content.Nothing
	}
	if fact.Sanitizer != content.NotSanitizer {
		return &content.Content{Flags: content.Sanitized}
	}
	d := &decoder{a: j.a, sum: &summary{}}
	var b content.Builder
	told := p.Result < 0
	for _, r := range fact.Results {
		if r.Index == p.Result && p.Result >= 0 && len(r.Path) == 0 {
			b.Add(unbound(r.Content, d))
			told = told || !r.Part
		}
	}
	if !told || fact.Open {
		b.Add(content.Anything())
	}
	for _, w := range fact.Writes {
		if at := p.path(); p.Result < 0 && w.Param == p.Arg+shift && !w.Removes && w.Path.HasPrefix(at) {
			b.Add(putAt(w.Path[len(at):], unbound(w.Content, d)))
		}
	}
	return b.Done()
}

// putAt is c at the place where a function writes it.
func putAt(p content.Path, c *content.Content) *content.Content {
	for k := len(p) - 1; k >= 0; k-- {
		sel := p[k]
		ch := &content.Child{Key: sel.Name, Known: sel.Kind == content.Key, Elem: sel.Kind == content.Elem, Open: sel.Kind == content.AnyKey, Val: c}
		c = content.MarkRaw(content.Join(&content.Content{Children: []*content.Child{ch}}), true)
	}
	return c
}

// unbound is the content of a fact in which what parameters bring is not known.
func unbound(f ContentFact, d *decoder) *content.Content {
	if len(f.Refs) > 0 {
		f.Flags |= content.Unknown | content.Opaque
	}
	return d.content(valuesUnknown(f))
}

func valuesUnknown(f ContentFact) ContentFact {
	f.Refs = slices.DeleteFunc(slices.Clone(f.Refs), func(r RefFact) bool { return r.Port == nil })
	f.Children = slices.Clone(f.Children)
	for k := range f.Children {
		ch := &f.Children[k]
		if len(ch.Val.Refs) > 0 {
			ch.Val.Flags |= content.Unknown
		}
		ch.Val, ch.Keys = valuesUnknown(ch.Val), nil
	}
	return f
}

// factOf is the fact of a function by its name, of this package or another one.
func (a *Analysis) factOf(name string) *FuncFact {
	if fn := a.functionNamed(name); fn != nil {
		return a.FuncFact(fn, sanitizerOf(a, fn))
	}
	return a.cfg.FactNamed(name)
}

// functionNamed is the function of the package with that name, nil if there is
// none.
func (a *Analysis) functionNamed(name string) *ssa.Function {
	if a.byName == nil {
		a.byName = map[string]*ssa.Function{}
		for _, fn := range slices.Concat(a.generics, a.funcs) {
			if ssautil.FromSource(fn) {
				a.byName[wire.FuncName(fn)] = fn
			}
		}
	}
	return a.byName[name]
}

func sanitizerOf(a *Analysis, fn *ssa.Function) content.Sanitizer {
	if obj := ssautil.Declared(fn); obj != nil {
		return a.cfg.Sanitizer(obj)
	}
	return content.NotSanitizer
}
