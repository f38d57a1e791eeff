package rules

import (
	"go/ast"
	"go/constant"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/relevance"
)

// shaped judges credentials that are put into requests of which the call does
// not tell where they go: in a transport, in a client of another module, in the
// user of a url.URL, in a header that is made as a map. In a package that talks to
// Customer.io, a constant in such a place is a credential of Customer.io if it has
// the shape of one.
func shaped(check *Check) []analysis.Diagnostic {
	c := authorizer{check}
	if !c.talksToCustomerio() {
		return nil
	}
	var out []analysis.Diagnostic
	for call := range c.Flow.Calls() {
		if len(c.requests.Credentials(call)) > 0 {
			continue // judged there
		}
		out = append(out, c.authorized(call)...)
	}
	for _, fn := range c.Flow.Functions() {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if up, ok := in.(*ssa.MapUpdate); ok {
					out = append(out, c.headerEntry(up)...)
				}
			}
		}
	}
	return out
}

// An authorizer looks at what puts credentials into requests.
type authorizer struct{ *Check }

// authorized judges the credentials that a call puts into a request.
func (c authorizer) authorized(call ssa.CallInstruction) []analysis.Diagnostic {
	sinks := c.authorizing(call)
	if len(sinks) == 0 || c.madeHere(call) {
		return nil
	}
	var out []analysis.Diagnostic
	for _, s := range sinks {
		for _, inst := range c.Flow.Ask(call, s) {
			found := c.ofShape(inst)
			if len(found) == 0 && len(inst.Content.Consts) > 0 && len(sinks) > 1 {
				return out // a pair with a user that is no site ID is of another service
			}
			out = append(out, found...)
		}
	}
	return out
}

// madeHere reports whether the request that a call authorizes is made in view:
// then its URL says where it goes.
func (c authorizer) madeHere(call ssa.CallInstruction) bool {
	for _, p := range c.Flow.Places(ssautil.Args(call.Common())[0]) {
		x, ok := p.Root.(*ssa.Extract)
		if !ok {
			continue
		}
		if made, ok := x.Tuple.(ssa.CallInstruction); ok && httpreq.Makes(made) {
			return true
		}
	}
	return false
}

// talksToCustomerio reports whether the package uses an SDK or names one of the
// hosts.
func (c authorizer) talksToCustomerio() bool {
	for _, p := range c.Pass.Pkg.Imports() {
		if relevance.IsSDK(p.Path()) {
			return true
		}
	}
	found := false
	for _, f := range c.Pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			found = found || ok && apiHost.MatchString(lit.Value)
			return !found
		})
	}
	return found
}

var apiHost = regexp.MustCompile(`\b(track|api|cdp|track-eu|api-eu|cdp-eu)\.customer\.io\b`)

// authorizing returns the arguments of a call that are credentials of a request.
func (c authorizer) authorizing(call ssa.CallInstruction) []*flow.Sink {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	args, name := ssautil.Args(call.Common()), fn.Name()
	recv := 0
	if fn.Signature().Recv() != nil {
		recv = 1
	}
	if n := len(args) - recv; n < 1 || n > 2 || !ssautil.IsText(args[recv].Type()) {
		return nil
	}
	pair := len(args)-recv == 2 && ssautil.IsText(args[recv+1].Type())
	switch {
	case pair && (name == "SetBasicAuth" || fn.FullName() == "net/url.UserPassword"):
		return []*flow.Sink{{Arg: recv, Info: shapedInfo(fn.Name(), "site ID")}, {Arg: recv + 1, Info: shapedInfo(fn.Name(), "track API key")}}
	case pair && (name == "Set" || name == "Add" || name == "SetHeader"):
		if k, ok := ssautil.Text(args[recv]); ok && strings.EqualFold(k, "Authorization") {
			return []*flow.Sink{{Arg: recv + 1, Info: shapedInfo("the header Authorization", "App API key")}}
		}
	case !pair && name == "SetAuthToken":
		return []*flow.Sink{{Arg: recv, Info: shapedInfo(fn.Name(), "App API key")}}
	}
	return nil
}

func shapedInfo(name, label string) customerio.SinkInfo {
	return customerio.SinkInfo{Name: name, Role: customerio.Credential, Label: label}
}

// headerEntry judges what is put under Authorization in a header made as a map.
func (c authorizer) headerEntry(in *ssa.MapUpdate) []analysis.Diagnostic {
	k, ok := in.Key.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.String || !strings.EqualFold(constant.StringVal(k.Value), "Authorization") {
		return nil
	}
	if ssautil.IsText(in.Value.Type()) {
		return nil // no http.Header; what is made of it is judged where it is set
	}
	path := content.Path{{Kind: content.Elem}}
	sink := &flow.Sink{Arg: -1, Info: shapedInfo("the header Authorization", "App API key")}
	held := c.Flow.Content(in.Value, path, ssautil.Before(in))
	return c.ofShape(&flow.Instance{Sink: sink, Final: in, Call: in, Arg: -1, Content: held})
}

// ofShape judges those constants of an instance that have the shape of what its
// label says.
func (c authorizer) ofShape(inst *flow.Instance) []analysis.Diagnostic {
	only := *inst.Content
	only.Consts = nil
	info := infoOf(inst)
	for _, k := range inst.Content.Consts {
		val := bare(k.Val)
		switch pair := keyOfPair(val, "track API key"); {
		case pair != "":
			info.Label = "track API key"
		case info.Label == "App API key" && !appShape.MatchString(val), info.Label != "App API key" && !trackShape.MatchString(val):
			continue
		}
		only.Consts = append(only.Consts, k)
	}
	sink := *inst.Sink
	sink.Info = info
	of := *inst
	of.Sink, of.Content = &sink, &only
	return checkCredential(c.Check, &of)
}

var (
	appShape   = regexp.MustCompile(`^([0-9a-f]{32}|sa_(live|sandbox)_\S+)$`)
	trackShape = regexp.MustCompile(`^[0-9A-Za-z]{20}$`)
)
