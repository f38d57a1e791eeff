package rules

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/fix"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	verification "github.com/ciolint/ciolint/analyzer/internal/webhook"
)

// webhookMessages say what is wrong, and what to do.
var webhookMessages = map[verification.Kind]string{
	verification.Unsafe:       "the signature of a Customer.io webhook is compared by %s, which gives it away byte by byte; use hmac.Equal or runtime/webhook",
	verification.Short:        "only a part of the signature of a Customer.io webhook is compared, which can be guessed; compare all of it by hmac.Equal, or use runtime/webhook",
	verification.Message:      "the signature of a Customer.io webhook is compared with a MAC over something else than v0:<timestamp>:<body>; sign that, or use runtime/webhook",
	verification.Rewritten:    "the signature of a Customer.io webhook is compared with a MAC over JSON that was written anew; sign the body's bytes as they came, or use runtime/webhook",
	verification.PlainHash:    "the signature of a Customer.io webhook is compared with a plain hash, which is no MAC; use hmac.New(sha256.New, key) or runtime/webhook",
	verification.OtherHash:    "the signature of a Customer.io webhook is compared with a MAC by %s; it is made with SHA-256: use hmac.New(sha256.New, key) or runtime/webhook",
	verification.NoMAC:        "the signature of a Customer.io webhook is compared with a secret instead of a MAC of the body; use runtime/webhook",
	verification.Replay:       "the timestamp of a Customer.io webhook is signed but never compared with the clock, so that a recorded request can be sent again; refuse old ones, or use runtime/webhook",
	verification.Old:          "a Customer.io webhook is accepted however old its timestamp is, so that a recorded request can be sent again; refuse old ones, or use runtime/webhook",
	verification.Before:       "a Customer.io webhook is acted on before its signature is verified; verify first, or use runtime/webhook",
	verification.Ignored:      "the verdict on the signature of a Customer.io webhook is ignored; refuse the request on a bad one, or use runtime/webhook",
	verification.FallsThrough: "a Customer.io webhook with a bad signature is handled all the same, as this if does not return; return, or use runtime/webhook",
	verification.Unaborted:    "a Customer.io webhook with a bad signature goes on to the next handler, as nothing aborts the chain; call AbortWithStatus, or use runtime/webhook",
	verification.NoKey:        "a Customer.io webhook is accepted if no signing key is configured; refuse it, or use runtime/webhook",
	verification.EmptyKey:     "the signature of a Customer.io webhook is made with %s, which may be empty, and anybody can sign with an empty key; refuse to start without it, or use runtime/webhook",
	verification.NoSignature:  "a Customer.io webhook is accepted without a signature; refuse it, or use runtime/webhook",
	verification.NoTimestamp:  "a Customer.io webhook is accepted without a timestamp; refuse it, or use runtime/webhook",
	verification.Malformed:    "a Customer.io webhook is accepted with a malformed %s; refuse it, or use runtime/webhook",
	verification.OpenMode:     "a Customer.io webhook is accepted unverified unless %s is set as expected; verify unless told otherwise, or use runtime/webhook",
	verification.Bypass:       "a Customer.io webhook is accepted unverified if the request asks for it, which anybody can; verify every request, or use runtime/webhook",
	verification.Unread:       "the signature of a Customer.io webhook is read but never compared with a MAC of the body; use runtime/webhook",
	verification.Unverified:   "%s takes Customer.io webhooks and is not verified at all; anybody can send one: put the Verifier of runtime/webhook before it",
	verification.Unproven:     "%s takes Customer.io webhooks and is too large to be followed to its end, so that nothing proves it verified; put the Verifier of runtime/webhook before it",
}

// inspectWebhook runs the handlers of a package that has to do with
// Customer.io's webhooks.
func inspectWebhook(c *Check) []analysis.Diagnostic {
	own, signs := mentionsWebhooks(c.Pass)
	roles := verification.Import(c.Pass)
	if !own && !signs && !roles.Known() {
		return nil
	}
	res := verification.Package(c.Flow.Package(), c.Flow.Functions(), verification.Config{Imported: roles.Of, Own: own || signs, Shared: !own && signs, Limits: c.Flow.Tally()})
	if own || signs {
		c.Verifiers = res.Roles
	}
	if !own && !roles.Known() {
		return nil // a scheme that Customer.io shares with others
	}
	w := &webhooks{pass: c.Pass, fixer: c.repairs.fixer}
	for _, p := range res.Problems {
		w.report(p)
	}
	return w.found
}

// mentionsWebhooks is the cheap test: nearly every package ends here. It
// looks for the header, an event's key, a route, or runtime/webhook, and for
// MACs and the start of what is signed: a package that only has those is not
// judged, but may verify for others.
func mentionsWebhooks(pass *analysis.Pass) (own, signs bool) {
	for _, p := range pass.Pkg.Imports() {
		if strings.HasSuffix(p.Path(), "github.com/ciolint/ciolint/runtime/webhook") {
			return true, true
		}
		signs = signs || p.Path() == "crypto/hmac"
	}
	for e, tv := range pass.TypesInfo.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String {
			text := constant.StringVal(tv.Value)
			if verification.MentionsWebhooks(text) {
				return true, true
			}
			signs = signs || strings.HasPrefix(text, "v0:")
		}
		if s, ok := e.(*ast.StructType); ok && tv.IsType() && hasEventKey(s) {
			return true, true
		}
	}
	return false, signs
}

func hasEventKey(s *ast.StructType) bool {
	for _, f := range s.Fields.List {
		if f.Tag != nil && strings.Contains(f.Tag.Value, `"object_type`) {
			return true
		}
	}
	return false
}

// webhooks turns problems into findings.
type webhooks struct {
	pass  *analysis.Pass
	fixer *fix.Fixer
	found []analysis.Diagnostic
}

func (w *webhooks) report(p verification.Problem) {
	at, name := w.node(p)
	if at == nil {
		return
	}
	message := webhookMessages[p.Kind]
	switch {
	case p.Handler != nil:
		message = fmt.Sprintf(message, name)
	case strings.Contains(message, "%s"):
		message = fmt.Sprintf(message, p.How)
	}
	if p.Via != "" {
		message = "in " + p.Via + ", " + message
	}
	f := analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: message}
	if names := w.handlers(p, &f); len(names) > 0 {
		f.Message += "; reached from " + strings.Join(names, ", ")
	}
	if p.Kind == verification.Unsafe && p.Via == "" {
		f.SuggestedFixes = w.fixer.EqualMAC(at)
	}
	w.found = append(w.found, f)
}

// handlers names the handlers from which a helper with a problem is called, and
// adds them to its finding.
func (w *webhooks) handlers(p verification.Problem, f *analysis.Diagnostic) []string {
	var names []string
	for _, fn := range p.Handlers {
		at := fn.Syntax()
		for fn.Parent() != nil {
			fn = fn.Parent()
		}
		name := fn.Name()
		if recv := fn.Signature.Recv(); recv != nil {
			if n := ssautil.Named(recv.Type()); n != nil {
				name = n.Obj().Name() + "." + name
			}
		}
		if at == nil || slices.Contains(names, name) {
			continue
		}
		names = append(names, name)
		f.Related = append(f.Related, analysis.RelatedInformation{Pos: at.Pos(), Message: name + " gets here"})
	}
	return names
}

// node is the syntax that a problem is reported at.
func (w *webhooks) node(p verification.Problem) (ast.Node, string) {
	if p.Handler != nil {
		switch n := p.Handler.Syntax().(type) {
		case *ast.FuncDecl:
			return n.Name, n.Name.Name
		case *ast.FuncLit:
			return n.Type, "this function"
		}
		return nil, ""
	}
	if in, ok := p.At.(*ssa.If); ok {
		return w.condition(in), ""
	}
	return w.operation(p.At.Pos()), ""
}

// operation is the smallest expression or statement whose operator is at pos.
func (w *webhooks) operation(pos token.Pos) ast.Node {
	for _, n := range w.around(pos) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n
			}
		case *ast.BinaryExpr:
			if n.OpPos == pos {
				return n
			}
		case *ast.IndexExpr, *ast.GoStmt, *ast.DeferStmt, *ast.SendStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.IncDecStmt, *ast.SelectStmt:
			return n
		}
	}
	return nil
}

func (w *webhooks) around(pos token.Pos) []ast.Node {
	for _, f := range w.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			path, _ := astutil.PathEnclosingInterval(f, pos, pos)
			return path
		}
	}
	return nil
}

// condition is the condition in the source that a branch belongs to.
func (w *webhooks) condition(in *ssa.If) ast.Node {
	pos := in.Cond.Pos()
	if loop := w.loop(in); loop != nil {
		return loop
	}
	for _, i := range in.Block().Instrs {
		if d, ok := i.(*ssa.DebugRef); ok && d.X == in.Cond {
			pos = d.Expr.Pos()
		}
	}
	var child ast.Node
	for _, n := range w.around(pos) {
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Cond == child {
				return n.Cond
			}
		case *ast.ForStmt:
			if n.Cond == child {
				return n.Cond
			}
		case *ast.CaseClause:
			return child
		case *ast.SwitchStmt:
			return child
		case *ast.FuncLit, *ast.FuncDecl, *ast.BlockStmt:
			if s, ok := child.(ast.Stmt); ok {
				return firstLine(s)
			}
		}
		child = n
	}
	return nil
}

// loop is what a range statement goes over, if a branch is its head, which
// has no place of its own in the source.
func (w *webhooks) loop(in *ssa.If) ast.Node {
	if !strings.HasPrefix(in.Block().Comment, "range") {
		return nil
	}
	for _, i := range in.Block().Succs[0].Instrs {
		for _, n := range w.around(i.Pos()) {
			if r, ok := n.(*ast.RangeStmt); ok {
				return r.X
			}
		}
	}
	return nil
}

// firstLine: of a statement that a branch is hidden in, as in x := a && b, all.
func firstLine(s ast.Stmt) ast.Node {
	if i, ok := s.(*ast.IfStmt); ok {
		return i.Cond
	}
	return s
}
