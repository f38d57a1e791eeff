package flow

import (
	"go/types"
	"slices"

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
}

// A PortRef is a result of a port's call, or an argument that it may fill.
type PortRef struct {
	Port   Port
	Result int // -1 if it is an argument
	Arg    int // the receiver of a method counted
}

func (p *portValue) Name() string     { return p.of.Port.String() }
func (p *portValue) Type() types.Type { return p.typ }

// portParam is the portValue of a PortRef.
func (a *Analysis) portParam(r PortRef, t types.Type) *portValue {
	p := a.portValues[r]
	if p == nil {
		p = &portValue{r, t}
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

// portAt is the port that the call is one of.
func (i *invocation) portAt() (Port, bool) {
	a := i.f.a
	if a.wires == nil || i.com.StaticCallee() != nil {
		return Port{}, false
	}
	p := Port{Func: a.wires.Node(i.com.Value), Pkg: a.pkg.Pkg.Path()}
	if i.com.IsInvoke() {
		p.Method = i.com.Method.Name()
	}
	return p, a.wires.Outside(p.Func)
}

// behindPort replaces what is not known of a port's call by what stands for it,
// as far as maps go.
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
		r := content.Ref{Param: f.a.portParam(PortRef{port, k, 0}, t)}
		for _, p := range v.refs {
			s = f.store(s, p, write{val: of(&content.Content{Refs: []content.Ref{r}}), strong: true})
		}
	}
	for k, arg := range ssautil.Args(i.com) {
		if !ssautil.IsMap(arg.Type()) || i.com.IsInvoke() && k == 0 {
			continue
		}
		r := content.Ref{Param: f.a.portParam(PortRef{port, -1, k}, arg.Type())}
		for _, p := range i.args[k].refs {
			s = f.store(s, p, write{val: of(&content.Content{Refs: []content.Ref{r}})})
		}
	}
	return s
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
		if p.Port.Method != "" {
			shift = 0
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
		if p.Result >= 0 {
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
		if p.Result < 0 && w.Param == p.Arg+shift && !w.Removes {
			b.Add(putAt(w, unbound(w.Content, d)))
		}
	}
	return b.Done()
}

// putAt is c at the place where a function writes it.
func putAt(w WriteFact, c *content.Content) *content.Content {
	for k := len(w.Path) - 1; k >= 0; k-- {
		sel := w.Path[k]
		ch := &content.Child{Key: sel.Name, Known: sel.Kind == content.Key, Elem: sel.Kind == content.Elem, Val: c}
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
