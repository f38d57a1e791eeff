package flow

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A function that returns functions, as options and middleware are made, says
// in its fact what they do. What they have captured is known there by the
// parameters of the function that returns them, so that a caller in another
// package knows it by its arguments.

// givesData reports whether a function of that signature may put data where its
// caller sees it. Functions that get functions are left to the wiring.
func givesData(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if _, ok := v.Type().Underlying().(*types.Signature); ok {
			return false
		}
	}
	for v := range sig.Params().Variables() {
		if isReference(v.Type()) && !types.IsInterface(v.Type()) {
			return true
		}
	}
	for v := range sig.Results().Variables() {
		if ssautil.HoldsPayload(v.Type()) && !ssautil.IsErrorType(v.Type()) {
			return true
		}
	}
	return false
}

// functions describes the functions that v, a result, may be; false if nothing
// is known of one.
func (t teller) functions(v *value, sig *types.Signature) (ResultFact, bool) {
	if t.around != nil || len(v.refs) == 0 {
		return ResultFact{}, false
	}
	if len(v.refs) > limit.FactFields.Max {
		t.a.tally.Reached(limit.FactFields)
		return ResultFact{}, false // an unknown function, to importers
	}
	out := ResultFact{Part: v.c != content.Nothing}
	for _, p := range v.refs {
		fact, ok := t.literal(p)
		if !ok {
			return ResultFact{}, false
		}
		out.Funcs = append(out.Funcs, ReturnedFact{wire.FuncName(p.obj.fn), fact})
	}
	return out, true
}

// literal is the fact of the function at p.
func (t teller) literal(p place) (FuncFact, bool) {
	fn := p.obj.fn
	if fn == nil || p.path != nil || fn == t.fn {
		return FuncFact{}, false
	}
	f := t.a.frames[fn]
	if f == nil || f.sum == nil || f.spent || f.changesCaptured(false) {
		return FuncFact{}, false
	}
	if slices.ContainsFunc(f.sum.applied, func(ap application) bool { return f.paramThatBrings(ap.fn) == nil }) {
		return FuncFact{}, false
	}
	mk, made := t.a.makers[fn]
	if len(fn.FreeVars) > 0 && (!made || mk.f.fn != t.fn || slices.ContainsFunc(mk.in.Bindings, func(v ssa.Value) bool { return t.a.othersChange(v, mk.in) })) {
		return FuncFact{}, false
	}
	of := teller{a: t.a, fn: fn, around: t.fn}
	return FuncFact{Results: of.results(), Writes: of.writes()}, true
}

// othersChange reports whether another literal than mk may change a variable that
// mk has captured, or what it refers to.
func (a *Analysis) othersChange(v ssa.Value, mk *ssa.MakeClosure) bool {
	alloc, ok := v.(*ssa.Alloc)
	return ok && slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.MakeClosure)
		if !ok || other == mk {
			return false
		}
		f := a.frames[other.Fn.(*ssa.Function)]
		return f == nil || f.sum == nil || f.spent || f.changesCaptured(true)
	})
}

// changesCaptured reports whether the function leaves something behind in the
// variables that it has captured, or what they refer to. A text that nobody else
// has captured is its own, unless all count.
func (f *frame) changesCaptured(all bool) bool {
	i := &instance{f: f, sum: f.paramsOnly()}
	return slices.ContainsFunc(f.sum.memory, func(h holding) bool {
		_, ok := h.obj.param.(*ssa.FreeVar)
		if !ok || h.obj.kind != given || !all && h.obj.level == 0 && isBasic(h.obj.typ) {
			return false
		}
		if len(h.val.refs) > 0 && h.obj.isVariable() {
			return !slices.Equal(h.val.refs, f.initial(h.obj).refs)
		}
		kept, rest := i.splitSelf(h.val.c, content.Ref{Param: h.obj.param})
		return !kept || rest != content.Nothing || h.val.inline()
	})
}

// madeWith is c, as it is known in the literal fn, with what fn has captured in
// the end where it is made.
func (a *Analysis) madeWith(c *content.Content, fn *ssa.Function) *content.Content {
	mk, ok := a.makers[fn]
	if !ok {
		return c // it captures nothing
	}
	sum := &summary{of: a.frameOf(fn)}
	for _, v := range fn.FreeVars {
		sum.params = append(sum.params, v)
	}
	i := mk.f.instance(sum, &invocation{f: mk.f}, mk.f.value(mk.in), mk.f.lastState())
	return i.substitution(false).content(c)
}

// functions are the functions that result i of a fact is, with what the call
// passes; nil if they are not known.
func (d *decoder) functions(i int, t types.Type) *value {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return nil
	}
	var out *value
	for _, r := range d.fact.Results {
		if r.Index != i || len(r.Funcs) == 0 {
			continue
		}
		for k := range r.Funcs {
			o := d.a.newObject(object{kind: allocated, far: &returned{&r.Funcs[k].Fact, d.sum.name, sig}})
			d.sum.memory = append(d.sum.memory, holding{o, d.captured()})
			out = join(out, refTo(place{obj: o}))
		}
		if r.Part {
			out = join(out, unknownValue())
		}
	}
	return out
}

// captured is what a literal has captured: all that the function was given.
func (d *decoder) captured() *value {
	v := &value{c: content.Nothing}
	for k, p := range d.sum.params {
		arg := of(&content.Content{Refs: []content.Ref{{Param: p}}})
		if isReference(p.Type()) && !ssautil.IsText(p.Type()) {
			arg = refTo(place{obj: d.objects[k]})
		}
		v.parts = v.parts.set(uint32(d.f.bindingSel(k)), &cell{entries: []entry{{val: arg}}, must: true})
	}
	return v
}

// A returned is a function that a function of another package has returned.
type returned struct {
	fact *FuncFact
	by   string // the name of that function
	sig  *types.Signature
}

// returnedSummary is the summary of such a function.
func (a *Analysis) returnedSummary(r *returned) *summary {
	k := importKey{r.fact, r.sig.String()}
	if s := a.imported[k]; s != nil {
		return s
	}
	d := a.decoder(r.fact)
	d.sum.own, d.sum.name = r.sig.Params().Len(), r.by
	for i := range r.fact.params(d.sum.own) {
		if i < d.sum.own {
			d.param(i, r.sig.Params().At(i).Type())
		} else {
			d.param(i, anyType)
		}
	}
	a.imported[k] = d.decode(r.sig.Results())
	return d.sum
}

// params is how many parameters the fact speaks of, at the least: its own, and
// those of the function around it.
func (f *FuncFact) params(own int) int {
	n := own
	count := func(r RefFact) {
		if r.Port == nil {
			n = max(n, r.Param+1)
		} else if _, k, ok := r.Port.Port.Func.AsParam(); ok {
			n = max(n, own+k+1) // a function that the one around it is given
		}
	}
	for _, r := range f.Results {
		r.Content.refs(count)
	}
	for _, w := range f.Writes {
		n = max(n, w.Param+1)
		w.Content.refs(count)
		for _, k := range w.Keys {
			count(k)
		}
	}
	return n
}

// param adds parameter i.
func (d *decoder) param(i int, t types.Type) {
	p := &factParam{"p" + strconv.Itoa(i), t}
	d.sum.params = append(d.sum.params, p)
	d.objects = append(d.objects, d.a.newObject(object{kind: given, typ: ssautil.PointedTo(t), param: p}))
}
