package httpreq

import (
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A Credential is an argument by which a call puts a credential into a
// request to Customer.io.
type Credential struct {
	Arg     int    // receiver counted
	Label   string // what the credential is called: "Track API key"
	Request *Request
}

// Credentials returns the credentials that a call puts into a request that
// goes to Customer.io. If it goes to several endpoints, which want different
// credentials, it may be any of them.
func (r *Reader) Credentials(call ssa.CallInstruction) []Credential {
	var out []Credential
	add := func(arg int, label string, req *Request) {
		for _, c := range out {
			if c.Arg == arg && c.Label == label {
				return
			}
		}
		if label != "" {
			out = append(out, Credential{arg, label, req})
		}
	}
	labels := r.credentialsOf(call)
	if labels == nil {
		return nil
	}
	for _, req := range r.requestsOf(call) {
		for _, l := range labels {
			add(l.arg, l.of(req.Endpoint), req)
		}
	}
	return out
}

// User returns the user and the password that stand in the URL of a request,
// "" if they are not constant.
func (r *Request) User() (user, password string) {
	var start strings.Builder
	for _, p := range r.URL {
		if p.Value != nil {
			break
		}
		start.WriteString(p.Const)
	}
	_, rest, _ := strings.Cut(start.String(), "://")
	rest, _, _ = strings.Cut(rest, "/")
	if at := strings.LastIndex(rest, "@"); at >= 0 {
		user, password, _ = strings.Cut(rest[:at], ":")
	}
	return user, password
}

// A label is what the credential in an argument is called.
type label struct {
	arg int
	of  func(*customerio.Request) string
}

func user(e *customerio.Request) string     { return e.User }
func password(e *customerio.Request) string { return e.Password }
func bearer(e *customerio.Request) string   { return e.Bearer }

// credentialsOf returns the arguments of a call that are credentials of the
// request that its receiver is, or is a part of.
func (r *Reader) credentialsOf(call ssa.CallInstruction) []label {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	switch fn.FullName() {
	case "(*net/http.Request).SetBasicAuth", resty + "SetBasicAuth":
		return []label{{2, password}, {1, user}}
	case resty + "SetAuthToken":
		return []label{{1, bearer}}
	case "(net/http.Header).Set", "(net/http.Header).Add", resty + "SetHeader":
		if strings.EqualFold(r.texts.Constant(ssautil.Args(call.Common())[1], nil), "Authorization") {
			return []label{{2, bearer}}
		}
	}
	return nil
}

// requestsOf returns the requests that a call puts a credential into.
func (r *Reader) requestsOf(call ssa.CallInstruction) []*Request {
	var out []*Request
	for _, sent := range sentBy(call, -1) {
		for _, req := range r.Requests(sent.call) {
			if req.Endpoint != nil {
				out = append(out, req)
			}
		}
	}
	return append(out, r.requestsIn(ssautil.Args(call.Common())[0])...)
}

// requestsIn returns the requests that v is, or is a part of, the last first.
func (r *Reader) requestsIn(v ssa.Value) []*Request {
	var out []*Request
	for _, place := range r.core.Places(v) {
		x, ok := place.Root.(*ssa.Extract)
		if !ok {
			continue
		}
		made, ok := x.Tuple.(ssa.CallInstruction)
		if !ok {
			continue
		}
		rs := r.Requests(made)
		for i := range rs {
			if req := rs[len(rs)-1-i]; req.Endpoint != nil {
				out = append(out, req)
			}
		}
	}
	return out
}
