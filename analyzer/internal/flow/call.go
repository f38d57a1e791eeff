package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"github.com/ciolint/ciolint/runtime/pii"
)

// callees returns the functions of this package that a call may execute.
func (a *Analysis) callees(call ssa.CallInstruction) []*ssa.Function {
	if fn := call.Common().StaticCallee(); fn != nil {
		return fitting([]*ssa.Function{fn}, call.Common())
	}
	none := func() []*ssa.Function { return nil }
	return ask(a, question{load: call, cell: executes}, none, func() []*ssa.Function { return a.dynamicCallees(call) })
}

func (a *Analysis) dynamicCallees(call ssa.CallInstruction) []*ssa.Function {
	c := call.Common()
	var fns []*ssa.Function
	if c.IsInvoke() {
		fns = a.implementations(c)
	} else {
		fns = a.functionValues(c.Value, before(call), map[*ssa.Parameter]bool{})
		if len(fns) == 0 {
			fns = a.functionsOfType(c.Value.Type())
		}
	}
	return fitting(fns, c)
}

// fitting returns those of fns that have a body and take what c passes.
func fitting(fns []*ssa.Function, c *ssa.CallCommon) []*ssa.Function {
	return slices.DeleteFunc(fns, func(fn *ssa.Function) bool {
		return len(fn.Blocks) == 0 || len(fn.Params) != len(ssautil.Args(c))
	})
}

// functionValues returns the functions that v may be. Where v depends on a
// parameter, all calls in the package count.
func (a *Analysis) functionValues(v ssa.Value, at point, seen map[*ssa.Parameter]bool) []*ssa.Function {
	c := a.eval(v, nil, at)
	fns := functions(c)
	for _, r := range c.Refs {
		p := paramOf(r)
		if seen[p] {
			continue
		}
		seen[p] = true
		for _, call := range a.callersOf(p.Parent()) {
			if arg := ssautil.ArgFor(call.Common(), p); arg != nil && len(r.Path) == 0 {
				fns = append(fns, a.functionValues(arg, before(call), seen)...)
			} else if arg != nil {
				fns = append(fns, functions(a.eval(arg, r.Path, before(call)))...)
			}
		}
		fns = append(fns, functions(a.fieldContentAnywhere(r))...)
	}
	ssautil.SortFunctions(fns)
	return slices.Compact(fns)
}

// functionsOfType returns the function literals of this package that exported
// functions return as the named type t: options, whose callers are elsewhere.
func (a *Analysis) functionsOfType(t types.Type) []*ssa.Function {
	n := ssautil.Named(t)
	if n == nil || n.Obj().Pkg() != a.pkg.Pkg {
		return nil
	}
	var out []*ssa.Function
	for _, fn := range a.funcs {
		res := fn.Signature.Results()
		if fn.Parent() != nil || res.Len() != 1 || !types.Identical(res.At(0).Type(), t) {
			continue
		}
		out = append(out, functions(a.resultOf(fn, 0, nil))...)
	}
	ssautil.SortFunctions(out)
	return slices.Compact(out)
}

// implementations returns the methods of this package that an interface call
// may execute.
func (a *Analysis) implementations(c *ssa.CallCommon) []*ssa.Function {
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var fns []*ssa.Function
	scope := a.pkg.Pkg.Scope()
	for _, t := range a.concreteTypes(scope) {
		if !types.Implements(t, iface) {
			continue
		}
		if m := a.prog.MethodSets.MethodSet(t).Lookup(c.Method.Pkg(), c.Method.Name()); m != nil {
			if fn := a.prog.MethodValue(m); fn != nil {
				fns = append(fns, fn)
			}
		}
	}
	ssautil.SortFunctions(fns)
	return slices.Compact(fns)
}

// concreteTypes returns the named types of the package and pointers to them,
// without those of files that are left out.
func (a *Analysis) concreteTypes(scope *types.Scope) []types.Type {
	if a.concrete != nil {
		return a.concrete
	}
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || a.pkg.Members[name] == nil || obj.IsAlias() || types.IsInterface(obj.Type()) {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		a.concrete = append(a.concrete, obj.Type(), types.NewPointer(obj.Type()))
	}
	for _, t := range a.instances {
		a.concrete = append(a.concrete, t, types.NewPointer(t))
	}
	return a.concrete
}

// result answers what result i of a call may hold.
func (a *Analysis) result(c *ssa.CallCommon, call ssa.CallInstruction, i int, q content.Path, at point) *content.Content {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return a.builtin(b, c, q, at)
	}
	fn := ssautil.Callee(c)
	if fn != nil {
		if k, ok := a.constantText(call, fn); ok && content.Bare(q) {
			return k
		}
		if kind := a.cfg.Sanitizer(fn); kind != content.NotSanitizer {
			return a.sanitizedResult(c, fn, kind, i, q, before(call))
		}
		if m := modelOf(fn); m != nil {
			return m.result(a, c, i, q, before(call), at)
		}
	}
	fns := a.callees(call)
	var b content.Builder
	for _, f := range fns {
		b.Add(a.substitute(a.variant(f, call).resultOf(f, i, q), call, f, at))
	}
	told := false
	for _, f := range a.factsFor(c) {
		r, ok := a.factResult(f, call, i, q, at)
		b.Add(r)
		told = told || ok
	}
	if len(fns) == 0 && !told || c.IsInvoke() && !a.closedInterface(c) && !told {
		b.Add(a.unknownResult(c, fn, i, q, before(call)))
	}
	if a.root.spend(0) {
		b.Add(a.handedIn(call, q, at))
	}
	return b.Done()
}

// handedIn is what a call is given, when the budget does not suffice to say
// what it returns: that may be among it. Only the calls beside a sink get
// this, which cannot use up much.
func (a *Analysis) handedIn(call ssa.CallInstruction, q content.Path, at point) *content.Content {
	r := a.root
	if call.Parent() != r.asking || r.lent == 0 {
		return content.Nothing
	}
	r.lent--
	r.budget = r.spent + unitsPerSink
	var b content.Builder
	for _, arg := range ssautil.Args(call.Common()) {
		if ssautil.HoldsPayload(arg.Type()) {
			b.Add(a.eval(arg, q, at))
		}
	}
	r.budget = r.spent - 1
	return b.Done()
}

// constantText is the result of a call that only puts constants together.
func (a *Analysis) constantText(call ssa.CallInstruction, fn *types.Func) (*content.Content, bool) {
	v, ok := call.(*ssa.Call)
	if !ok || !text.Transforms(fn) {
		return nil, false
	}
	t, ok := a.texts().Call(v, nil).Constant()
	return &content.Content{Consts: []content.Const{{Val: t}}}, ok
}

// closedInterface reports whether the interface belongs to this package: its
// implementations here are then taken to be all there are.
func (a *Analysis) closedInterface(c *ssa.CallCommon) bool {
	n := ssautil.Named(c.Value.Type())
	return n != nil && n.Obj().Pkg() == a.pkg.Pkg
}

// resultOf answers what result i of fn may hold, in terms of its parameters.
func (a *Analysis) resultOf(fn *ssa.Function, i int, q content.Path) *content.Content {
	var b content.Builder
	for _, block := range fn.Blocks {
		if len(block.Instrs) == 0 {
			continue
		}
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || i >= len(ret.Results) {
			continue
		}
		at := before(ret)
		if a.defers(fn) {
			at = exitOf(fn)
		}
		if load := returnedVariable(ret.Results[i], ret); load != nil {
			b.Add(a.at(load.X, q, 0, before(ret), at))
		} else {
			b.Add(a.eval(ret.Results[i], q, at))
		}
	}
	return b.Done()
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

func (a *Analysis) defers(fn *ssa.Function) bool { return fn.Recover != nil }

// builtin answers for append, copy, min and max; the others carry nothing.
func (a *Analysis) builtin(fn *ssa.Builtin, c *ssa.CallCommon, q content.Path, at point) *content.Content {
	var b content.Builder
	switch fn.Name() {
	case "append":
		if len(q) > 0 && q[0].Kind == content.Elem {
			q = content.Path{{Kind: content.Elem}}.Plus(q[1:]...)
		}
		fallthrough
	case "min", "max":
		for _, arg := range c.Args {
			b.Add(a.eval(arg, q, at))
		}
	}
	return b.Done()
}

// unknownResult is what a function may return that cannot be seen: text and
// values of any type carry what went in, unless the call looks like a
// look-up; everything else is opaque.
func (a *Analysis) unknownResult(c *ssa.CallCommon, fn *types.Func, i int, q content.Path, at point) *content.Content {
	sig := c.Signature()
	if i >= sig.Results().Len() {
		return content.Nothing
	}
	t := sig.Results().At(i).Type()
	out := &content.Content{Flags: content.Unknown}
	if !ssautil.IsNumber(t) {
		out.Flags |= content.Opaque
	}
	_, isAny := t.Underlying().(*types.Interface)
	if types.Identical(t, ssautil.ErrorType) && !makesError(fn) {
		return out
	}
	if ssautil.IsNumber(t) && fn != nil && ssautil.PkgPath(fn) == "fmt" {
		return out // how many were scanned or written
	}
	for len(q) > 0 && q[0].Kind == content.Elem {
		q = q[1:]
	}
	if s, ok := t.Underlying().(*types.Slice); ok && ssautil.IsText(s.Elem()) {
		t = s.Elem()
	}
	if !content.Bare(q) || !ssautil.IsText(t) && !isAny && !ssautil.IsNumber(t) || looksUp(sig) || encrypts(fn) || asksBy(fn) {
		return out
	}
	var b content.Builder
	b.Add(out)
	for _, arg := range ssautil.Args(c) {
		if carriesInto(arg) {
			b.Add(a.carried(arg, at))
		}
	}
	res := *b.Done()
	if fn != nil && fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), "crypto/") {
		res.Origins = digested(res.Origins)
	}
	if !text.Transforms(fn) {
		res.Consts = nil // the name of a setting, not its value
	}
	return &res
}

// digested is what a digest still says: nine digits can be enumerated; of
// data that may be hashed, the digest is what was asked for.
func digested(os []content.Origin) []content.Origin {
	return slices.DeleteFunc(slices.Clone(os), func(o content.Origin) bool { return o.Class == pii.Hash })
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
	return types.Identical(v.Type(), ssautil.ErrorType)
}

// carried is what remains of v in a text that was made of it.
func (a *Analysis) carried(v ssa.Value, at point) *content.Content {
	c := a.flatten(a.eval(v, content.Path{{Kind: content.Format}}, at))
	if len(c.Consts) == 0 {
		return c
	}
	n := *c
	n.Flags |= content.Unknown
	n.Consts = slices.Clone(c.Consts)
	for i := range n.Consts {
		n.Consts[i].Derived = true
	}
	return &n
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
		if types.Identical(r.Type(), ssautil.ErrorType) {
			asks = true
		} else if n := ssautil.Named(r.Type()); n != nil && !ssautil.IsText(n) {
			other = true
		}
	}
	return asks && other
}

// aliasArg returns the argument that the result of a call refers to, if the
// call only wraps it: bufio.NewWriter(w), traits.Set("plan", p).
func (a *Analysis) aliasArg(c *ssa.CallCommon) ssa.Value {
	if b, ok := c.Value.(*ssa.Builtin); ok && b.Name() == "ssa:wrapnilchk" {
		return c.Args[0]
	}
	fn := ssautil.Callee(c)
	if fn == nil {
		return nil
	}
	args := ssautil.Args(c)
	if _, ok := a.setter(fn); ok && len(args) > 0 && fn.Signature().Results().Len() > 0 {
		return args[0]
	}
	if m := modelOf(fn); m != nil && m.wraps && m.alias <= len(args) {
		return args[m.alias-1]
	}
	return nil
}

// setter returns the entry that a method writes: of an SDK's maps, or of
// those of the standard library.
func (a *Analysis) setter(fn *types.Func) (Setter, bool) {
	switch fn.FullName() {
	case "(net/url.Values).Set", "(net/url.Values).Add", "(net/http.Header).Set", "(net/http.Header).Add":
		return Setter{KeyArg: 0, ValueArg: 1}, true
	}
	return a.cfg.Setter(fn)
}
