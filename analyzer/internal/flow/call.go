package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/internal/relevance"
	"github.com/ciolint/ciolint/runtime/pii"
)

// calleeFunc returns the function object that a call names: a function, a
// method, or the method of an interface. Nil for closures and builtins.
func calleeFunc(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	f, _ := fn.Object().(*types.Func)
	return f
}

// arguments returns what a call passes, in the order of the callee's
// parameters: the receiver first, if there is one.
func arguments(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	return c.Args
}

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
		return len(fn.Blocks) == 0 || len(fn.Params) != len(arguments(c))
	})
}

// functionValues returns the functions that v may be. Where v depends on a
// parameter, all calls in the package count.
func (a *Analysis) functionValues(v ssa.Value, at point, seen map[*ssa.Parameter]bool) []*ssa.Function {
	c := a.eval(v, nil, at)
	fns := slices.Clone(c.funcs)
	for _, r := range c.Refs {
		if seen[r.Param] {
			continue
		}
		seen[r.Param] = true
		for _, call := range a.callersOf(r.Param.Parent()) {
			if arg := argumentFor(call.Common(), r.Param); arg != nil && len(r.Path) == 0 {
				fns = append(fns, a.functionValues(arg, before(call), seen)...)
			} else if arg != nil {
				fns = append(fns, a.eval(arg, r.Path, before(call)).funcs...)
			}
		}
		fns = append(fns, a.fieldContentAnywhere(r).funcs...)
	}
	sortFunctions(fns)
	return slices.Compact(fns)
}

// functionsOfType returns the function literals of this package that exported
// functions return as the named type t: options, whose callers are elsewhere.
func (a *Analysis) functionsOfType(t types.Type) []*ssa.Function {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() != a.pkg.Pkg {
		return nil
	}
	var out []*ssa.Function
	for _, fn := range a.funcs {
		res := fn.Signature.Results()
		if fn.Parent() != nil || res.Len() != 1 || !types.Identical(res.At(0).Type(), t) {
			continue
		}
		out = append(out, a.resultOf(fn, 0, nil).funcs...)
	}
	sortFunctions(out)
	return slices.Compact(out)
}

// argumentFor returns what call passes for parameter p, or nil.
func argumentFor(c *ssa.CallCommon, p *ssa.Parameter) ssa.Value {
	args := arguments(c)
	for i, q := range p.Parent().Params {
		if q == p && i < len(args) {
			return args[i]
		}
	}
	return nil
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
	sortFunctions(fns)
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
func (a *Analysis) result(c *ssa.CallCommon, call ssa.CallInstruction, i int, q Path, at point) *Content {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return a.builtin(b, c, q, at)
	}
	fn := calleeFunc(c)
	if fn != nil {
		if k, ok := a.constantText(call, fn); ok && bare(q) {
			return k
		}
		if kind := a.cfg.Sanitizer(fn); kind != NotSanitizer {
			return a.sanitizedResult(c, fn, kind, i, q, before(call))
		}
		if m := modelOf(fn); m != nil {
			return m.result(a, c, i, q, before(call), at)
		}
	}
	fns := a.callees(call)
	var b builder
	for _, f := range fns {
		b.add(a.substitute(a.variant(f, call).resultOf(f, i, q), call, f, at))
	}
	told := false
	for _, f := range a.factsFor(c) {
		r, ok := a.factResult(f, call, i, q, at)
		b.add(r)
		told = told || ok
	}
	if len(fns) == 0 && !told || c.IsInvoke() && !a.closedInterface(c) && !told {
		b.add(a.unknownResult(c, fn, i, q, before(call)))
	}
	if a.root.spend(0) {
		b.add(a.handedIn(call, q, at))
	}
	return b.done()
}

// handedIn is what a call is given, when the budget does not suffice to say
// what it returns: that may be among it. Only the calls beside a sink get
// this, which cannot use up much.
func (a *Analysis) handedIn(call ssa.CallInstruction, q Path, at point) *Content {
	r := a.root
	if call.Parent() != r.asking || r.lent == 0 {
		return nothing
	}
	r.lent--
	r.budget = r.spent + unitsPerSink
	var b builder
	for _, arg := range arguments(call.Common()) {
		if holdsPayload(arg.Type(), 0) {
			b.add(a.eval(arg, q, at))
		}
	}
	r.budget = r.spent - 1
	return b.done()
}

// constantText is the result of a call that only puts constants together.
func (a *Analysis) constantText(call ssa.CallInstruction, fn *types.Func) (*Content, bool) {
	v, ok := call.(*ssa.Call)
	if !ok || !transformsText(fn) {
		return nil, false
	}
	ps := a.textOfCall(v, nil, 0)
	for _, p := range ps {
		if p.val != nil {
			return nil, false
		}
	}
	return &Content{Consts: []Const{{Val: shape(ps)}}}, len(ps) > 0
}

// closedInterface reports whether the interface belongs to this package: its
// implementations here are then taken to be all there are.
func (a *Analysis) closedInterface(c *ssa.CallCommon) bool {
	n := namedOf(c.Value.Type())
	return n != nil && n.Obj().Pkg() == a.pkg.Pkg
}

// resultOf answers what result i of fn may hold, in terms of its parameters.
func (a *Analysis) resultOf(fn *ssa.Function, i int, q Path) *Content {
	var b builder
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
			b.add(a.at(load.X, q, 0, before(ret), at))
		} else {
			b.add(a.eval(ret.Results[i], q, at))
		}
	}
	return b.done()
}

// returnedVariable returns the load of a variable that stands in a return
// statement beside calls that may change it: "return m, json.Unmarshal(b, &m)".
// The language leaves the order open, SSA loads first, and the compiler last.
func returnedVariable(v ssa.Value, ret *ssa.Return) *ssa.UnOp {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || load.Block() != ret.Block() || len(ret.Results) < 2 || !sharesMemory(v.Type()) || hasView(v.Type()) {
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
func (a *Analysis) builtin(fn *ssa.Builtin, c *ssa.CallCommon, q Path, at point) *Content {
	var b builder
	switch fn.Name() {
	case "append":
		if len(q) > 0 && q[0].Kind == Elem {
			q = Path{{Elem, ""}}.plus(q[1:]...)
		}
		fallthrough
	case "min", "max":
		for _, arg := range c.Args {
			b.add(a.eval(arg, q, at))
		}
	}
	return b.done()
}

// unknownResult is what a function may return that cannot be seen: text and
// values of any type carry what went in, unless the call looks like a
// look-up; everything else is opaque.
func (a *Analysis) unknownResult(c *ssa.CallCommon, fn *types.Func, i int, q Path, at point) *Content {
	sig := c.Signature()
	if i >= sig.Results().Len() {
		return nothing
	}
	t := sig.Results().At(i).Type()
	out := &Content{Flags: Unknown}
	if !isNumber(t) {
		out.Flags |= Opaque
	}
	_, isAny := t.Underlying().(*types.Interface)
	if types.Identical(t, errorType) && !makesError(fn) {
		return out
	}
	if isNumber(t) && fn != nil && pathOf(fn) == "fmt" {
		return out // how many were scanned or written
	}
	for len(q) > 0 && q[0].Kind == Elem {
		q = q[1:]
	}
	if s, ok := t.Underlying().(*types.Slice); ok && isText(s.Elem()) {
		t = s.Elem()
	}
	if !bare(q) || !isText(t) && !isAny && !isNumber(t) || looksUp(sig) || encrypts(fn) || asksBy(fn) {
		return out
	}
	var b builder
	b.add(out)
	for _, arg := range arguments(c) {
		if carriesInto(arg) {
			b.add(a.carried(arg, at))
		}
	}
	b.spill()
	if fn != nil && fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), "crypto/") {
		b.c.Origins = digested(b.c.Origins)
	}
	if !transformsText(fn) {
		b.c.Consts = nil // the name of a setting, not its value
	}
	return b.done()
}

// digested is what a digest still says: nine digits can be enumerated; of
// data that may be hashed, the digest is what was asked for.
func digested(os []Origin) []Origin {
	return slices.DeleteFunc(slices.Clone(os), func(o Origin) bool { return o.Class == pii.Hash })
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
	if fn == nil || relevance.IsStandard(pathOf(fn)) {
		return false
	}
	_, after, ok := strings.Cut(fn.Name(), "By")
	return ok && startsUpper(after)
}

func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
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
	if holdsDatum(v.Type()) {
		return true
	}
	switch deref(v.Type()).Underlying().(type) {
	case *types.Map, *types.Slice:
		return true
	}
	return types.Identical(v.Type(), errorType)
}

// carried is what remains of v in a text that was made of it.
func (a *Analysis) carried(v ssa.Value, at point) *Content {
	c := a.flatten(a.eval(v, Path{{Format, ""}}, at))
	if len(c.Consts) == 0 {
		return c
	}
	n := *c
	n.Flags |= Unknown
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
		asks = asks || isNamed(p.Type(), "context", "Context")
	}
	other := false
	for r := range sig.Results().Variables() {
		if types.Identical(r.Type(), errorType) {
			asks = true
		} else if n := namedOf(r.Type()); n != nil && !isText(n) {
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
	fn := calleeFunc(c)
	if fn == nil {
		return nil
	}
	args := arguments(c)
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
