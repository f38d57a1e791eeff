package verify

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// What is known of a router is kept beside its place: whether middleware that
// verifies was put in front of it, and the path it stands for.
func guardOf(addr string) string { return addr + "!guard" }

func routeOf(addr string) string { return addr + "!route" }

// wraps executes a function of another package that makes a handler of a
// handler.
func (x *run) wraps(st *state, c *call, k then) bool {
	if c.res == nil || !isHandler(c.res) || c.recv != nil && len(c.constants()) > 0 {
		return false
	}
	for i, a := range c.args {
		if isHandler(elemType(c.typs[i], a)) && isCallable(a) {
			k(st, &value{behind: a, guards: isVerifier(c.name), null: notNil, name: c.name})
			return true
		}
	}
	return false
}

// elemType is the type of an argument, as it was before it became an any.
func elemType(t types.Type, v *value) types.Type {
	if v.dyn != nil {
		return v.dyn
	}
	return t
}

func isCallable(v *value) bool { return v.fn != nil || v.behind != nil || v.dyn != nil }

// registers executes a call that hands handlers or middleware to a router,
// outside of a request.
func (x *run) registers(st *state, c *call, k then) bool {
	if st.req != nil {
		return false
	}
	handlers, guarded := x.handlersOf(st, c)
	if len(handlers) == 0 && !guarded {
		return x.groups(st, c, k)
	}
	route := strings.Join(c.constants(), "")
	if c.recv != nil {
		if st.mem[guardOf(c.recv.addr)] != nil {
			guarded = true
		}
		if r := st.mem[routeOf(c.recv.addr)]; r != nil {
			s, _ := r.string()
			route = s + route
		}
	}
	if chains(c.name) {
		for _, h := range handlers {
			guarded = guarded || x.isGuard(st, h)
		}
		if guarded && c.recv != nil && c.name != "With" && c.name != "Group" {
			st.mem[guardOf(c.recv.addr)] = boolOf(true)
		}
		k(st, x.derived(st, c, guarded, route))
		return true
	}
	if len(handlers) > 1 && !guarded {
		for i, h := range handlers {
			if x.isGuard(st, h) {
				guarded = true
				handlers = append(handlers[:i:i], handlers[i+1:]...)
				break
			}
		}
	}
	for _, h := range handlers {
		x.handle(st.clone(), h, entryInfo{guarded: guarded, route: route, registered: true})
	}
	k(st, x.derived(st, c, guarded, route))
	return true
}

// chains tells by its name that a router's method takes middleware.
func chains(name string) bool {
	switch strings.ToLower(name) {
	case "use", "with", "group", "pre", "before", "usefunc", "middleware", "middlewares", "append", "chain", "useglobal", "usebefore":
		return true
	}
	return false
}

// handlersOf are the handlers that a call is given, and whether middleware
// that verifies comes with them.
func (x *run) handlersOf(st *state, c *call) (handlers []*value, guarded bool) {
	take := func(t types.Type, v *value) {
		t = elemType(t, v)
		switch {
		case v.guards && v.behind == nil:
			guarded = true
		case !isCallable(v):
		case isMiddleware(t):
			guarded = guarded || x.isGuard(st, v)
		case isHandler(t) && x.hasBody(v):
			handlers = append(handlers, v)
		}
	}
	for i, a := range c.args {
		if s, ok := c.typs[i].Underlying().(*types.Slice); ok && a.addr != "" {
			for _, e := range st.elements(a.addr) {
				take(s.Elem(), e)
			}
			continue
		}
		take(c.typs[i], a)
	}
	return handlers, guarded
}

// hasBody reports whether what a value handles requests with can be run.
func (x *run) hasBody(v *value) bool {
	for v.behind != nil {
		v = v.behind
	}
	return v.fn != nil && x.isOwn(v.fn) || v.fn == nil && v.dyn != nil && x.serves(v.dyn) != nil
}

// serves is the ServeHTTP of a type of the package.
func (x *run) serves(t types.Type) *ssa.Function {
	sel := types.NewMethodSet(t).Lookup(x.pkg.Pkg, "ServeHTTP")
	if sel == nil || sel.Obj().Pkg() != x.pkg.Pkg {
		return nil
	}
	return x.pkg.Prog.MethodValue(sel)
}

// groups executes a router's method without handlers: a part of the router is
// made, or handed to a function.
func (x *run) groups(st *state, c *call, k then) bool {
	if c.recv == nil {
		return false
	}
	guarded := st.mem[guardOf(c.recv.addr)] != nil
	route := strings.Join(c.constants(), "")
	if r := st.mem[routeOf(c.recv.addr)]; r != nil {
		s, _ := r.string()
		route = s + route
	}
	fns := x.functions(c)
	if len(fns) == 0 {
		if !guarded && route == "" || c.res == nil {
			return false
		}
		k(st, x.derived(st, c, guarded, route))
		return true
	}
	if !x.matters[fns[0].fn] || fns[0].fn.Signature.Params().Len() != 1 {
		return false
	}
	sub := x.derived(st, c, guarded, route)
	if sub.addr == "" {
		return false
	}
	x.enter(st, fns[0].fn, []*value{sub}, fns[0].binds, func(st *state, _ *value) { k(st, sub) })
	return true
}

// derived is a part of a router, with what is known of the whole.
func (x *run) derived(st *state, c *call, guarded bool, route string) *value {
	v := x.unknownResult(st, c)
	if v.elems != nil {
		return v
	}
	v = v.as(func(w *value) { w.name = x.freshName(c.name); w.addr = w.name })
	if guarded {
		st.mem[guardOf(v.addr)] = boolOf(true)
	}
	if route != "" {
		st.mem[routeOf(v.addr)] = textOf(route)
	}
	return v
}

// isGuard reports whether middleware verifies: what it does with a request
// compares the signature.
func (x *run) isGuard(st *state, v *value) bool {
	if v.guards {
		return true
	}
	if v.fn == nil || !x.isOwn(v.fn) {
		return v.fn != nil && x.cfg.Imported(funcObject(v.fn)) == Guard
	}
	probe := st.clone()
	e := x.newEntry(v.fn, entryInfo{registered: true, probe: true})
	if isHandler(v.fn.Signature) {
		x.serve(probe, v, e)
		return e.compared || e.maybe
	}
	args := []*value{external("next", v.fn.Signature.Params().At(0).Type())}
	x.enter(probe, v.fn, args, v.binds, func(st *state, h *value) {
		if isCallable(h) {
			x.serve(st, h, e)
		}
	})
	return e.compared || e.maybe
}

func funcObject(fn *ssa.Function) *types.Func {
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	return obj.Origin()
}

// handle runs a handler with a request of its own.
func (x *run) handle(st *state, h *value, info entryInfo) {
	x.serve(st, h, x.newEntry(handlerFunc(x, h), info))
}

func handlerFunc(x *run, h *value) *ssa.Function {
	for h.behind != nil {
		h = h.behind
	}
	if h.fn != nil {
		return h.fn
	}
	if h.dyn != nil {
		return x.serves(h.dyn)
	}
	return nil
}

// serve sends a request to a handler.
func (x *run) serve(st *state, h *value, e *entry) {
	st.req = &request{entry: e}
	st.acts, st.verdict, st.maybe, st.aborted = nil, none, e.info.guarded, false
	for h.behind != nil {
		if h.guards {
			st.maybe = true
		}
		h = h.behind
	}
	spent := x.steps
	x.steps = 0
	defer func() { x.steps = spent }()
	done := func(st *state, _ *value) { x.finish(st) }
	if h.fn != nil && x.isOwn(h.fn) {
		x.enter(st, h.fn, x.requestArgs(h.fn), h.binds, done)
		return
	}
	if h.dyn == nil {
		return
	}
	if fn := x.serves(h.dyn); fn != nil && fn.Blocks != nil {
		args := x.requestArgs(fn)
		args[0] = h
		x.enter(st, fn, args, nil, done)
	}
}

// requestArgs are the arguments that a handler is called with.
func (x *run) requestArgs(fn *ssa.Function) []*value {
	args := make([]*value, len(fn.Params))
	for i, p := range fn.Params {
		recv := i == 0 && fn.Signature.Recv() != nil
		switch t := p.Type(); {
		case !recv && isRequest(t):
			args[i] = &value{name: requestName, addr: requestName, null: notNil}
		case !recv && isResponseWriter(t):
			args[i] = &value{name: "response", null: notNil}
		default:
			args[i] = external(x.nameIn(fn, p.Name()), t)
		}
	}
	return args
}
