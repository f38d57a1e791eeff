package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// unknown carries out a call of a function that cannot be seen: it may return
// what went in, fill what pointers point to, and call the functions that it
// is given.
func (i *invocation) unknown() ([]*value, *state) {
	s, called := i.callBacks()
	i.s = s
	vals := make([]*value, i.com.Signature().Results().Len())
	for k := range vals {
		t := i.com.Signature().Results().At(k).Type()
		vals[k] = i.opaque(k, t, i.returned(k, t, called))
	}
	for k := range i.args {
		i.fill(k)
	}
	i.spell(vals)
	return vals, i.s
}

// opaque is result k of type t, of which c is known: what it refers to is an
// object of its own.
func (i *invocation) opaque(k int, t types.Type, v *value) *value {
	if !isReference(t) {
		if ssautil.SharesMemory(t) && v.isOpen() {
			o := i.object(k, t)
			i.s = i.s.with(o, v)
			n := *v
			n.home = &place{obj: o}
			return &n
		}
		return v
	}
	o := i.object(k, t)
	i.s = i.s.with(o, v)
	return refTo(place{obj: o})
}

// object is what result k of the call refers to.
func (i *invocation) object(k int, t types.Type) *object {
	o, s := i.f.made(i.in, objectKey{i.in, k}, object{kind: allocated, site: siteOf(i.in), typ: ssautil.PointedTo(t)}, i.s)
	i.s = s
	return o
}

func siteOf(in ssa.Instruction) ssa.Value {
	v, _ := in.(ssa.Value)
	return v
}

// returned is what result k may hold: text and values of any type carry what
// went in, unless the call looks like a look-up; everything else is opaque.
func (i *invocation) returned(k int, t types.Type, called map[types.Type]*value) *value {
	out := &content.Content{Flags: content.Unknown}
	if !ssautil.IsNumber(t) {
		out.Flags |= content.Opaque
	}
	if v := calledBack(t, called); v != nil {
		return v
	}
	if ssautil.IsErrorType(t) && !makesError(i.fn) || ssautil.IsNumber(t) && i.fn != nil && ssautil.PkgPath(i.fn) == "fmt" {
		return of(out)
	}
	elem := t
	if s, ok := t.Underlying().(*types.Slice); ok && ssautil.IsText(s.Elem()) && !ssautil.IsText(t) {
		elem = s.Elem()
	}
	_, isAny := elem.Underlying().(*types.Interface)
	if !ssautil.IsText(elem) && !isAny && !ssautil.IsNumber(elem) || looksUp(i.com.Signature()) || i.isRemote() || encrypts(i.fn) || asksBy(i.fn) {
		return of(out)
	}
	c := i.carriedAll(out)
	if elem != t {
		return &value{c: content.Nothing, any: []entry{{val: of(c), elem: true}}}
	}
	return of(c)
}

// carriedAll is what the arguments leave in a text that is made of them.
func (i *invocation) carriedAll(base *content.Content) *content.Content {
	var b content.Builder
	b.Add(base)
	for k, arg := range ssautil.Args(i.com) {
		if carriesInto(arg) {
			b.Add(i.carried(k))
		}
	}
	res := *b.Done()
	if i.fn != nil && i.fn.Pkg() != nil && strings.HasPrefix(i.fn.Pkg().Path(), "crypto/") {
		res.Origins = digested(res.Origins)
	}
	if !transformsText(i.fn) {
		res.Consts = nil // the name of a setting, not its value
	}
	return &res
}

// carried is what remains of argument k in a text that was made of it.
func (i *invocation) carried(k int) *content.Content {
	return i.f.text(i.args[k], i.argType(k), i.s).Derive()
}

func (i *invocation) argType(k int) types.Type { return ssautil.Args(i.com)[k].Type() }

// digested is what a digest still says: nine digits can be enumerated; of
// data that may be hashed, the digest is what was asked for.
func digested(os []content.Origin) []content.Origin {
	return slices.DeleteFunc(slices.Clone(os), func(o content.Origin) bool { return o.Class == pii.Hash })
}

// transformsText: the result of such a function is made of its constants.
func transformsText(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	root, _, _ := strings.Cut(fn.Pkg().Path(), "/")
	return slices.Contains([]string{"strings", "bytes", "fmt", "encoding", "strconv"}, root)
}

// makesError: the text of such an error holds the arguments; other functions
// are taken to say what went wrong, not with what.
func makesError(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "fmt" || fn.Pkg().Path() == "errors")
}

// asksBy: IDByPhone and the like answer with something else than they are asked by.
func asksBy(fn *types.Func) bool {
	if fn == nil || ssautil.IsStandard(ssautil.PkgPath(fn)) {
		return false
	}
	_, after, ok := strings.Cut(fn.Name(), "By")
	return ok && startsUpper(after)
}

// encrypts: what a function called Encrypt returns says nothing without the key.
func encrypts(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	name := strings.ToLower(fn.Name())
	return strings.HasPrefix(name, "encrypt") || strings.HasPrefix(name, "seal") || strings.HasPrefix(name, "hmac")
}

// carriesInto: services and contexts that are passed along are no data.
func carriesInto(v ssa.Value) bool {
	if ssautil.HoldsDatum(v.Type()) {
		return true
	}
	switch ssautil.Deref(v.Type()).Underlying().(type) {
	case *types.Map, *types.Slice:
		return true
	}
	return ssautil.IsErrorType(v.Type())
}

// looksUp: a context or an error in the signature and a result of another
// named type: that is a query, whose answer is not its argument.
func looksUp(sig *types.Signature) bool {
	asks := false
	for p := range sig.Params().Variables() {
		asks = asks || ssautil.IsNamed(p.Type(), "context", "Context")
	}
	other := false
	for r := range sig.Results().Variables() {
		if ssautil.IsErrorType(r.Type()) {
			asks = true
		} else if n := ssautil.Named(r.Type()); n != nil && !ssautil.IsText(n) {
			other = true
		}
	}
	return asks && other
}

// isRemote: the method of an interface that takes a context and may fail is an
// operation of something else, a gateway, a store: it answers with a receipt or an
// id, and not with what it was given.
func (i *invocation) isRemote() bool {
	if !i.com.IsInvoke() {
		return false
	}
	sig := i.com.Signature()
	asks, fails := false, false
	for p := range sig.Params().Variables() {
		asks = asks || ssautil.IsNamed(p.Type(), "context", "Context")
	}
	for r := range sig.Results().Variables() {
		fails = fails || ssautil.IsErrorType(r.Type())
	}
	return asks && fails
}

// fill is what the function may do to what argument k refers to.
func (i *invocation) fill(k int) {
	if i.fn != nil && i.f.a.cfg.ReadOnly(i.fn) {
		return
	}
	arg := ssautil.Args(i.com)[k]
	v := i.args[k]
	if reorders(i.fn) && k == 0 {
		i.mix(v, arg.Type())
		return
	}
	if i.com.Signature().Variadic() && k == len(i.args)-1 {
		i.fillEach(v) // row.Scan(&a, &b)
		return
	}
	ptr, ok := ssautil.Inside(arg).Type().Underlying().(*types.Pointer)
	if !ok || k == 0 && i.com.Signature().Recv() != nil {
		return
	}
	for _, p := range v.refs {
		i.s = i.f.store(i.s, p, write{val: filled(ptr.Elem())})
	}
}

// havoc lets anything be written to what vs refer to, at any depth, because of l.
func (f *frame) havoc(s *state, vs []*value, l *limit.Limit) *state {
	unknown := widen(unknownValue(), l)
	seen := map[place]bool{}
	var visit func(p place)
	visit = func(p place) {
		if seen[p] || p.obj.kind == function {
			return
		}
		seen[p] = true
		sel := deep
		if t := f.typeOf(p); t != nil && ssautil.IsMap(t) {
			sel = anyKey
		}
		held := f.node(s, p)
		s = f.store(s, f.at(p, sel), write{val: unknown})
		f.refs(held, visit)
	}
	for _, v := range vs {
		f.refs(v, visit)
	}
	return s
}

// filled is what a function has put into a variable of type t.
func filled(t types.Type) *value {
	flags := content.Unknown
	if _, isStruct := t.Underlying().(*types.Struct); !isStruct {
		flags |= content.Opaque
	}
	return of(&content.Content{Flags: flags})
}

func (i *invocation) fillEach(list *value) {
	for _, p := range i.f.places(list, anyElem) {
		for _, q := range i.f.load(i.s, p, anyType).refs {
			if q.obj.kind == allocated && q.path == nil && isBox(q.obj) {
				continue // a value, not a pointer
			}
			i.s = i.f.store(i.s, q, write{val: of(&content.Content{Flags: content.Unknown})})
		}
	}
}

func isBox(o *object) bool {
	_, ok := o.site.(*ssa.MakeInterface)
	return ok
}

// mix: the elements of a list change places.
func (i *invocation) mix(list *value, t types.Type) {
	all := i.f.loadAll(&value{c: content.Nothing, refs: i.f.places(list, anyElem)}, orAny(elemType(t)), i.s)
	for _, p := range list.refs {
		i.s = i.f.store(i.s, i.f.at(p, anyElem), write{val: all})
	}
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

// callBacks calls the functions that are among the arguments, as the callee
// may: with what else it was given, by types, or with anything. It returns
// what they return, by type.
func (i *invocation) callBacks() (*state, map[types.Type]*value) {
	s := i.s
	var called map[types.Type]*value
	for k, v := range i.args {
		sig, ok := i.argType(k).Underlying().(*types.Signature)
		if !ok {
			continue
		}
		for _, p := range v.refs {
			if p.obj.fn == nil || p.path != nil || len(p.obj.fn.Params) != sig.Params().Len() {
				continue
			}
			res, after := i.callBack(p, sig)
			s = i.f.joinStates(s, after)
			for j, r := range res {
				if called == nil {
					called = map[types.Type]*value{}
				}
				t := sig.Results().At(j).Type()
				called[t] = join(called[t], r)
			}
		}
	}
	return s, called
}

// callBack calls the function at p, that was passed with the signature sig.
func (i *invocation) callBack(p place, sig *types.Signature) ([]*value, *state) {
	inner := &invocation{f: i.f, in: i.in, com: i.com, late: true}
	for k := range sig.Params().Len() {
		arg := i.iterated(k, sig.Params())
		if arg == nil {
			arg = i.offered(sig.Params().At(k).Type())
		}
		inner.args = append(inner.args, arg)
	}
	inner.s = i.s
	t, ok := inner.own(p.obj.fn, refTo(p))
	if !ok || t.sum == nil {
		return nil, nil
	}
	return i.f.instantiate(t.sum, inner, t.closure)
}

// offered is what a callback may get for a parameter of type t: what else the
// callee was given of that type, itself or in a collection, or anything.
func (i *invocation) offered(t types.Type) *value {
	var out *value
	for k, v := range i.args {
		at := i.argType(k)
		switch {
		case types.Identical(at, t):
			out = join(out, v)
		case elemType(at) != nil && types.Identical(elemType(at), t) && !ssautil.IsText(at):
			sel := anyElem
			if ssautil.IsMap(at) {
				sel = anyKey
			}
			out = join(out, i.f.loadAll(&value{c: content.Nothing, refs: i.f.places(v, sel)}, t, i.s))
		case types.IsInterface(t) && types.TypeString(ssautil.Deref(at), nil) == "sync.Map":
			out = join(out, i.f.loadAll(&value{c: content.Nothing, refs: i.f.places(v, anyKey)}, t, i.s))
		case ssautil.IsMap(at) && ssautil.IsText(t) && keyType(at) != nil && types.Identical(keyType(at), t):
			out = join(out, i.f.keysOf(v, i.s))
		}
	}
	if out != nil {
		return out
	}
	if isReference(t) {
		o, s := i.f.made(i.in, objectKey{i.in, t.String()}, object{kind: allocated, typ: ssautil.PointedTo(t)}, i.s)
		i.s = s.with(o, unknownValue())
		return refTo(place{obj: o})
	}
	return unknownValue()
}

func keyType(t types.Type) types.Type {
	if m, ok := ssautil.Deref(t).Underlying().(*types.Map); ok {
		return m.Key()
	}
	return nil
}

// calledBack is a result of type t that callbacks have made: itself, or in a
// collection.
func calledBack(t types.Type, called map[types.Type]*value) *value {
	for ct, v := range called {
		switch {
		case types.Identical(ct, t) && ssautil.HoldsPayload(t):
			return v
		case elemType(t) != nil && types.Identical(elemType(t), ct) && !ssautil.IsText(t):
			return &value{c: content.Nothing, any: []entry{{val: v, elem: !ssautil.IsMap(t)}}}
		}
	}
	return nil
}
