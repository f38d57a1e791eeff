package rules

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// inspectPaths finds identifiers that are put into the path of a raw request
// as they are. One with a slash, a question mark or two dots in it makes the
// request one for something else: DELETE /customers/7/../8.
func inspectPaths(c *Check) []analysis.Diagnostic {
	var out []analysis.Diagnostic
	seen := map[token.Pos]bool{}
	for call := range c.Flow.Calls() {
		for _, req := range c.requests.Requests(call) {
			if req.Endpoint == nil {
				continue
			}
			for _, h := range holesOf(req) {
				if f, ok := inPath(c, req, h); ok && !seen[f.Pos] {
					seen[f.Pos] = true
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// A hole is an identifier in the path of a request that is not escaped there.
type hole struct {
	value ssa.Value
	label string
}

func holesOf(req *httpreq.Request) []hole {
	var out []hole
	i := 0
	for _, p := range req.URL {
		if p.Value == nil {
			continue
		}
		if label, ok := req.Endpoint.Identifiers[i]; ok && !p.Escaped {
			out = append(out, hole{p.Value, label})
		}
		i++
	}
	return out
}

func inPath(c *Check, req *httpreq.Request, h hole) (analysis.Diagnostic, bool) {
	a := &escapes{flow: c.Flow, seen: map[ssa.Value]bool{}}
	if !a.mayClimb(h.value) {
		return analysis.Diagnostic{}, false
	}
	e := usedAt(c, req, h.value)
	if e == nil {
		return analysis.Diagnostic{}, false
	}
	return analysis.Diagnostic{
		Pos: e.Pos(), End: e.End(),
		Message: fmt.Sprintf(`%s is put into the path of %s as it is: with "/", "?" or ".." in it, it reaches another resource; use url.PathEscape`, h.label, endpointName(req)),
		Related: []analysis.RelatedInformation{{Pos: req.Call.Pos(), Message: "sent by " + endpointName(req)}},
	}, true
}

// usedAt is where an identifier stands that gets into the path: the last
// mention of it before the call that sends, or passes on, the path.
func usedAt(c *Check, req *httpreq.Request, v ssa.Value) ast.Expr {
	in := req.Call
	for e := req.Env; e != nil && in.Parent() != v.Parent(); e = e.Up {
		in = e.Call
	}
	src := c.Flow.CallExpr(in)
	if src == nil {
		return nil
	}
	var best ast.Expr
	if v.Referrers() != nil {
		for _, ref := range *v.Referrers() {
			d, ok := ref.(*ssa.DebugRef)
			if ok && !d.IsAddr && d.Expr.Pos() < src.End() && (best == nil || best.Pos() < d.Expr.Pos()) {
				best = d.Expr
			}
		}
	}
	if best == nil {
		return src
	}
	return best
}

// escapes finds out whether an identifier may have a character that ends its
// segment of the path.
type escapes struct {
	flow *flow.Analysis
	seen map[ssa.Value]bool
}

func (a *escapes) mayClimb(v ssa.Value) bool {
	v = ssautil.Uncover(v)
	if a.seen[v] || isArray(v.Type()) || !ssautil.IsText(v.Type()) && !types.IsInterface(v.Type()) || validated(v) {
		return false // a number, an array such as a UUID
	}
	a.seen[v] = true
	if keys, all := a.flow.Content(v, nil, ssautil.After(v)).Keys(); all && len(keys) > 0 {
		return false // what the program itself has written
	}
	switch x := v.(type) {
	case *ssa.Const:
		return false
	case *ssa.Phi:
		return slices.ContainsFunc(x.Edges, a.mayClimb)
	case *ssa.BinOp:
		return a.mayClimb(x.X) || a.mayClimb(x.Y)
	case *ssa.MakeInterface:
		return a.mayClimb(x.X)
	case *ssa.Call:
		return a.returns(x, 0)
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok {
			return a.returns(call, x.Index)
		}
	case *ssa.Parameter:
		return a.passed(x)
	}
	return true
}

// passed: what an exported function is given, or one that nobody in view calls,
// may be anything.
func (a *escapes) passed(p *ssa.Parameter) bool {
	fn := p.Parent()
	callers := a.flow.Callers(fn)
	if obj, ok := fn.Object().(*types.Func); len(callers) == 0 || ok && obj.Exported() {
		return true
	}
	for _, call := range callers {
		if arg := ssautil.ArgFor(call.Common(), p); arg == nil || a.mayClimb(arg) {
			return true
		}
	}
	return false
}

// returns reports whether result k of a call may climb.
func (a *escapes) returns(call *ssa.Call, k int) bool {
	if fns := a.flow.Callees(call); len(fns) > 0 {
		for _, fn := range fns {
			for _, b := range fn.Blocks {
				if ret, ok := ssautil.Last(b).(*ssa.Return); ok && k < len(ret.Results) && a.mayClimb(ret.Results[k]) {
					return true
				}
			}
		}
		return false
	}
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return true
	}
	if recv := fn.Signature().Recv(); recv != nil {
		n := ssautil.Named(recv.Type())
		if isArray(recv.Type()) || ssautil.IsNumber(recv.Type()) || n != nil && makesSegment.MatchString(n.Obj().Name()) {
			return false // the text of a UUID
		}
	}
	switch ssautil.PkgPath(fn) {
	case "strconv", "encoding/hex":
		return fn.Name() == "Unquote"
	case "strings":
		args := call.Call.Args
		return len(args) == 0 || fn.Name() == "Join" || fn.Name() == "Repeat" || a.mayClimb(args[0])
	}
	return !makesSegment.MatchString(fn.Name())
}

func isArray(t types.Type) bool {
	_, ok := ssautil.Deref(t).Underlying().(*types.Array)
	return ok
}

// makesSegment matches what functions are called that give a text without
// slashes.
var makesSegment = regexp.MustCompile(`(?i)escape|hash|sha256|hmac|uuid|slug|hex|ulid|encode|base62|sanitiz`)

// validated reports whether the function around v asks whether it is one of
// the identifiers that it takes.
func validated(v ssa.Value) bool {
	for _, same := range readsOf(v) {
		if same.Referrers() == nil {
			continue
		}
		for _, ref := range *same.Referrers() {
			call, ok := ref.(*ssa.Call)
			if !ok {
				continue
			}
			if fn := ssautil.Callee(&call.Call); fn != nil && validates.MatchString(fn.Name()) {
				return true
			}
		}
	}
	return false
}

var validates = regexp.MustCompile(`(?i)valid|^(must)?parse|match|^atoi$|^check|^verify|^is[A-Z]|contains`)

// readsOf returns v and, of a field, the other reads of it in the function.
func readsOf(v ssa.Value) []ssa.Value {
	out := []ssa.Value{v}
	field, _, ok := ssautil.FieldRead(v)
	if !ok || v.Parent() == nil {
		return out
	}
	for _, b := range v.Parent().Blocks {
		for _, in := range b.Instrs {
			if x, ok := in.(ssa.Value); ok && x != v {
				if f, _, ok := ssautil.FieldRead(x); ok && f == field {
					out = append(out, x)
				}
			}
		}
	}
	return out
}
