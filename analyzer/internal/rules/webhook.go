package rules

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

var webhook = Rule{
	Name:  "webhook",
	Title: "a Customer.io webhook is not verified, or not well",
	Why: "Anybody can send a request to a webhook's address. Customer.io signs `v0:<X-CIO-Timestamp>:<body>`; a comparison that stops " +
		"at the first difference gives the signature away byte by byte, and without a look at the timestamp a recorded request can be " +
		"sent again for ever.",
	Bad: `if r.Header.Get("X-CIO-Signature") == hex.EncodeToString(mac.Sum(nil)) {
	handle(body)
}`,
	Good: `http.Handle("/customerio", verifier.Handler(events))`,
	Fix: "Use the Verifier of runtime/webhook. By hand: refuse a missing key or header, compare with hmac.Equal, refuse on false, " +
		"and refuse a timestamp that is minutes old.",
	inspect: inspectWebhook,
}

const webhookRuntime = "github.com/ciolint/ciolint/runtime/webhook"

// inspectWebhook checks how a package verifies webhooks, if it reads their
// signature and takes a body.
func inspectWebhook(c *Check) []finding.Finding {
	if !mentionsSignature(c.Pass) {
		return nil
	}
	v := &verification{pass: c.Pass, marks: newMarks(c.Pass.Pkg, c.Pass.TypesInfo, c.Pass.Files), trusted: map[*types.Signature]bool{}}
	v.survey()
	if len(v.reads) == 0 || !v.takesBody {
		return nil
	}
	v.trust()
	v.comparisons()
	v.verdicts()
	v.absence()
	v.never()
	return v.found
}

// mentionsSignature is the cheap test: nearly every package ends here.
func mentionsSignature(pass *analysis.Pass) bool {
	for _, tv := range pass.TypesInfo.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String && headerMark(constant.StringVal(tv.Value)) == fromSignature {
			return true
		}
	}
	return false
}

// A verification is what a package does with the signature.
type verification struct {
	*marks
	pass      *analysis.Pass
	found     []finding.Finding
	reads     []ast.Expr // where the signature is read
	compared  []comparison
	macs      []*ast.CallExpr // hmac.New
	takesBody bool
	decodes   bool
	trusted   map[*types.Signature]bool // functions whose result is the verdict
	handed    bool                      // the signature, or all headers, are given to something unknown
}

// A comparison is one of the signature with something else.
type comparison struct {
	at    ast.Expr
	with  mark   // what it is compared with
	how   string // for messages
	safe  bool
	bytes bool // both are bytes
}

func (v *verification) report(n ast.Node, message string) {
	v.found = append(v.found, finding.Finding{Pos: n.Pos(), End: n.End(), Message: message})
}

// survey finds where the package reads, compares, decodes and hands on.
func (v *verification) survey() {
	for _, k := range v.of {
		v.takesBody = v.takesBody || k&fromBody != 0
	}
	for _, f := range v.pass.Files {
		for _, imp := range f.Imports {
			v.handed = v.handed || imp.Path.Value == `"`+webhookRuntime+`"`
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				v.eval(n) // the timestamp may meet the clock here
				v.surveyCall(n)
			case *ast.IndexExpr:
				if v.header(n.Index) == fromSignature && isText(v.info.TypeOf(n)) {
					v.reads = append(v.reads, n)
				}
			case *ast.BinaryExpr:
				v.eval(n)
				if n.Op == token.EQL || n.Op == token.NEQ {
					v.compare(n, n.X, n.Y, n.Op.String(), false)
				}
			case *ast.SelectorExpr:
				v.takesBody = v.takesBody || isRequestBody(v.object(n))
			case *ast.FuncDecl:
				v.surveyResults(n)
			}
			return true
		})
	}
}

func (v *verification) surveyCall(call *ast.CallExpr) {
	fn, _ := typeutil.Callee(v.info, call).(*types.Func)
	if v.headerRead(call, fn) == fromSignature {
		v.reads = append(v.reads, call)
		return
	}
	switch {
	case fn == nil || fn.Pkg() == nil:
	case fn.FullName() == "crypto/hmac.New":
		v.macs = append(v.macs, call)
	case (comparesSafely(fn) || comparesUnsafely(fn)) && len(call.Args) == 2:
		v.compare(call, call.Args[0], call.Args[1], fn.Pkg().Name()+"."+fn.Name(), comparesSafely(fn))
		return
	case fn.FullName() == "encoding/json.Unmarshal" || fn.FullName() == "(*encoding/json.Decoder).Decode":
		v.decodes, v.takesBody = true, true
	}
	if len(v.callees(call)) == 0 && !v.info.Types[call.Fun].IsType() {
		v.hand(call, fn)
	}
}

// hand notes a call of something unknown that may verify.
func (v *verification) hand(call *ast.CallExpr, fn *types.Func) {
	if _, builtin := typeutil.Callee(v.info, call).(*types.Builtin); builtin || fn != nil && fn.Pkg() != nil && pure[fn.Pkg().Path()] {
		return
	}
	for _, a := range call.Args {
		if v.eval(a)&fromSignature != 0 {
			v.handed = true
		}
		if isRequest(v.info.TypeOf(a)) && (fn != nil && !flow.IsStandard(fn.Pkg().Path()) || v.answers(call)) {
			v.handed, v.fresh = true, true
		}
	}
}

// answers reports whether a call has a result that can be a verdict.
func (v *verification) answers(call *ast.CallExpr) bool {
	for _, t := range tupleTypes(v.info.TypeOf(call)) {
		if isBool(t) || isError(t) {
			return true
		}
	}
	return false
}

func tupleTypes(t types.Type) []types.Type {
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return []types.Type{t}
	}
	var out []types.Type
	for x := range tuple.Variables() {
		out = append(out, x.Type())
	}
	return out
}

// isRequest reports whether t is *http.Request or http.Header.
func isRequest(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	s := types.TypeString(t, nil)
	return s == "net/http.Request" || s == "net/http.Header"
}

// surveyResults notes what leaves by the results of a function that only
// other packages call.
func (v *verification) surveyResults(d *ast.FuncDecl) {
	s := v.signature(d)
	if s == nil || v.called[s] {
		return
	}
	for r := range s.Results().Variables() {
		v.fresh = v.fresh || v.of[r]&fromTimestamp != 0
		v.handed = v.handed || v.of[r]&fromSignature != 0
	}
}

// compare files a comparison if one side is the signature.
func (v *verification) compare(at, x, y ast.Expr, how string, safe bool) {
	if v.info.Types[x].Value != nil || v.info.Types[y].Value != nil || v.info.Types[x].IsNil() || v.info.Types[y].IsNil() {
		return
	}
	a, b := v.eval(x), v.eval(y)
	if a&fromSignature == 0 || a&isDigest != 0 && b&fromSignature != 0 {
		a, b = b, a
	}
	if a&fromSignature == 0 || b&fromSignature != 0 && b&isDigest == 0 || !isText(v.info.TypeOf(x)) {
		return
	}
	v.compared = append(v.compared, comparison{at, b, how, safe, bytesOf(v.info.TypeOf(x)) && bytesOf(v.info.TypeOf(y))})
}

// comparisons judges how the signature is compared, and with what.
func (v *verification) comparisons() {
	for _, cmp := range v.compared {
		if !cmp.safe && (cmp.with&isDigest != 0 || !v.comparedSafely()) {
			v.report(cmp.at, "the signature of a Customer.io webhook is compared by "+cmp.how+", which gives it away byte by byte; use hmac.Equal or runtime/webhook")
			v.found[len(v.found)-1].Fixes = v.equalFix(cmp)
		}
		switch k := cmp.with; {
		case k&isDigest == 0:
		case k&(fromVersion|unknown) == 0:
			v.report(cmp.at, "the signature of a Customer.io webhook is compared with a MAC over something else than v0:<timestamp>:<body>; sign that, or use runtime/webhook")
		case k&fromTimestamp != 0 && !v.fresh:
			v.report(cmp.at, "the timestamp of a Customer.io webhook is signed but never compared with the clock, so that a recorded request can be sent again; refuse old ones, or use runtime/webhook")
		}
	}
}

func (v *verification) comparedSafely() bool {
	for _, cmp := range v.compared {
		if cmp.safe {
			return true
		}
	}
	return false
}

// never reports a signature that is read where an event is decoded, and that
// nothing is compared with.
func (v *verification) never() {
	if len(v.compared) > 0 || v.handed || !v.decodes || len(v.macs) > 0 || len(v.found) > 0 {
		return
	}
	for _, e := range v.reads {
		if v.required(e) {
			v.report(e, "the signature of a Customer.io webhook is read but never compared with a MAC of the body; use runtime/webhook")
		}
	}
}

// required reports whether e is more than a label for the sender: it is kept
// in a variable, or a request without it is refused.
func (v *verification) required(e ast.Expr) bool {
	file := v.file(e.Pos())
	fn := enclosing(file, e.Pos())
	if fn == nil {
		return false
	}
	needed := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if s, ok := n.(*ast.IfStmt); ok {
			x, empty := v.emptiness(s.Cond)
			needed = needed || x != nil && empty && v.eval(x)&fromSignature != 0 && returns(s.Body)
		}
		if s, ok := n.(*ast.AssignStmt); ok && len(s.Lhs) == 1 && s.Rhs[0] == e {
			needed = needed || isBlank(s.Lhs[0])
		}
		return true
	})
	return needed
}

func (v *verification) file(pos token.Pos) *ast.File {
	for _, f := range v.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// returns reports whether a block ends by leaving the function.
func returns(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// logs lists, in lower case, how functions begin that only tell of something.
var logs = []string{"print", "log", "error", "warn", "info", "debug", "write", "inc"}

func onlyTells(name string) bool {
	for _, l := range logs {
		if strings.HasPrefix(strings.ToLower(name), l) {
			return true
		}
	}
	return false
}
