package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// factsFor returns the facts of the functions outside of the package that a
// call may execute.
func (a *Analysis) factsFor(c *ssa.CallCommon) []*FuncFact {
	if fs, ok := a.facts[c]; ok {
		return fs
	}
	fs := a.lookFacts(c)
	a.facts[c] = fs
	return fs
}

func (a *Analysis) lookFacts(c *ssa.CallCommon) []*FuncFact {
	fn := ssautil.Callee(c)
	if fn == nil {
		return nil
	}
	if !c.IsInvoke() {
		if f := a.cfg.Fact(fn.Origin()); f != nil && fn.Pkg() != a.pkg.Pkg {
			return []*FuncFact{f}
		}
		return nil
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*FuncFact
	for _, m := range a.cfg.Methods(fn.Name()) {
		if t := m.Signature().Recv().Type(); m.Pkg() != a.pkg.Pkg && (types.Implements(t, iface) || types.Implements(types.NewPointer(ssautil.Deref(t)), iface)) {
			if f := a.cfg.Fact(m); f != nil {
				out = append(out, f)
			}
		}
	}
	return out
}

// A factParam is a parameter of a function that is known by its fact.
type factParam struct {
	name string
	typ  types.Type
}

func (p *factParam) Name() string     { return p.name }
func (p *factParam) Type() types.Type { return p.typ }

// An importKey is a fact and the types with which its function is called.
type importKey struct {
	fact *FuncFact
	sig  string
}

// importedSummary decodes a fact, for a call with the given signature.
func (a *Analysis) importedSummary(f *FuncFact, c *ssa.CallCommon) *summary {
	k := importKey{f, c.Signature().String()}
	if s := a.imported[k]; s != nil {
		return s
	}
	d := a.decoder(f)
	if fn := ssautil.Callee(c); fn != nil && !c.IsInvoke() {
		d.sum.name = fn.Origin().FullName()
	}
	for i, arg := range ssautil.Args(c) {
		d.param(i, arg.Type())
	}
	a.imported[k] = d.decode(c.Signature().Results())
	return d.sum
}

func (a *Analysis) decoder(f *FuncFact) *decoder {
	return &decoder{a: a, fact: f, sum: &summary{open: f.Open, fact: f}, f: &frame{a: a, objects: map[objectKey]*object{}, givens: map[uint32]*object{}}}
}

// decode fills the summary, when the parameters are known.
func (d *decoder) decode(results *types.Tuple) *summary {
	for i := range results.Len() {
		d.sum.results = append(d.sum.results, d.result(i, results.At(i).Type()))
	}
	d.writes()
	return d.sum
}

// A decoder makes a summary of a fact.
type decoder struct {
	a       *Analysis
	fact    *FuncFact
	sum     *summary
	f       *frame    // whose objects are those of the parameters
	objects []*object // what the parameters refer to
}

// result is result i.
func (d *decoder) result(i int, t types.Type) *value {
	if v := d.functions(i, t); v != nil {
		return v
	}
	v, told := d.parts(d.fact.Results, i, t)
	if !told {
		c := &content.Content{Flags: content.Unknown}
		if !ssautil.IsNumber(t) {
			c.Flags |= content.Opaque
		}
		v = join(v, of(c))
	}
	if !isReference(t) || ssautil.IsText(t) {
		return v
	}
	same := refTo(v.refs...)
	own := *v
	own.refs = nil
	if len(v.refs) > 0 && own.c.Empty() && !own.stands() {
		return same
	}
	o := d.a.newObject(object{kind: allocated, typ: ssautil.PointedTo(t)})
	d.sum.memory = append(d.sum.memory, holding{o, &own})
	return join(same, refTo(place{obj: o}))
}

// parts is what the facts say of the parts of value i; false if that is not all.
func (d *decoder) parts(facts []ResultFact, i int, t types.Type) (*value, bool) {
	f := &frame{a: d.a}
	v, told := nothing, false
	for _, r := range facts {
		if r.Index != i {
			continue
		}
		told = told || !r.Part
		v = f.written(v, d.sels(r.Path), place{}, t, write{val: d.value(r.Content), strong: true})
	}
	return v, told
}

func (d *decoder) sels(p content.Path) []selID {
	out := make([]selID, len(p))
	for i, s := range p {
		out[i] = d.a.in.id(s)
	}
	return out
}

// value is what a fact describes: what is the thing itself that a parameter
// refers to is a reference to that.
func (d *decoder) value(f ContentFact) *value {
	return decoded(&frame{a: d.a}, d.content(f), d.place)
}

// place is where the thing is that r names.
func (d *decoder) place(r content.Ref) (place, bool) {
	i := slices.Index(d.sum.params, r.Param)
	if !r.Same || i < 0 || i >= len(d.objects) {
		return place{}, false
	}
	p := place{obj: d.behind(i, r.Level)}
	for _, id := range d.sels(r.Path) {
		p.path = d.a.in.plus(p.path, id)
	}
	return p, true
}

func (d *decoder) content(f ContentFact) *content.Content {
	var b content.Builder
	b.Mark(f.Flags)
	b.C.Widened = f.Widened
	for _, k := range f.Consts {
		b.AddConst(content.Const{Val: k})
	}
	for _, k := range f.Derived {
		b.AddConst(content.Const{Val: k, Derived: true})
	}
	for _, k := range f.Judged {
		b.AddConst(content.Const{Val: k, Outer: true})
	}
	for _, o := range f.Origins {
		b.AddOrigin(content.Origin{Name: o.Name, Kind: o.Kind, Class: o.Class, Outer: o.Outer, Marked: o.Marked})
	}
	for _, ch := range f.Children {
		b.AddChild(&content.Child{
			Key: ch.Key, Known: ch.Known, Elem: ch.Elem, Allowed: ch.Allowed, Stripped: ch.Stripped, Sanitizer: ch.Sanitizer, Outer: ch.Outer, Open: ch.Open, KeyRefs: d.refs(ch.Keys), Val: d.content(ch.Val),
		})
	}
	for _, r := range d.refs(f.Refs) {
		b.AddRef(r)
	}
	return b.Done()
}

func (d *decoder) refs(fs []RefFact) []content.Ref {
	var out []content.Ref
	for _, f := range fs {
		var p content.Param
		switch {
		case f.Port != nil:
			p = d.a.portParam(*f.Port, payloadType)
		case f.Param < len(d.sum.params):
			p = d.sum.params[f.Param]
		}
		if p != nil {
			r := content.Ref{Param: p, Path: f.Path, Gone: f.Except, Less: d.refs(f.Less), Sanitizer: f.Sanitizer, Fragment: f.Fragment, Key: f.Key, Derived: f.Derived, Same: f.Same}
			r.Basic = f.Basic && isUntyped(r)
			out = append(out, r)
		}
	}
	return out
}

// payloadType is that of what ports give back, as far as it is followed.
var payloadType = types.NewMap(types.Typ[types.String], anyType)

// behind is what parameter i refers to, or what the variable refers to that it
// points to, and so on.
func (d *decoder) behind(i, level int) *object {
	o := d.objects[i]
	for o.level < level && o.isVariable() {
		o = d.f.behindVariable(o)
	}
	return o
}

// writes describes what the function does to its parameters.
func (d *decoder) writes() {
	for i := range d.objects {
		for o := d.objects[i]; ; o = d.f.behindVariable(o) {
			if v := d.written(o, i); v != nil {
				d.sum.memory = append(d.sum.memory, holding{o, v})
			}
			if !o.isVariable() {
				break
			}
		}
	}
}

// written is what o, of a parameter, holds in the end; nil if that is what it held.
func (d *decoder) written(o *object, param int) (v *value) {
	for _, w := range d.fact.Writes {
		if w.Param != param || w.Level != o.level {
			continue
		}
		if v == nil {
			v = d.f.initial(o)
		}
		x := write{val: d.value(w.Content), strong: w.Strong, gone: w.Removes}
		if refs := d.refs(w.Keys); len(refs) > 0 {
			x.key = &content.Content{Refs: refs}
		}
		v = d.f.written(v, d.sels(w.Path), place{obj: o}, o.typ, x)
	}
	return v
}

// imports answers for the sinks that imported functions pass data on to.
func (a *Analysis) imports(f *frame, call ssa.CallInstruction) []*Instance {
	var out []*Instance
	for _, fact := range a.factsFor(call.Common()) {
		sum := a.importedSummary(fact, call.Common())
		d := &decoder{a: a, fact: fact, sum: sum}
		for k := range fact.Sinks {
			s := &fact.Sinks[k]
			if slices.ContainsFunc(f.sinkFuncs(call), func(fn *types.Func) bool { return a.listed(fn, s.Arg) }) {
				continue
			}
			inv := f.invocation(call, nil)
			var b content.Builder
			for _, st := range f.moments(call) {
				i := f.instance(sum, inv, nil, st)
				b.Add((&substitution{i: i, mark: true}).content(d.content(s.Payload)))
			}
			c := a.closedOver(b.Done())
			if s.More {
				c = c.Widen(limit.FactNodes)
			}
			inst := &Instance{
				Sink: &Sink{Arg: s.Arg, Info: s.Info, Parts: s.Parts}, Final: call, Call: call, Arg: s.Arg, Path: s.way(), Depth: 1, Content: c,
				Through: ssautil.Callee(call.Common()).FullName(), Stored: a.takenOutOf(call, s.Payload.Refs),
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
	args, fn := ssautil.Args(call.Common()), ssautil.Callee(call.Common())
	for _, r := range rs {
		if len(r.Path) == 0 || r.Param < len(args) && (a.cfg.Request(args[r.Param].Type()) || isMessage(args[r.Param].Type(), fn.Signature(), fn.Pkg())) {
			return false
		}
	}
	return len(rs) > 0
}
