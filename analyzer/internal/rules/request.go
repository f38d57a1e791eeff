package rules

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Queries returns the parts of the raw requests to one of Customer.io's APIs
// that a call makes, and the credentials that it puts into one.
func (f finder) Queries(call ssa.CallInstruction) []flow.Query {
	var out []flow.Query
	for _, req := range f.requests.Requests(call) {
		if req.Endpoint == nil {
			out = append(out, anyRequest(req)...)
		} else {
			out = append(out, bodyOf(req)...)
			out = append(out, identifiersIn(req)...)
			out = append(out, userOf(req)...)
		}
	}
	for _, c := range f.requests.Credentials(call) {
		info := customerio.SinkInfo{
			Name: endpointName(c.Request), Role: customerio.Credential, Label: c.Label,
		}
		out = append(out, flow.Query{Sink: &flow.Sink{Arg: c.Arg, Info: info}})
	}
	return out
}

// endpointName is what messages call the endpoint of a request.
func endpointName(req *httpreq.Request) string {
	return strings.TrimSpace(req.Endpoint.Method + " " + req.Endpoint.Path)
}

func bodyOf(req *httpreq.Request) []flow.Query {
	var out []flow.Query
	for _, p := range req.Endpoint.Parts {
		if req.BodyArg() < 0 {
			break
		}
		info := customerio.SinkInfo{Name: endpointName(req), Role: p.Role, Label: p.Label, Transactional: req.Endpoint.Transactional}
		out = append(out, flow.Query{Sink: &flow.Sink{Arg: req.BodyArg(), Path: pathOf(p.Path), Info: info}, Env: req.Env})
	}
	return out
}

// identifiersIn returns the parts of the URL that name somebody.
func identifiersIn(req *httpreq.Request) []flow.Query {
	var out []flow.Query
	if req.URLArg() < 0 {
		return nil // the call that sends it has them
	}
	for i, v := range req.URL.Holes() {
		if label, ok := req.Endpoint.Identifiers[i]; ok {
			info := customerio.SinkInfo{Name: endpointName(req), Role: customerio.Identifier, Label: label}
			out = append(out, flow.Query{Sink: &flow.Sink{Arg: req.URLArg(), Info: info}, Value: v, Env: req.Env})
		}
	}
	return out
}

// userOf returns the credentials that stand in the URL.
func userOf(req *httpreq.Request) []flow.Query {
	var out []flow.Query
	add := func(label, val string) {
		if label == "" || val == "" {
			return
		}
		info := customerio.SinkInfo{Name: "the URL of " + endpointName(req), Role: customerio.Credential, Label: label}
		held := &content.Content{Consts: []content.Const{{Val: val}}}
		out = append(out, flow.Query{Sink: &flow.Sink{Arg: req.URLArg(), Info: info}, Content: held})
	}
	user, password := req.User()
	add(req.Endpoint.User, user)
	add(req.Endpoint.Password, password)
	return out
}

// anyRequest is a request of which nothing is known: its body may be any
// payload.
func anyRequest(req *httpreq.Request) []flow.Query {
	if req.BodyArg() < 0 || ssautil.IsNil(ssautil.Args(req.Call.Common())[req.BodyArg()]) {
		return nil
	}
	name := ssautil.Callee(req.Call.Common()).FullName() + ", to more addresses than are looked at,"
	info := customerio.SinkInfo{Name: name, Role: customerio.Attributes, Label: "body"}
	return []flow.Query{{Sink: &flow.Sink{Arg: req.BodyArg(), Info: info}, Content: content.Anything().Widen(limit.Chains)}}
}
