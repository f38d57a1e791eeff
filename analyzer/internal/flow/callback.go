package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A function of another package that calls what it is given has, in its fact,
// values that stand for what those calls give back ([portValue]). The call that
// passes the functions puts in what they do; only what it does not know itself
// is left to the wiring.

// bringer is the parameter of the callee that brings the functions behind p, or
// the variable that it has captured them in; nil if it is none of its own.
func (i *instance) bringer(p *portValue) content.Param {
	fn, k, ok := p.of.Port.Func.AsParam()
	switch of := i.sum.of; {
	case !ok || p.of.Port.Method != "":
	case of == nil && fn == i.sum.name && k+i.sum.own < len(i.sum.params):
		return i.sum.params[k+i.sum.own]
	case of != nil && of.fn == p.fn:
		return p.fn.Params[k]
	case of != nil && p.fn != nil:
		for _, v := range of.fn.FreeVars {
			if i.f.a.capturedParam(v) == p.fn.Params[k] {
				return v
			}
		}
	}
	return nil
}

// broughtBack is what the functions give back that the call passes.
func (i *instance) broughtBack(p *portValue) *value {
	i.applied[p] = of(&content.Content{Refs: []content.Ref{{Param: p}}}) // if it depends on itself
	out := i.allPassed(p)
	i.applied[p] = out
	return out
}

func (i *instance) allPassed(p *portValue) *value {
	if i.call.deep >= limit.Callbacks.Max {
		i.f.a.tally.Reached(limit.Callbacks)
		return widen(unknownValue(), limit.Callbacks)
	}
	from := i.bringer(p)
	arg := i.argument(from)
	if v, ok := from.(*ssa.FreeVar); ok { // a pointer to the variable
		arg = i.f.loadAll(arg, ssautil.PointedTo(v.Type()), i.s)
	}
	var out *value
	if slices.ContainsFunc(arg.refs, func(q place) bool { return !q.obj.isFunction() && q.obj.kind != given }) {
		arg = i.f.loadAll(&value{c: arg.c, refs: i.f.places(arg, anyElem)}, anyType, i.s)
	}
	if arg.c != content.Nothing {
		out = unknownValue()
	}
	for _, q := range arg.refs {
		got, ok := i.runPassed(p, q)
		if !ok {
			got = i.notKnown(p, q)
		}
		out = join(out, got)
	}
	if out == nil {
		return nothing // no function at all
	}
	return out
}

// notKnown is what a function gives back that is not known here: if a parameter
// brings it in turn, those who call know it. One in a field may be anybody's.
func (i *instance) notKnown(p *portValue, q place) *value {
	brought := i.f.paramThatBrings(q)
	if brought == nil || i.f.a.wires == nil {
		return unknownValue()
	}
	ref := p.of
	ref.Port.Func = i.f.a.wires.Node(brought)
	return of(&content.Content{Refs: []content.Ref{{Param: i.f.a.portParam(ref, p.typ)}}})
}

// runPassed is what the function at q gives back, if it is known.
func (i *instance) runPassed(p *portValue, q place) (*value, bool) {
	sum, sig := i.summaryAt(q)
	if sum == nil || sum.open || p.of.Result >= sig.Results().Len() || p.of.Arg >= sig.Params().Len() {
		return nil, false
	}
	inner := &invocation{f: i.f, in: i.call.in, s: i.s, deep: i.call.deep + 1}
	for n := range sig.Params().Len() {
		inner.args = append(inner.args, i.offeredTo(p, n, sig.Params().At(n).Type(), inner))
	}
	vals, after := i.f.instantiate(sum, inner, refTo(q))
	if after == nil {
		return nothing, true
	}
	if r := p.of.Result; r >= 0 {
		return of(i.f.content(vals[r], sig.Results().At(r).Type(), after)), true
	}
	return i.filled(p, inner.args[p.of.Arg], sig.Params().At(p.of.Arg).Type(), after)
}

// filled is what stands in the end at the part of an argument that p stands for. It
// is read by its place, as it was written.
func (i *instance) filled(p *portValue, arg *value, t types.Type, after *state) (*value, bool) {
	if len(arg.refs) == 0 {
		return nil, false // nothing that a callee can fill
	}
	at := arg.refs[0]
	for _, sel := range p.of.path() {
		at, t = i.f.at(at, i.f.a.in.id(sel)), partType(t, sel)
		arg = i.f.load(after, at, orAny(t))
	}
	return of(i.f.content(arg, t, after)), true
}

// summaryAt is that of the function at q, nil if it is not known.
func (i *instance) summaryAt(q place) (*summary, *types.Signature) {
	a := i.f.a
	switch o := q.obj; {
	case q.path != nil:
	case o.fn != nil && len(o.fn.Blocks) > 0 && len(o.fn.Params) == o.fn.Signature.Params().Len():
		callee := a.frameOf(o.fn)
		callee.users[i.f] = true
		i.f.called[calledKey{i.call.in, callee}] = true
		if callee.sum == nil { // not known to come back yet
			return &summary{results: slices.Repeat([]*value{nothing}, o.fn.Signature.Results().Len())}, o.fn.Signature
		}
		return callee.sum, o.fn.Signature
	case o.far != nil:
		return a.returnedSummary(o.far), o.far.sig
	case o.lib != nil && o.lib.Signature().Recv() == nil:
		if fact := a.cfg.Fact(o.lib); fact != nil && fact.Sanitizer == content.NotSanitizer {
			return a.returnedSummary(&returned{fact, o.lib.FullName(), o.lib.Signature()}), o.lib.Signature()
		}
	}
	return nil, nil
}

// offeredTo is what the callee passes to the functions behind p as argument n, of
// type t. What they fill has nothing in it before.
func (i *instance) offeredTo(p *portValue, n int, t types.Type, inner *invocation) *value {
	v := nothing
	if p.of.Result >= 0 || n != p.of.Arg {
		v = i.handedTo(p.of.Port, n, t)
	}
	if !isReference(t) || ssautil.IsText(t) {
		return v
	}
	o := i.f.object(objectKey{i.call.in, offer{p, n}}, object{kind: allocated, typ: ssautil.PointedTo(t)})
	inner.s = inner.s.with(o, v)
	return refTo(place{obj: o})
}

type offer struct {
	to  *portValue
	arg int
}

// handedTo is what the callee's fact says that it hands to a port as argument n.
func (i *instance) handedTo(port Port, n int, t types.Type) *value {
	if i.sum.fact == nil {
		return of(typedContent(content.Anything(), t))
	}
	d := &decoder{a: i.f.a, fact: i.sum.fact, sum: i.sum}
	var out *value
	for _, s := range i.sum.fact.Sinks {
		if s.Info != Info(port) {
			continue
		}
		c := i.substitution(false).content(d.content(s.Payload))
		v, f := nothing, &frame{a: i.f.a}
		for k, part := range s.Parts {
			if part.Index == n {
				v = f.written(v, d.sels(part.Path), place{}, t, write{val: fromContent(f, partOf(c, k)), strong: true})
			}
		}
		out = join(out, v)
	}
	if out == nil {
		return of(typedContent(content.Anything(), t))
	}
	return out
}
