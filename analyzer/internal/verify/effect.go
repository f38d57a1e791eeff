package verify

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// fill forgets what an unknown function may have filled.
func (x *run) fill(st *state, c *call) {
	var in mark
	event := false
	for _, a := range c.all() {
		g := st.gather(a, map[string]bool{})
		in |= g.marks &^ (raw | digest)
		event = event || g.event
	}
	for i, a := range c.args {
		p, ok := pointee(c.typs[i], a)
		if !ok || a.addr == "" || !isLocal(a.addr) || a.fn != nil || st.mem[content(a.addr)] != nil {
			continue
		}
		if isEvent(p) && in&body != 0 && st.req != nil {
			event = true
			x.entry(st).event = true
			x.act(st, c.in, "decode", weak)
		}
		st.havoc(a.addr, &value{marks: in | unknown, name: x.freshName("filled"), event: event})
	}
	for _, a := range c.all() { // gjson.GetBytes(body, "metric")
		if st.req != nil && st.marksOf(a)&body != 0 {
			for _, s := range c.constants() {
				x.entry(st).sawKey(s)
			}
		}
	}
}

// actOn notes that something unknown is given the body.
func (x *run) actOn(st *state, c *call) {
	logging := isLog(c.name)
	switch {
	case ssautil.IsStandard(c.path()):
		switch c.path() {
		case "log", "log/slog", "fmt":
			if c.path() == "fmt" && !strings.HasPrefix(c.name, "Print") || c.path() == "log/slog" && !logging {
				return
			}
			logging = true
		case "os", "database/sql", "net/smtp", "os/exec", "net/rpc", "net":
		case "net/http":
			if c.recv == nil && !strings.HasPrefix(c.name, "Post") && c.name != "Get" || c.recv != nil && fullNameOf(recvType(c)) != "net/http.Client" {
				return
			}
		case "sync", "sync/atomic":
			if c.name != "Store" && c.name != "Swap" && c.name != "LoadOrStore" || isLocal(c.recv.addr) {
				return
			}
		default:
			return
		}
	case isHarmless(c.name):
		return
	}
	if !x.carries(st, c, logging) {
		return
	}
	kind := strong
	if logging {
		kind = logs
	}
	x.act(st, c.in, c.target(), kind)
}

// carries reports whether the body goes with a call; a log that tells an
// event's id or kind is no harm.
func (x *run) carries(st *state, c *call, logging bool) bool {
	for i, a := range c.args {
		if a.marks&body == 0 && isRequestPlace(a.name) || st.marksOf(a)&body == 0 || isKindOfEvent(a) {
			continue
		}
		if !logging || c.typs[i] != nil && x.isWhole(st, a) {
			return true
		}
	}
	return false
}

// isKindOfEvent: what happened, not to whom; metrics and traces tell it.
func isKindOfEvent(v *value) bool {
	switch strings.ToLower(strings.Trim(v.lastName(), "[]")) {
	case "metric", "objecttype", "object_type", "type":
		return true
	}
	return false
}

// isWhole: the raw body, or all that was decoded.
func (x *run) isWhole(st *state, v *value) bool {
	if v.addr != "" && isLocal(v.addr) {
		if es := st.elements(v.addr); es != nil { // the arguments of a Printf
			return slices.ContainsFunc(es, func(e *value) bool { return st.marksOf(e)&body != 0 && x.isWhole(st, e) })
		}
	}
	if v.marks&raw != 0 || v.fields != nil || v.known && slices.ContainsFunc(v.parts, func(p part) bool { return p.v != nil && p.v.marks&raw != 0 }) {
		return true
	}
	if v.dyn != nil {
		t := v.dyn
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		switch t.Underlying().(type) {
		case *types.Struct, *types.Map:
			return true
		}
		return isBytes(t)
	}
	return false
}

func (c *call) target() string {
	if c.fn != nil {
		return c.fn.FullName()
	}
	return c.name
}
