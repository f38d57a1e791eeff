package httpreq

import (
	"fmt"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// A Reader finds requests. It is not safe for concurrent use.
type Reader struct {
	core  Core
	texts text.Reader
	tally *limit.Tally

	requests map[ssa.CallInstruction][]*Request
}

// New returns a Reader that asks core. The tally counts the bounds that are
// crossed.
func New(core Core, tally *limit.Tally) *Reader {
	return &Reader{
		core: core, texts: text.Reader{Core: core, Tally: tally}, tally: tally,
		requests: map[ssa.CallInstruction][]*Request{},
	}
}

// A Request is a request to Customer.io, as one chain of calls makes it.
type Request struct {
	Call   ssa.CallInstruction // that makes it, or sets its body
	Method string              // "" if it is not known
	URL    text.Text
	Env    *text.Env // the calls through which Call is seen

	// Endpoint is what the request asks for. It is nil for a request of which
	// nothing is known, as there are too many chains of calls that make it:
	// any of the others may go to Customer.io.
	Endpoint *customerio.Request

	sent ssa.CallInstruction // that has the method and the URL
	at   position
}

// URLArg is the argument of Call that is the URL, the receiver counted; -1 if it
// is one of the call that sends the request.
func (r *Request) URLArg() int {
	if r.sent != r.Call {
		return -1
	}
	return r.at.url
}

// BodyArg is the argument of Call that is the body, the receiver counted; -1
// if there is none.
func (r *Request) BodyArg() int { return r.at.body }

// A position says where a function that makes or sends a request has its
// method, URL and body; -1 if it has none. Indexes count the receiver.
type position struct {
	method, url, body int
	fixed             string // the method, if it is not an argument
}

// retryable is a client that wraps the requests of net/http, to send them again.
const retryable = "github.com/hashicorp/go-retryablehttp"

var functions = map[string]position{
	"net/http.NewRequest":            {0, 1, 2, ""},       // func(method, url string, body io.Reader) (*http.Request, error)
	"net/http.NewRequestWithContext": {1, 2, 3, ""},       // func(ctx context.Context, method, url string, body io.Reader) (*http.Request, error)
	"net/http.Post":                  {-1, 0, 2, "POST"},  // func(url, contentType string, body io.Reader) (*http.Response, error)
	"(*net/http.Client).Post":        {-1, 1, 3, "POST"},  // func(url, contentType string, body io.Reader) (*http.Response, error)
	"net/http.Get":                   {-1, 0, -1, "GET"},  // func(url string) (*http.Response, error)
	"(*net/http.Client).Get":         {-1, 1, -1, "GET"},  // func(url string) (*http.Response, error)
	"net/http.Head":                  {-1, 0, -1, "HEAD"}, // func(url string) (*http.Response, error)
	"(*net/http.Client).Head":        {-1, 1, -1, "HEAD"}, // func(url string) (*http.Response, error)

	retryable + ".NewRequest":            {0, 1, 2, ""},      // func(method, url string, rawBody any) (*Request, error)
	retryable + ".NewRequestWithContext": {1, 2, 3, ""},      // func(ctx context.Context, method, url string, rawBody any) (*Request, error)
	retryable + ".Post":                  {-1, 0, 2, "POST"}, // func(url, bodyType string, body any) (*http.Response, error)
	"(*" + retryable + ".Client).Post":   {-1, 1, 3, "POST"}, // func(url, bodyType string, body any) (*http.Response, error)
}

// Makes reports whether a call makes or sends a request.
func Makes(call ssa.CallInstruction) bool {
	fn := ssautil.Callee(call.Common())
	return fn != nil && functions[fn.FullName()] != position{}
}

// Requests returns the requests to Customer.io that a call makes. A method
// that is not known may be any.
func (r *Reader) Requests(call ssa.CallInstruction) []*Request {
	if rs, ok := r.requests[call]; ok {
		return rs
	}
	rs := r.search(call, func(_ string, _ *customerio.Request) bool { return true })
	r.requests[call] = rs
	return rs
}

// Certain is Requests for those whose method is known, if their endpoint has
// one.
func (r *Reader) Certain(call ssa.CallInstruction) []*Request {
	return r.search(call, func(method string, e *customerio.Request) bool { return method != "" || e.Method == "" })
}

func (r *Reader) search(call ssa.CallInstruction, accept func(method string, e *customerio.Request) bool) []*Request {
	var out []*Request
	for _, sent := range sendings(call) {
		s := &search{Reader: r, call: call, sending: sent, accept: accept, barren: map[state]bool{}}
		s.from(nil)
		out = append(out, s.out...)
	}
	return out
}

// A search looks for the requests that one call makes.
type search struct {
	*Reader
	call    ssa.CallInstruction
	sending sending
	accept  func(method string, e *customerio.Request) bool
	out     []*Request
	chains  int            // of calls that were looked at
	barren  map[state]bool // from which no chain leads to a request
}

// A state is what is known of a request in the outermost function of a chain
// of calls. Chains with one state get the same answers further up.
type state struct {
	fn          *ssa.Function
	method, url string
}

// from looks at the URL as the calls in e make it. If that does not say what
// the request is, further callers may. It tells what came of it.
func (s *search) from(e *text.Env) outcome {
	if s.chains++; s.chains > limit.Chains.Max {
		s.giveUp()
		return cut
	}
	at := s.sending.at
	args := ssautil.Args(s.sending.call.Common())
	url := s.texts.Read(args[at.url], e)
	verb := text.Text{{Const: at.fixed}}
	if at.method >= 0 {
		verb = s.texts.Read(args[at.method], e)
	}
	method, _ := verb.Constant()
	if row, ok := customerio.LookupRequest(method, url.Shape(customerio.Hole)); ok && s.accept(method, row) {
		s.out = append(s.out, &Request{Call: s.call, Method: method, URL: url, Env: e, Endpoint: row, sent: s.sending.call, at: at})
		return found
	}
	fn := e.Outermost(s.call.Parent())
	if isElsewhere(url) || !url.DependsOn(fn) && method != "" {
		return none
	}
	here := state{fn, identity(verb), identity(url)}
	if s.barren[here] {
		return none
	}
	all := none
	for _, call := range s.core.Callers(fn) {
		if e.Has(call) {
			all = max(all, cut)
		} else {
			all = max(all, s.from(e.Above(call, fn)))
		}
	}
	if all == none {
		s.barren[here] = true
	}
	return all
}

// An outcome is what came of a chain of calls. The worst for leaving it out
// another time is the greatest.
type outcome uint8

const (
	none outcome = iota
	cut          // by a recursion, or at a bound: another chain may see more
	found
)

// giveUp notes that there are too many chains: the request may be any.
func (s *search) giveUp() {
	s.tally.Reached(limit.Chains)
	if n := len(s.out); n == 0 || s.out[n-1].Endpoint != nil {
		s.out = append(s.out, &Request{Call: s.call, sent: s.sending.call, at: s.sending.at})
	}
}

// identity tells apart texts whose holes are different values.
func identity(t text.Text) string {
	var b strings.Builder
	for _, p := range t {
		if p.Value != nil {
			fmt.Fprintf(&b, "\x00%p", p.Value)
		}
		b.WriteString(p.Const)
	}
	return b.String()
}

// isElsewhere reports whether a URL goes to a host that is not Customer.io's,
// whatever the rest is.
func isElsewhere(url text.Text) bool {
	var start strings.Builder
	for _, p := range url {
		if p.Value != nil {
			break
		}
		start.WriteString(p.Const)
	}
	_, rest, ok := strings.Cut(start.String(), "://")
	host, _, ends := strings.Cut(rest, "/")
	return ok && ends && !customerio.IsHost(host)
}
