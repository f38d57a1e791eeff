package httpreq

import (
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// resty builds a request in a chain of calls, each of which returns the request:
//
//	client.R().SetBody(b).SetBasicAuth(site, key).Post(url)
//
// The call that sends it has the address, the one that sets the body is what
// carries data. A chain is followed within its function, through variables.
const resty = "(*github.com/go-resty/resty/v2.Request)."

// senders are the methods of resty that send, and where they have the address;
// the receiver counts.
var senders = map[string]position{
	resty + "Post":    {-1, 1, -1, "POST"},   // func(url string) (*Response, error)
	resty + "Put":     {-1, 1, -1, "PUT"},    // func(url string) (*Response, error)
	resty + "Patch":   {-1, 1, -1, "PATCH"},  // func(url string) (*Response, error)
	resty + "Delete":  {-1, 1, -1, "DELETE"}, // func(url string) (*Response, error)
	resty + "Execute": {1, 2, -1, ""},        // func(method, url string) (*Response, error)
}

// A sending is a call that sends a request, and where it has the address.
type sending struct {
	call ssa.CallInstruction
	at   position
}

// sendings returns the calls that send what a call makes or builds a part of.
func sendings(call ssa.CallInstruction) []sending {
	name := nameOf(call)
	if at, ok := functions[name]; ok {
		return []sending{{call, at}}
	}
	if at, ok := senders[name]; ok {
		return []sending{{call, at}}
	}
	if name == resty+"SetBody" {
		return sentBy(call, 1)
	}
	return nil
}

// sentBy returns the calls that send the request that a call of resty changes,
// with the argument in which that call has the body.
func sentBy(call ssa.CallInstruction, body int) []sending {
	var out []sending
	for _, c := range chain(ssautil.Args(call.Common())[0]) {
		if at, ok := senders[nameOf(c)]; ok {
			at.body = body
			out = append(out, sending{c, at})
		}
	}
	return out
}

// chain returns the calls of methods of the request that v is, whichever of them
// made v.
func chain(v ssa.Value) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	seen := map[ssa.Value]bool{}
	work := []ssa.Value{v}
	for len(work) > 0 {
		v, work = work[len(work)-1], work[:len(work)-1]
		if seen[v] {
			continue
		}
		seen[v] = true
		switch x := v.(type) {
		case *ssa.Phi:
			work = append(work, x.Edges...)
		case *ssa.Call:
			if isOfRequest(x) {
				work = append(work, ssautil.Args(x.Common())[0])
			}
		}
		if v.Referrers() == nil {
			continue
		}
		for _, ref := range *v.Referrers() {
			switch x := ref.(type) {
			case *ssa.Phi:
				work = append(work, x)
			case *ssa.Call:
				if !isOfRequest(x) || ssautil.Args(x.Common())[0] != v {
					continue
				}
				if ssautil.IsNamed(ssautil.Deref(x.Type()), "github.com/go-resty/resty/v2", "Request") {
					work = append(work, x)
				}
				calls = append(calls, x)
			}
		}
	}
	return calls
}

// isOfRequest reports whether a call is one of a method of resty's request.
func isOfRequest(call *ssa.Call) bool {
	name := nameOf(call)
	return len(name) > len(resty) && name[:len(resty)] == resty
}

func nameOf(call ssa.CallInstruction) string {
	if fn := ssautil.Callee(call.Common()); fn != nil {
		return fn.FullName()
	}
	return ""
}
