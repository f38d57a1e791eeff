package webhook

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// What is known of a router is kept beside its place: whether middleware that
// verifies was put in front of it, and the path it stands for.
func guardOf(addr string) string { return addr + "!guard" }

func routeOf(addr string) string { return addr + "!route" }

// wrapsHandler executes a function of another package that makes a handler of
// a handler.
func wrapsHandler(st *state, c *call, k continuation) bool {
	if c.Result == nil || !isHandler(c.Result) || c.Recv != nil && len(c.ConstantTexts()) > 0 {
		return false
	}
	for i, a := range c.Args {
		if isHandler(boxedType(c.Types[i], a)) && isCallable(a) {
			guarded := isVerifier(c.Name) || c.Recv != nil && st.Get(guardOf(c.Recv.Addr)) != nil
			k(st, guardedHandler(c.Name, a, guarded))
			return true
		}
	}
	return false
}

// adaptsMiddleware executes a function of another package that makes
// middleware of one framework that of another.
func adaptsMiddleware(st *state, c *call, k continuation) bool {
	if c.Result == nil || !isMiddleware(c.Result) || pathOf(st).handling {
		return false
	}
	for i, a := range c.Args {
		if isMiddleware(boxedType(c.Types[i], a)) && isCallable(a) {
			k(st, &value{Null: symexec.NotNil, Name: st.Fresh(c.Name), Note: &note{guards: isGuard(st, a)}})
			return true
		}
	}
	return false
}

// registers executes a call that hands handlers or middleware to a router,
// outside of a request.
func registers(st *state, c *call, k continuation) bool {
	if pathOf(st).handling {
		return false
	}
	handlers, guarded := handlersOf(st, c)
	if len(handlers) == 0 && !guarded {
		return makesGroup(st, c, k)
	}
	behindGuard, route := routerOf(st, c)
	guarded = guarded || behindGuard
	if takesMiddleware(c.Name) {
		guarded = guarded || slices.ContainsFunc(handlers, func(h *value) bool { return isGuard(st, h) })
		if guarded && c.Recv != nil && c.Name != "With" && c.Name != "Group" {
			st.Put(guardOf(c.Recv.Addr), symexec.Bool(true))
		}
		k(st, subrouter(st, c, guarded, route))
		return true
	}
	if len(handlers) > 1 && !guarded {
		if i := slices.IndexFunc(handlers, func(h *value) bool { return isGuard(st, h) }); i >= 0 {
			guarded = true
			handlers = append(handlers[:i:i], handlers[i+1:]...)
		}
	}
	for _, h := range handlers {
		c := checkOf(st)
		serve(st.Fork(), h, c.newEntry(c.handlerFunc(h), entryInfo{guarded: guarded, route: route, registered: true}))
	}
	k(st, subrouter(st, c, guarded, route))
	return true
}

// routerOf is what is known of the router that a call belongs to, and the path
// that the call's constants add to it.
func routerOf(st *state, c *call) (guarded bool, route string) {
	route = strings.Join(c.ConstantTexts(), "")
	if c.Recv == nil {
		return false, route
	}
	if r := st.Get(routeOf(c.Recv.Addr)); r != nil {
		s, _ := r.AsText()
		route = s + route
	}
	return st.Get(guardOf(c.Recv.Addr)) != nil, route
}

// takesMiddleware tells by its name that a router's method takes middleware.
func takesMiddleware(name string) bool { return middlewareMethods[strings.ToLower(name)] }

var middlewareMethods = words("use with group pre before usefunc middleware middlewares append chain useglobal usebefore")

// handlersOf are the handlers that a call is given, and whether middleware
// that verifies comes with them.
func handlersOf(st *state, c *call) (handlers []*value, guarded bool) {
	for i, v := range c.Args {
		given, t := []*value{v}, c.Types[i]
		if elem, ok := sliceElem(t); ok && v.Addr != "" {
			given, t = st.Elements(v.Addr), elem
		}
		for _, v := range given {
			switch t := boxedType(t, v); {
			case noteOf(v).guards && noteOf(v).behind == nil:
				guarded = true
			case !isCallable(v):
			case isMiddleware(t):
				guarded = guarded || isGuard(st, v)
			case isHandler(t) && checkOf(st).hasBody(v):
				handlers = append(handlers, v)
			}
		}
	}
	return handlers, guarded
}

// makesGroup executes a router's method without handlers: a part of the router
// is made, or handed to a function.
func makesGroup(st *state, c *call, k continuation) bool {
	if c.Recv == nil {
		return false
	}
	guarded, route := routerOf(st, c)
	fns := c.Functions(st)
	if len(fns) == 0 {
		if !guarded && route == "" || c.Result == nil {
			return false
		}
		k(st, subrouter(st, c, guarded, route))
		return true
	}
	fn := fns[0].Fn
	if !checkOf(st).relevant[fn] || fn.Signature.Params().Len() != 1 {
		return false
	}
	sub := subrouter(st, c, guarded, route)
	if sub.Addr == "" {
		return false
	}
	st.Enter(fn, []*value{sub}, fns[0].Binds, func(st *state, _ *value) { k(st, sub) })
	return true
}

// subrouter is a part of a router, with what is known of the whole.
func subrouter(st *state, c *call, guarded bool, route string) *value {
	v := symexec.UnknownResult(st, c)
	if v.Elems != nil {
		return v
	}
	v = v.Changed(func(w *value) { w.Name = st.Fresh(c.Name); w.Addr = w.Name })
	if guarded {
		st.Put(guardOf(v.Addr), symexec.Bool(true))
	}
	if route != "" {
		st.Put(routeOf(v.Addr), symexec.Text(route))
	}
	return v
}

// isGuard reports whether middleware verifies: what it does with a request
// compares the signature.
func isGuard(st *state, v *value) bool {
	if noteOf(v).guards {
		return true
	}
	c := checkOf(st)
	if v.Fn == nil || !c.engine.IsOwn(v.Fn) {
		return v.Fn != nil && c.importedRole(v.Fn).Duty == Guard
	}
	info := entryInfo{registered: true, middleware: true}
	var e *entry
	if isHandler(v.Fn.Signature) {
		e = c.newEntry(v.Fn, info)
		serve(st.Fork(), v, e)
	} else {
		e = c.runMiddleware(st.Fork(), v, info)
	}
	return (e.compared || e.unsure) && !e.cutUnverified
}

// serve sends a request to a handler.
func serve(st *state, h *value, e *entry) {
	p := pathOf(st)
	p.begin(e)
	for noteOf(h).behind != nil {
		if noteOf(h).guards {
			p.unsure, e.unsure = true, true
		}
		h = noteOf(h).behind
	}
	st.Separately(func() { run(st, h) })
}

// run calls a handler with a request.
func run(st *state, h *value) {
	c := checkOf(st)
	done := func(st *state, _ *value) { finish(st) }
	if h.Fn != nil && c.engine.IsOwn(h.Fn) {
		st.Enter(h.Fn, requestArgs(st, h.Fn), h.Binds, done)
		return
	}
	if h.Dyn == nil {
		return
	}
	if fn := c.serveMethod(h.Dyn); fn != nil && fn.Blocks != nil {
		args := requestArgs(st, fn)
		args[0] = h
		st.Enter(fn, args, nil, done)
	}
}

// isCallable reports whether a value is known to be something that can handle
// a request.
func isCallable(v *value) bool {
	return v.Fn != nil || noteOf(v).behind != nil || v.Dyn != nil && !types.IsInterface(v.Dyn)
}
